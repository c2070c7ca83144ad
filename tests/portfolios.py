"""Municipalities made by hand, few and many (試験用の団体)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory import STATUTORY
from stdmig.outlook.portfolio.portfolio import Broken, Portfolio
from stdmig.outlook.portfolio.roll_up import roll_up
from stdmig.outlook.portfolio.town import (
    SystemState,
    Town,
    TownContract,
    TownDue,
    TownFinding,
    TownPurchase,
    TownSystem,
    TownWork,
    VendorLimit,
)
from stdmig.words import text
from tests.hostile import ALL

AS_OF = date(2026, 4, 1)
TODAY = AS_OF.toordinal()
DEADLINE = date(2026, 3, 31).toordinal()
LATER = date(2031, 3, 31).toordinal()
NATION = 1741

_SHARES = (
    *(179, 40, 33, 35, 25, 35, 59, 44, 25, 35, 63, 54, 62, 33, 30, 15, 19, 17, 27, 77),
    *(42, 35, 54, 29, 19, 26, 43, 41, 39, 30, 19, 19, 27, 23, 19, 24, 17, 20, 34, 60),
    *(20, 21, 45, 18, 26, 43, 41),
)
"""Municipalities of each prefecture, which are 1,741 (総務省, 2018年10月から)."""

_STATES: tuple[SystemState, ...] = ("live", "fits", "late", "impossible", "overdue")
_FLOATS = {"live": 0, "fits": 150, "late": -60, "impossible": -240, "overdue": -300}


def system(
    id_: str, state: SystemState, *, vendor: str = "南海システム", **changed: object
) -> TownSystem:
    """Return a system with days that go with its state."""
    if state == "absent":
        nothing = (None, None, None, None, None, 0, False, None, None)
        return TownSystem(id_, state, *nothing, 0, 0, 40, 40, 0, 0, (), ())
    ahead = {"live": -120, "overdue": -30}.get(state, 400)
    cutover, slack = TODAY + ahead, _FLOATS[state]
    made = TownSystem(
        id=id_,
        state=state,
        cutover=cutover,
        deadline=DEADLINE if state == "live" else LATER,
        early=cutover - slack,
        earliest=cutover - slack - 90,
        float_days=None if state == "live" else slack,
        gap_days=0,
        designated=state != "live",
        reason=None if state == "live" else 4,
        completion=None if state == "live" else LATER,
        done=40 if state == "live" else 24,
        started=0 if state == "live" else 3,
        not_applicable=0 if state == "live" else 2,
        steps=40,
        errors=int(state in ("impossible", "overdue")),
        warnings=int(state == "late"),
        vendors=(vendor,),
        packages=(f"{vendor}総合",),
    )
    return made._replace(**changed)  # type: ignore[arg-type]


def town(
    name: str,
    code: str | None,
    systems: Sequence[TownSystem],
    *,
    place: str | None = None,
    joint: str | None = None,
    vendor: str = "南海システム",
) -> Town:
    """Return a municipality with work, contracts and days that go with its systems."""
    ahead = tuple(each for each in systems if each.state not in ("live", "absent"))
    ids = tuple(each.id for each in ahead)
    return Town(
        place=place or f"towns/{code or name}",
        name=name,
        name_en=None,
        code=code,
        population=12_000 + len(name) * 100,
        work_done=float(sum(each.done for each in systems)),
        work_whole=float(sum(each.steps for each in systems)),
        systems=tuple(systems),
        contracts=tuple(_contracts(vendor, ahead)),
        work=tuple(_work(vendor, ahead)),
        purchases=tuple(_purchases(ahead, joint)),
        due=(
            TownDue("request", date(2026, 10, 30).toordinal(), 2027, len(ids) or 1),
            TownDue("vote", date(2027, 3, 19).toordinal(), None, 1),
        ),
        findings=_findings(systems),
        limits=(VendorLimit(vendor, ("14",), (20,) * 12),) if joint else (),
    )


def _contracts(vendor: str, ahead: Sequence[TownSystem]) -> list[TownContract]:
    return [
        TownContract(
            id=f"c-{each.id}",
            name=f"{each.id} の契約",
            vendor=vendor,
            ends=each.cutover - 1 - each.gap_days,
            covered_to=each.cutover - 1 - each.gap_days,
            needed_to=each.cutover - 1,
            gap_days=each.gap_days,
            notice_by=None,
            single_year=False,
            systems=(each.id,),
        )
        for each in ahead[:3]
        if each.cutover is not None
    ]


def _work(vendor: str, ahead: Sequence[TownSystem]) -> list[TownWork]:
    return [
        TownWork(vendor, None, item, start, start + days, (each.id,))
        for each in ahead
        if each.cutover is not None
        for item, start, days in (
            ("14", each.cutover - 270, 150),
            ("15", each.cutover - 120, 120),
        )
    ]


def _purchases(ahead: Sequence[TownSystem], joint: str | None) -> list[TownPurchase]:
    if joint is None or not ahead or ahead[0].cutover is None:
        return []
    cutover = ahead[0].cutover
    days = cutover - 700, cutover - 400, cutover
    return [TownPurchase("p1", "住民情報系", joint, *days, (ahead[0].id,))]


def _findings(systems: Sequence[TownSystem]) -> tuple[TownFinding, ...]:
    errors = sum(each.errors for each in systems)
    warnings = sum(each.warnings for each in systems)
    gaps = sum(each.gap_days > 0 for each in systems)
    found = (
        TownFinding("STD201", "error", gaps),
        TownFinding("STD302", "error", errors),
        TownFinding("STD303", "warning", warnings),
    )
    return tuple(each for each in found if each.number)


def broken(place: str = "towns/452068", name: str | None = None) -> Broken:
    """Return a workspace whose file cannot be read."""
    fault = Diagnostic(
        "STD003",
        text("{name} is not a date", name="令和0年4月1日"),
        Location(f"{place}/systems.yaml", 12, 9),
        text("write it like {example}", example="2024-09-30"),
    )
    return Broken(place, (fault,), name=name)


@cache
def few() -> Portfolio:
    """Return three municipalities of two prefectures, and a broken one."""
    ids = tuple(STATUTORY)
    good = [system(id_, "live") for id_ in ids]
    mixed = [system(id_, _STATES[place % 5]) for place, id_ in enumerate(ids)]
    mixed[12] = system("seiho", "absent")
    mixed[2] = system("koseki", "late", gap_days=92, vendor="戸籍計算")
    own = system("own-1", "fits", vendor="南海システム")
    last = [
        *(system(id_, "fits", vendor="北日本情報") for id_ in ids[:10]),
        own,
    ]
    towns = (
        town("青空市", "452025", good),
        town("みなと町", "462250", mixed, joint="薩摩共同調達"),
        town("やまの村", None, last, joint="薩摩共同調達", vendor="北日本情報"),
    )
    towns = (towns[0]._replace(name_en="Aozora City"), *towns[1:])
    return roll_up(
        towns, [broken()], as_of=AS_OF, name="南九州協議会", name_en="Southern Council"
    )


@cache
def none() -> Portfolio:
    """Return nothing but a workspace that cannot be read."""
    return roll_up([], [broken()], as_of=AS_OF)


@cache
def hostile(names: tuple[str, ...] = ALL) -> Portfolio:
    """Return municipalities in which every name is hostile."""
    ids = tuple(STATUTORY)
    towns = []
    for number, name in enumerate(names):
        systems = [
            system(id_, _STATES[(number + place) % 5], vendor=name, packages=(name,))
            for place, id_ in enumerate(ids)
        ]
        systems.append(system(name, "late", vendor=name))
        code = f"{number % 47 + 1:02}{number:03}0"
        made = town(
            name, code, systems, place=f"{name}/{number}", joint=name, vendor=name
        )
        towns.append(made._replace(name_en=name))
    faults = [broken(f"{name}/x{number}", name) for number, name in enumerate(names)]
    return roll_up(towns, faults, as_of=AS_OF, name=names[4], name_en=names[0])


def nation(number: int = NATION, names: Sequence[str] = ()) -> Portfolio:
    """
    Return as many municipalities as the nation has, each a little different.

    Parameters
    ----------
    names
        Of the municipalities, in the order of their prefectures.
    """
    towns = []
    for place, prefecture in enumerate(_prefectures(number)):
        name = names[place] if place < len(names) else f"第{place + 1}団体"
        towns.append(_one_of_many(place, prefecture, name))
    return roll_up(towns, [broken(f"towns/{place}") for place in range(3)], as_of=AS_OF)


def _prefectures(number: int) -> list[int]:
    every = [code for code, share in enumerate(_SHARES, start=1) for _ in range(share)]
    return [every[place * NATION // number] for place in range(number)]


def _one_of_many(place: int, prefecture: int, name: str) -> Town:
    systems = []
    vendor = f"事業者{place * 7 % 41 + 1:02}"
    for own, id_ in enumerate(STATUTORY):
        chance = (place * 37 + own // 4 * 101 + own * (place % 3)) % 100
        state: SystemState = (
            "live"
            if chance < 69
            else "fits"
            if chance < 83
            else "late"
            if chance < 92
            else "impossible"
            if chance < 97
            else "overdue"
        )
        if id_ in ("seiho", "jifu") and place % 5 == 0:
            systems.append(system(id_, "absent"))
            continue
        maker = f"事業者{(place * 7 + own // 7 * 11) % 41 + 1:02}"
        made = system(id_, state, vendor=maker)
        if made.cutover is not None and state in ("fits", "late", "impossible"):
            days = made.cutover + (place * 13 + own // 3 * 59) % 1300
            made = made._replace(
                cutover=days,
                float_days=(made.float_days or 0) + (place * 3 + own // 3 * 7) % 50,
                gap_days=(place + own) % 365 if (place + own // 3) % 11 == 0 else 0,
                done=(place + own * 7) % 34,
            )
        systems.append(made)
    code = f"{prefecture:02}{place % 700 + 100:03}0"
    joint = f"共同調達{prefecture:02}" if place % 29 == 0 else None
    whole = town(
        name, code, systems, place=f"towns/{place}", joint=joint, vendor=vendor
    )
    limit = VendorLimit("事業者08", ("14",), (900,) * 12)
    return whole._replace(limits=(limit,) if place == 1 else ())
