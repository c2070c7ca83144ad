"""Random towns: procurements, policies, cutovers and months of every kind."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache
from random import Random
from typing import NamedTuple

from stdmig.inventory import STATUTORY
from stdmig.schedule import Plan
from tests.network.by_hand import Unfolded, bought_under, unfold
from tests.schedule.town import Business, Item, Town, Unit, plan_of

POLICIES = ("stay", "switch", "national", "undecided")

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
    random = Random(20240930)
    return tuple(random_town(random) for _ in range(1000))


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
        Item(ref, scope, months, months, after, drops, waits=ref == "3")
        for ref, scope, after, drops in STANDARD
    )
    return Town(items, ("15", "17"), systems)


def _standard_items(random: Random) -> tuple[Item, ...]:
    return tuple(
        Item(ref, scope, *_months(random), after, drops, waits=ref == "3")
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
