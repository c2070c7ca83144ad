"""Random towns: procurements, policies, cutovers and months of every kind."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import NamedTuple

from stdmig.inventory import STATUTORY
from stdmig.schedule import Plan
from tests.budget_days import ways_of
from tests.network.by_hand import Unfolded, bought_under, unfold
from tests.schedule.town import (
    Business,
    Calendar,
    Item,
    Sitting,
    Town,
    Unit,
    plan_of,
)

POLICIES = ("stay", "switch", "national", "undecided")

ROLES = {"8": "budget_request", "9": "rfp", "11": "contract"}

STANDARD: tuple[tuple[str, str, tuple[str, ...], str | None], ...] = (
    ("1", "municipality", (), None),
    ("2", "system", ("1",), None),
    ("3", "system", ("2",), None),
    ("4", "procurement", ("3",), None),
    ("5", "procurement", ("4",), None),
    ("6", "procurement", ("5",), None),
    ("7", "procurement", ("6",), None),
    ("8", "procurement", ("7",), None),
    ("9", "procurement", ("8",), "vendor_stays"),
    ("10", "procurement", ("9",), "vendor_stays"),
    ("11", "procurement", ("10",), None),
    ("12", "system", ("11",), "no_assessment"),
    ("13", "system", ("12",), None),
    ("14", "system", ("12", "14c"), None),
    ("14c", "municipality", ("2",), None),
    ("15", "system", ("13", "14", "16"), None),
    ("16", "system", ("11",), None),
    ("17", "system", ("11",), None),
)
"""Ref, scope, predecessors and drop-out of the 17 items and item 14's part."""


@cache
def thousand_towns() -> tuple[Town, ...]:
    """Return the 1,000 towns of the oracle, the same ones in every run."""
    random, sessions = Random(20240930), Random(20241031)
    towns = (random_town(random) for _ in range(1000))
    return tuple(in_its_year(sessions, town) for town in towns)


class Case(NamedTuple):
    """A town, what the product plans for it, and its tasks listed by a clerk."""

    town: Town
    plan: Plan
    unfolded: Unfolded


@cache
def thousand_cases() -> tuple[Case, ...]:
    """Return the 1,000 towns, each read and planned once for all tests."""
    return tuple(Case(town, plan_of(town), unfold(town)) for town in thousand_towns())


def random_town(random: Random) -> Town:
    """Return a town of two to five systems in two to four procurements."""
    if random.random() < 0.7:
        items: tuple[Item, ...] = _standard_items(random)
        ends: tuple[str, ...] = ("15", "17")
    else:
        items, ends = _any_items(random)
    return Town(
        items,
        ends,
        _systems(random),
        as_of=_day(random, 2020, 2024),
        wanted=_day(random, 2024, 2031) if random.random() < 0.5 else None,
        deadline=_day(random, 2025, 2031),
        published=(
            ("first", _day(random, 2019, 2023)),
            ("second", _day(random, 2019, 2025)),
        ),
        durations=random.choice(("maximum", "minimum")),
    )


def standard_town(systems: tuple[Business, ...], months: int = 1) -> Town:
    """Return a town with the items of the procedure, each of the same length."""
    items = tuple(
        Item(ref, scope, months, months, after, drops, ref == "3", ROLES.get(ref))
        for ref, scope, after, drops in STANDARD
    )
    return Town(items, ("15", "17"), systems)


def _standard_items(random: Random) -> tuple[Item, ...]:
    return tuple(
        Item(ref, scope, *_months(random), after, drops, ref == "3", ROLES.get(ref))
        for ref, scope, after, drops in STANDARD
    )


def _any_items(random: Random) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Return items linked at random, and those that nothing else waits for."""
    items: list[Item] = []
    for place in range(random.randint(4, 12)):
        earlier = [item.ref for item in items]
        after = random.sample(earlier, min(len(earlier), random.randint(0, 3)))
        # The first item never drops out, so that every cutover waits for something.
        drops = random.choice(("vendor_stays", "no_assessment", None, None, None, None))
        items.append(
            Item(
                str(place + 1),
                random.choice(("municipality", "procurement", "system")),
                *_months(random),
                tuple(after),
                drops if place else None,
                waits=random.random() < 0.2,
            )
        )
    waited_for = {ref for item in items for ref in item.after}
    random.shuffle(items)
    ends = tuple(
        item.ref
        for item in items
        if item.ref not in waited_for or random.random() < 0.1
    )
    return tuple(items), ends


def in_its_year(random: Random, town: Town) -> Town:
    """Return every other town with a window for requests and council sessions."""
    if random.random() < 0.5:
        return town
    items = [each if each.role is None else _asked(each) for each in town.items]
    if not any(item.role for item in items):
        items = _with_roles(random, items)
    request = next((item for item in items if item.role == "budget_request"), None)
    calendar = random_calendar(random, request.longest if request else 1)
    bought = sorted(
        {unit.procurement or "" for each in town.systems for unit in each.units} - {""}
    )
    if bought and random.random() < 0.3:
        way = random.choice(list(ways_of(calendar)))
        calendar = calendar._replace(choices=((random.choice(bought), way),))
    return town._replace(items=tuple(items), calendar=calendar)


def _asked(item: Item) -> Item:
    """Return an item that takes some time, if it is the one that asks for money."""
    if item.role != "budget_request":
        return item
    return item._replace(shortest=max(1, item.shortest), longest=max(1, item.longest))


def _with_roles(random: Random, items: list[Item]) -> list[Item]:
    """Return items of which one asks for the money that a later one spends."""
    by_ref = {item.ref: item for item in items}

    def before(ref: str) -> set[str]:
        after = by_ref[ref].after
        return set(after).union(*(before(each) for each in after))

    ends = [ref for ref in by_ref if before(ref)]
    if not ends:
        return items
    contract = random.choice(sorted(ends))
    request = random.choice(sorted(before(contract)))
    roles = {request: "budget_request", contract: "contract"}
    between = [ref for ref in before(contract) if request in by_ref[ref].after]
    if between:
        roles[random.choice(sorted(between))] = "rfp"
    return [_asked(item._replace(role=roles.get(item.ref))) for item in items]


def random_calendar(random: Random, months: int) -> Calendar:
    """Return a municipal year whose window holds a request of some months."""
    opens = date(2023, 1, 1) + timedelta(random.randrange(365))
    # A leap day later than that, no month of the window is too long for it.
    closes = opens + timedelta(min(364, 31 * months + random.randrange(90)))
    sittings = []
    for number in range(random.randint(0, 4)):
        start = date(2023, 1, 1) + timedelta(random.randrange(365))
        end = start + timedelta(random.randrange(40))
        asked = start - timedelta(random.randrange(90))
        sittings.append(
            Sitting(
                f"session-{number}",
                (start.month, start.day),
                random.choice(((end.month, end.day), (2, 29), (3, 31))),
                (asked.month, asked.day) if random.random() < 0.8 else None,
                votes_budget=number == 1,
            )
        )
    return Calendar(
        ((opens.month, opens.day), (closes.month, closes.day)),
        random.choice((None, (2, 10), (2, 29), (12, 25))),
        tuple(sittings),
        random.choice(("request", "notice", "vote", "debt_vote")),
        random.choice((None, ("session-0",))) if sittings else None,
        random.random() < 0.8,
        random.random() < 0.3,
    )


def _months(random: Random) -> tuple[int, int]:
    shortest = random.randint(0, 4)
    return shortest, shortest + random.randint(0, 3)


def _systems(random: Random) -> tuple[Business, ...]:
    while True:
        systems = _any_systems(random)
        bought = {
            bought_under(system, unit)
            for system in systems
            for unit in system.units or (None,)
        }
        if 2 <= len(bought) <= 4:
            return systems


def _any_systems(random: Random) -> tuple[Business, ...]:
    names = random.sample(sorted(STATUTORY), random.randint(2, 5))
    return tuple(
        Business(
            name,
            tuple(
                _unit(random, f"{name}-{place}")
                for place in range(random.choice((0, 1, 1, 1, 2)))
            ),
            assessment=random.choice((None, "none", "basic", "focused", "full")),
            specification=random.choice((None, "first", "second")),
            cutover=_day(random, 2024, 2031) if random.random() < 0.6 else None,
            deadline=_day(random, 2025, 2031) if random.random() < 0.3 else None,
        )
        for name in names
    )


def _unit(random: Random, name: str) -> Unit:
    policy = random.choice(POLICIES)
    kind = random.random()
    if kind < 0.4:
        return Unit(name, policy, procurement=random.choice(("wave-1", "wave-2")))
    if kind < 0.8:
        return Unit(name, policy, package=random.choice(("基幹", "福祉 2")))
    return Unit(name, policy)


def _day(random: Random, first_year: int, last_year: int) -> date:
    """Return any day, every other time one of the last of its month."""
    year, month = random.randint(first_year, last_year), random.randint(1, 12)
    length = monthrange(year, month)[1]
    first = 28 if random.random() < 0.5 else 1
    return date(year, month, random.randint(first, length))
