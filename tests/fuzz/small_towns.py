"""Small sound towns with every file a workspace may have (試験用の小さな団体)."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

from tests.fuzz.files import Files
from tests.fuzz.yaml_tree import bytes_of, tree_from
from tests.helpers import ROOT

SYSTEMS = ("juki", "inkan", "kojin", "kotei", "kokuho", "kaigo", "shogai", "koseki")
SECTIONS = ("住民課", "税務課", "福祉課")
VENDORS = ("架空情報株式会社", "（株）みほん")
POLICIES = ("stay", "switch", "national", "undecided")
TOWNS = 24
"""How many different ones there are."""

_EVERY = 6
"""Of as many towns one has a calendar so plain that the oracle can count it."""


@cache
def small_town(number: int) -> Files:
    """Return the files of a town; each number has another."""
    random = Random(f"small town {number}")
    own = number % 2 == 0
    systems = random.sample(SYSTEMS, random.randint(3, 5))
    made: dict[str, Any] = {"systems": _systems(random, systems)}
    if own:
        made["procedures"] = _procedures(random, plain=number % _EVERY == 0)
    made["schedule_template"] = _template(random, systems, own, number)
    if number % _EVERY:
        made |= _others(random, systems, own)
    return {
        f"{name}.yaml": bytes_of(
            tree_from({"schema": f"stdmig.{_schema(name)}/1", **content}), random
        )
        for name, content in made.items()
    }


def _schema(name: str) -> str:
    return "template" if name == "schedule_template" else name


def _systems(random: Random, systems: list[str]) -> dict[str, Any]:
    contracts = [
        {
            "id": f"c{number}",
            "name": f"契約{number}",
            "vendor": VENDORS[number % 2],
            "start": random.choice(("2021-04-01", "令和3年4月1日", "R3.4.1")),
            "end": random.choice(
                ("2026-03-31", "令和8年3月31日", "2027-03", "R7.9.30")
            ),
            **random.choice(
                (
                    {"notice_months": 6},
                    {"kind": "single_year"},
                    {"auto_renewal_months": 12, "auto_renewal_until": "2030-03-31"},
                    {"monthly_fee": 400000, "extension_unit_months": 6},
                    {"parallel_months": 1, "lookup_months": 12},
                    {
                        "extensions": [
                            {
                                "start": "2027-04-01",
                                "end": "2028-03-31",
                                "state": "voted",
                            }
                        ],
                        "end": "2027-03-31",
                    },
                )
            ),
        }
        for number in range(3)
    ]
    return {
        "lang": random.choice(("ja", "en")),
        "municipality": {
            "name": "見本町",
            "name_en": "Mihon Town",
            "code": "462250",
            "population": 12000,
            "lead_section": "企画課",
        },
        "specifications": [
            {"id": "first", "name": "第1", "published": "2021-08"},
            {"id": "second", "name": "第2", "published": "令和4年8月31日"},
        ],
        "contracts": contracts,
        "procurements": [{"id": "wave", "budget": "ordinary", "joint": "県央共同"}],
        "systems": [
            *(_system(random, place, name) for place, name in enumerate(systems)),
            {"id": "seiho", "applies": False, "reason": "県が行う"},
        ],
        "links": [
            {"from": systems[0], "to": systems[1], "data": "異動"},
            {"from": systems[1], "to_outside": "中間サーバー", "data": "副本"},
        ],
        "online_procedures": [
            {
                "id": "moving",
                "name": "転出届",
                "section": "住民課",
                "systems": [systems[0]],
            }
        ],
        "accept": [
            {
                "code": "STD201",
                "reason": "協議中",
                "by": "企画課",
                "until": "2026-03-31",
                "contract": "c0",
            }
        ],
    }


def _system(random: Random, place: int, name: str) -> dict[str, Any]:
    made: dict[str, Any] = {"id": name, "specification": ("first", "second")[place % 2]}
    if place == 1:
        made["cutover"] = random.choice(("2026-01-05", "令和8年1月5日", "2025-11"))
    if place == 2:
        made["designated"] = {
            "reason": 4,
            "explanation": "人が足りない",
            "completion": "2028-03",
        }
        made["assessment"] = random.choice(("none", "basic", "focused", "full"))
    if place == 3:
        made["after"] = [] if random.random() < 0.5 else None
    made = {key: value for key, value in made.items() if value is not None}
    made["units"] = [
        {
            "id": f"{name}-{number}",
            "section": SECTIONS[(place + number) % 3],
            "vendor": VENDORS[place % 2],
            "package": f"製品{place % 2}",
            "policy": random.choice(POLICIES),
            "contract": f"c{random.randrange(3)}",
            **({"procurement": "wave"} if number == place == 0 else {}),
        }
        for number in range(random.choice((1, 1, 2)))
    ]
    return made


def _procedures(random: Random, *, plain: bool) -> dict[str, Any]:
    scopes = "municipality", "system", "procurement", "procurement", "system"
    roles = None, None, "budget_request", "contract", None
    items: list[dict[str, Any]] = []
    for number, (scope, role) in enumerate(zip(scopes, roles, strict=True), start=1):
        longest = random.randint(1, 5)
        item: dict[str, Any] = {
            "number": number,
            "id": f"item-{number}",
            "name": f"作業{number}",
            "phase": "all",
            "scope": scope,
            "months": {"min": 1, "max": 1 if role == "budget_request" else longest},
            "actors": random.choice((["lead"], ["vendor"], ["section", "lead"])),
            "after": [number - 1] if number > 1 else [],
        }
        if role and not plain:
            item["role"] = role
        if number == 2:
            item["waits_for"] = "specification"
        if number == 3 and random.random() < 0.3:
            item["drops_when"] = "vendor_stays"
        items.append(item)
    return {
        "phases": [{"id": "all", "name": "全期間"}],
        "items": items,
        "cutover": {"after": [5]},
        "cost_items": [{"id": "move", "name": "移行費", "items": [5]}],
    }


def _template(
    random: Random, systems: list[str], own: bool, number: int
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "deadline": random.choice(("2026-03-31", "令和8年3月31日")),
        "designated": "2031-03-31",
        "planning": {
            "as_of": random.choice(("2024-04-01", "令和4年10月1日", "R7.4.1")),
            "durations": random.choice(("maximum", "minimum", "likely")),
        },
        "milestones": [
            {"id": "go", "name": "稼働", "cutover": True},
            {"id": "begin", "name": "着手", "item": 1 if own else 8, "date": "start"},
        ],
    }
    if number % _EVERY == 0:
        return made
    made["planning"] |= {"rfp_after": random.choice(("request", "notice", "vote"))}
    made["budget"] = {
        "request": {"from": "09-01", "until": "10-31"},
        "notice": "2月10日",
    }
    made["council"] = {
        "sessions": [
            _session("june", "06-01", "06-24", request_until="04-30"),
            _session("march", "02-20", "03-24", votes_budget=True),
        ]
    }
    made["calendar"] = {"year_end": {"from": "12-29", "until": "01-03"}}
    made["blackouts"] = [
        {
            "system": systems[0],
            "months": [3, 4],
            "name": "異動",
            "confidence": random.choice(("stated", "inferred")),
        },
        {
            "system": systems[1],
            "days": ["03-01", "06-01"],
            "either_side": 1,
            "name": "登録",
            "confidence": "stated",
        },
    ]
    return made


def _session(name: str, first: str, last: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "name": name, "from": first, "until": last, **more}


def _others(random: Random, systems: list[str], own: bool) -> dict[str, Any]:
    one, two, three = systems[:3]
    last = 5 if own else 14
    task, later = f"2@{two}", f"{last}@{three}"
    money = "move" if own else "migration"
    return {
        "costs": {
            "tax_rate": 10,
            "heading": {"account": "一般会計", "node": "委託料"},
            "costs": [
                {"item": money, "system": one, "unit_price": 1200000, "quantity": 1},
                {"item": "extension", "contract": "c0", "unit_price": 400000},
            ],
        },
        "progress": {
            "live": [{"system": one, "since": "2022-01-05"}],
            "tasks": [
                {
                    "item": 1,
                    "status": "done",
                    "start": "2021-10",
                    "finish": "令和3年12月",
                },
                {
                    "task": task,
                    "status": "started",
                    "start": "2022-01-04",
                    "percent": 40,
                    "remaining_months": 2,
                },
            ],
            "steps": [
                {
                    "system": two,
                    "as_of": "2022-04-01",
                    "done": ["1-3", 24],
                    "started": 4,
                },
                {"system": three, "counts": {"done": 3, "started": 1}},
            ],
        },
        "capacity": {
            "lead": {
                "capacity": 30,
                "busy": [{"months": [2, 10], "capacity": 12.5, "name": "予算"}],
            },
            "sections": [{"section": name, "capacity": 20} for name in SECTIONS],
            "vendors": [{"vendor": VENDORS[0], "items": [last], "capacity": 6}],
        },
        "starts": {
            "durations": "likely",
            "starts": [
                {"task": later, "start": random.choice(("2025-01-06", "R6.10.1"))}
            ],
        },
        "scenarios": {
            "scenarios": [
                {"id": "later", "name": "後", "deadline": "令和9年3月31日"},
                {
                    "id": "switch",
                    "name": "乗換",
                    "systems": [{"system": two, "policy": "switch"}],
                },
                {"id": "fewer", "name": "減", "capacity": {"lead": {"capacity": 9}}},
            ]
        },
        "steps": {"count": 40, "steps": [{"number": 24, "name": "質問回答"}]},
        "baselines": {
            "baselines": [
                {
                    "id": "r4",
                    "as_of": "令和4年4月1日",
                    "cutovers": [{"system": two, "day": "2025-10-01"}],
                    "tasks": [{"task": task, "start": "2022-04", "finish": "2022-05"}],
                }
            ]
        },
    }


def packaged_procedures() -> bytes:
    """Return the work items that ship with the product."""
    return (ROOT / "data" / "procedures.yaml").read_bytes()
