"""Work, links, contracts and calendars that hang together oddly (関係の誤り)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from tests.fuzz.files import Files
from tests.fuzz.small_towns import packaged_procedures
from tests.fuzz.yaml_tree import Pairs, bytes_of, tree_from, tree_of

_SYSTEMS, _PROCEDURES = "systems.yaml", "procedures.yaml"
_TEMPLATE = "schedule_template.yaml"


def _entries(tree: Pairs, key: str) -> list[Pairs]:
    held = tree.value(key)
    if not isinstance(held, list) or isinstance(held, Pairs):
        return []
    return [each for each in held if isinstance(each, Pairs)]


def _units(tree: Pairs) -> Iterator[Pairs]:
    for system in _entries(tree, "systems"):
        yield from _entries(system, "units")


def _one(random: Random, entries: list[Pairs]) -> Pairs:
    return random.choice(entries) if entries else Pairs()


def _ids(tree: Pairs, key: str) -> list[Any]:
    return [each.value("id") for each in _entries(tree, key)] or ["nobody"]


def _refs(tree: Pairs) -> list[Any]:
    return [
        each.value("ref") or each.value("number") for each in _entries(tree, "items")
    ] or ["1"]


def items_in_a_circle(random: Random, tree: Pairs) -> None:
    """Let items wait for any others, later ones and themselves too."""
    refs = _refs(tree)
    for _ in range(random.choice((1, 1, 3))):
        item = _one(random, _entries(tree, "items"))
        item.put("after", random.sample(refs, min(len(refs), random.randint(0, 3))))


def items_wait_for_earlier(random: Random, tree: Pairs) -> None:
    """Link the items anew, each behind any of those before it."""
    items, refs = _entries(tree, "items"), _refs(tree)
    for place, item in enumerate(items):
        item.put("after", random.sample(refs[:place], min(place, random.randint(0, 2))))
    # Another fault may have put anything there, which no set would hold.
    waited = [ref for item in items for ref in item.value("after")]
    ends = [ref for ref in refs if ref not in waited or random.random() < 0.1]
    tree.put("cutover", Pairs([("after", ends)]))


def item_removed(random: Random, tree: Pairs) -> None:
    """Take an item out, with or without those that wait for it."""
    items = tree.value("items")
    if not isinstance(items, list) or not items:
        return
    gone = items.pop(random.randrange(len(items)))
    ref = gone.value("ref") or gone.value("number") if isinstance(gone, Pairs) else ""
    if random.random() < 0.7:
        for holder in [*_entries(tree, "items"), tree.value("cutover")]:
            after = holder.value("after") if isinstance(holder, Pairs) else None
            if isinstance(after, list) and not isinstance(after, Pairs):
                kept = [each for each in after if each != ref and str(each) != ref]
                holder.put("after", kept)


def item_renumbered(random: Random, tree: Pairs) -> None:
    """Give an item another number."""
    item = _one(random, _entries(tree, "items"))
    key = random.choice(("number", "number", "ref", "id"))
    item.put(key, random.choice((*map(str, _refs(tree)), "99", "0", "14c", "1000")))


def other_months(random: Random, tree: Pairs) -> None:
    """Let items take no time, ten years, or anything between."""
    for item in _entries(tree, "items"):
        if random.random() < 0.5:
            low = random.choice((0, 0, 1, 3, 12, 60, 120))
            high = random.choice((low, low, min(120, low + 3), 120))
            item.put("months", tree_from({"min": low, "max": high}))
            item.drop("variants")


def other_roles(random: Random, tree: Pairs) -> None:
    """Let other items ask for money, spend it or need a vote."""
    for item in _entries(tree, "items"):
        if random.random() < 0.3:
            item.put("role", random.choice(("budget_request", "rfp", "contract")))
        if random.random() < 0.2:
            item.drop("role")
        if random.random() < 0.2:
            item.put("scope", random.choice(("municipality", "procurement", "system")))
        if random.random() < 0.15:
            drops = random.choice(("vendor_stays", "no_assessment", "no_ordinance"))
            item.put("drops_when", drops)


def systems_in_order(random: Random, tree: Pairs) -> None:
    """Cut systems over after and with each other, in circles too."""
    ids = _ids(tree, "systems")
    for _ in range(random.choice((1, 2, 4))):
        system = _one(random, _entries(tree, "systems"))
        chosen = random.sample(ids, min(len(ids), random.randint(1, 3)))
        system.put(random.choice(("after", "with")), chosen)


def links_anywhere(random: Random, tree: Pairs) -> None:
    """Link systems with others, themselves, all or nothing."""
    ids = [*_ids(tree, "systems"), "*", "nobody"]
    links = [
        {"from": random.choice(ids), "to": random.choice(ids), "data": "異動"}
        for _ in range(random.choice((1, 3, 30)))
    ]
    tree.put("links", tree_from(links))


def bought_together(random: Random, tree: Pairs) -> None:
    """Buy many units under one name, or each under its own."""
    for place, unit in enumerate(_units(tree)):
        if random.random() < 0.7:
            unit.put(
                "procurement", random.choice(("wave", "wave", f"p{place}", "juki"))
            )
        if random.random() < 0.5:
            policies = "stay", "switch", "national", "undecided"
            unit.put("policy", random.choice(policies))


def contract_elsewhere(random: Random, tree: Pairs) -> None:
    """Let units name other contracts: shared, a row of them, unknown, none."""
    ids = _ids(tree, "contracts")
    if random.random() < 0.1:
        ids.append("nobody")
    for unit in _units(tree):
        chance = random.random()
        if chance < 0.3:
            unit.put("contract", random.choice(ids))
        elif chance < 0.4:
            unit.put("contract", random.sample(ids, 2) if len(ids) > 1 else ids)
        elif chance < 0.5:
            unit.drop("contract")


def contract_terms(random: Random, tree: Pairs) -> None:
    """Give contracts terms that do not go together."""
    terms: list[dict[str, Any]] = [
        {"notice_months": 120},
        {"auto_renewal_months": 0},
        {"auto_renewal_months": 1, "auto_renewal_until": "2199-12-31"},
        {"parallel_months": 120, "lookup_months": 120},
        {"extension_unit_months": 120},
        {"kind": "single_year"},
        {"monthly_fee": 0},
        {"annual_fee": 10**15},
        {"start": "1926-12-25"},
        {"end": "2199-12-31"},
        {"start": "1926-12-25", "end": "1926-12-25"},
        {"notice_given": "2024-01-01"},
        {
            "extensions": [
                {"start": "2026-04-01", "end": "2027-03-31", "state": "planned"},
                {"start": "2026-10-01", "end": "2199-12-31", "state": "signed"},
            ]
        },
    ]
    for contract in _entries(tree, "contracts"):
        for key, value in random.choice(terms).items():
            contract.put(key, tree_from(value))


def no_systems(random: Random, tree: Pairs) -> None:
    """Leave no system to be moved, or no unit in any."""
    for system in _entries(tree, "systems"):
        if random.random() < 0.7:
            how = random.choice(("applies", "units", "designated", "statutory"))
            if how == "applies":
                system.put("applies", "false")
                system.put("reason", "なし")
            elif how == "units":
                system.put("units", [])
            elif how == "designated":
                system.put("designated", tree_from({"reason": 1}))
            else:
                system.put("statutory", "false")
                system.put("name", "独自")


def wanted_days(random: Random, tree: Pairs) -> None:
    """Want cutovers on any day, before today and after every deadline too."""
    days = "2000-01-03", "2023-02-29", "2024-03-31", "2025-12-30", "2045-06-01"
    more = "1926-12-25", "2199-12-31", "2026-01-04", "2025-05", "令和8年3月31日"
    for system in _entries(tree, "systems"):
        if random.random() < 0.5:
            key = random.choice(("cutover", "cutover", "deadline"))
            system.put(key, random.choice(days + more))


def fewer_systems(random: Random, tree: Pairs) -> None:
    """Take systems out that other files still name."""
    systems = tree.value("systems")
    if isinstance(systems, list):
        systems[:] = [each for each in systems if random.random() < 0.6]


def nothing_to_do(random: Random, tree: Pairs) -> None:
    """Record that work does not apply, is over, or began after it ended."""
    tasks = [
        {
            "item": number,
            "status": random.choice(("not_applicable", "done", "started")),
            **({"note": "なし"} if random.random() < 0.5 else {}),
            **({"start": "2030-01-01"} if random.random() < 0.2 else {}),
            **({"finish": "2022-01-01"} if random.random() < 0.2 else {}),
        }
        for number in range(1, random.choice((2, 6, 18)))
    ]
    for each in tasks:
        if each["status"] == "not_applicable":
            each["note"] = "なし"
            each.pop("start", None)
            each.pop("finish", None)
        if each["status"] == "started":
            each.pop("finish", None)
    tree.put("tasks", tree_from(tasks))


def live_days(random: Random, tree: Pairs) -> None:
    """Let systems have gone live on any day."""
    for each in _entries(tree, "live"):
        days = "2000-01-01", "2026-01-05", "2099-12-31", "1927-01", "2199-12"
        each.put("since", random.choice(days))


def any_start(random: Random, tree: Pairs) -> None:
    """Let chosen starts fall on any day, of any task."""
    for each in _entries(tree, "starts"):
        days = "2000-01-01", "2026-03-31", "2099-12-31", "1926-12-25", "2199-12-31"
        each.put("start", random.choice(days))
        if random.random() < 0.3:
            each.put("fixed", "true")


def no_capacity(random: Random, tree: Pairs) -> None:
    """Let nobody have any time."""
    for held in (*_entries(tree, "sections"), *_entries(tree, "vendors")):
        held.put("capacity", random.choice(("0", "0.1", "1000")))
    if isinstance(tree.value("lead"), Pairs):
        capacity = random.choice(("0", "0.1"))
        tree.put("lead", tree_from({"capacity": capacity}))


def closed_always(random: Random, tree: Pairs) -> None:
    """Close every month of every system named, or many days."""
    for each in _entries(tree, "blackouts"):
        each.drop("days")
        each.drop("either_side")
        each.put("months", [str(month) for month in range(1, 13)])
        each.put("confidence", random.choice(("stated", "inferred")))


def closed_for_years(random: Random, tree: Pairs) -> None:
    """Close the town hall for very long."""
    span = random.choice(
        (
            {"from": "2000-01-01", "until": "2060-12-31", "name": "休"},
            {"from": "1926-12-25", "until": "2199-12-31", "name": "休"},
            {"from": "2025-01-01", "until": "2026-03-31", "name": "休"},
        )
    )
    tree.put("calendar", tree_from({"closed": [span]}))


def short_windows(random: Random, tree: Pairs) -> None:
    """Leave a day or no time for requests and sessions."""
    day = random.choice(("02-29", "12-31", "01-01", "09-01", "03-31"))
    span = {"from": day, "until": random.choice((day, "02-29", "08-31"))}
    tree.put("budget", tree_from({"request": span, "notice": {"until": day}}))
    for session in _entries(tree.value("council") or Pairs(), "sessions"):
        session.put("from", day)
        session.put("until", random.choice((day, "02-28", "01-01")))
        if random.random() < 0.4:
            session.put("request_until", day)
        if random.random() < 0.3:
            session.put("votes_budget", "true")


def other_budgets(random: Random, tree: Pairs) -> None:
    """Choose other ways to the money."""
    planning = tree.value("planning")
    if isinstance(planning, Pairs):
        ways = random.choice(([], [], ["june"], ["march", "june"]))
        budgets = {
            "supplementary": ways,
            "debt_obligation": random.random() < 0.5,
            "zero_debt": random.random() < 0.5,
        }
        planning.put("budgets", tree_from(budgets))
        after = "request", "notice", "vote", "debt_vote"
        planning.put("rfp_after", random.choice(after))


def deadlines(random: Random, tree: Pairs) -> None:
    """Set deadlines before the as-of date, or at the ends of the calendar."""
    days = "2010-03-31", "2024-04-01", "1926-12-25", "1927-01", "2199-12-31"
    more = "2190-03-31", "1990-03-31", "2100-02-28"
    tree.put("deadline", random.choice(days + more))
    if random.random() < 0.5:
        tree.put("designated", random.choice(days + more))
    planning = tree.value("planning")
    if isinstance(planning, Pairs) and random.random() < 0.5:
        planning.put("as_of", random.choice(("1926-12-25", "2199-12-31", "2024-02-29")))


KINDS: dict[str, tuple[Callable[[Random, Pairs], None], ...]] = {
    _SYSTEMS: (
        *(systems_in_order, links_anywhere, bought_together, bought_together),
        *(contract_elsewhere, contract_terms, contract_terms, no_systems),
        *(wanted_days, wanted_days, fewer_systems),
    ),
    _PROCEDURES: (
        *(items_in_a_circle, items_wait_for_earlier, items_wait_for_earlier),
        *(item_removed, item_renumbered, other_months, other_months, other_roles),
    ),
    _TEMPLATE: (
        *(closed_always, closed_for_years, short_windows, other_budgets, deadlines),
        deadlines,
    ),
    "progress.yaml": (nothing_to_do, nothing_to_do, live_days),
    "starts.yaml": (any_start,),
    "capacity.yaml": (no_capacity,),
}
_WEIGHTS = {_SYSTEMS: 6, _PROCEDURES: 5, _TEMPLATE: 5, "progress.yaml": 2}


def spoil(random: Random, files: Files) -> str:
    """Spoil what hangs together in one file, and return what was done."""
    if _PROCEDURES not in files and _SYSTEMS in files and random.random() < 0.2:
        files[_PROCEDURES] = packaged_procedures()
    names = [
        name
        for name in files
        for _ in range(_WEIGHTS.get(_stem(name), 1))
        if _stem(name) in KINDS
    ]
    if not names:
        return "nothing hangs together"
    name = random.choice(names)
    try:
        tree = tree_of(files[name])
    except Exception:
        # An earlier fault left nothing to read.
        return f"nothing in {name}"
    kind = random.choice(KINDS[_stem(name)])
    kind(random, tree)
    files[name] = bytes_of(tree, random)
    return f"{kind.__name__} in {name}"


def _stem(name: str) -> str:
    return name.rpartition("/")[2]
