"""Who works for which municipalities in which month (事業者×月)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from stdmig.outlook.portfolio.portfolio import (
    MonthNumber,
    Overload,
    PackageRow,
    VendorMonth,
    VendorRow,
    item_order,
)
from stdmig.outlook.portfolio.ranking import LOST
from stdmig.outlook.portfolio.town import Day, Town, TownWork, VendorLimit

HEAT_ITEMS = ("14", "15")
"""Data migration, and tests with training: what a vendor's people are short for."""


class VendorYears(NamedTuple):
    """Everything about the vendors (事業者の集計)."""

    rows: tuple[VendorRow, ...]
    overloads: tuple[Overload, ...]


class _Vendor:
    """A vendor while its work is added up."""

    def __init__(self) -> None:
        self.packages: set[str] = set()
        self.towns: set[str] = set()
        self.systems = self.lost = 0
        # How many systems more, or fewer, are worked on from a month on, by item.
        self.steps: dict[str, Counter[MonthNumber]] = {}
        # How much more or less of it that takes, in tenths.
        self.loads: dict[str, Counter[MonthNumber]] = {}
        # How many systems more, or fewer, are in data migration or tests.
        self.moving: Counter[MonthNumber] = Counter()
        # In which workspaces, by item and by package.
        self.places: dict[str, dict[MonthNumber, list[str]]] = {}
        self.moves: dict[str, Counter[MonthNumber]] = {}
        self.moved: Counter[str] = Counter()


def roll_up_vendors(
    towns: Iterable[Town], limits: Iterable[VendorLimit], as_of: Day
) -> VendorYears:
    """
    Return the vendors, those with the most systems first, and what is too much.

    A month counts for a work item that touches it with any day, as `level` counts.
    What was too much in months before that of the as-of date is not told.
    """
    known: dict[str, _Vendor] = {}
    ordinals = _Months()
    for town in towns:
        _add_systems(town, known)
        _add_work(town, known, ordinals)
        _add_moving(town, known, ordinals)
    overloads = [
        each
        for limit in limits
        if limit.vendor in known
        for each in _overloads(limit, known[limit.vendor])
        if each.month >= month_of(as_of)
    ]
    overloads.sort(key=lambda each: (each.month, -each.over, each.vendor, each.items))
    worst: dict[tuple[str, MonthNumber], int] = {}
    for each in overloads:
        key = each.vendor, each.month
        worst[key] = max(worst.get(key, 0), each.over)
    names = sorted(known, key=lambda name: (-known[name].systems, name))
    return VendorYears(
        tuple(_row(name, known[name], worst) for name in names), tuple(overloads)
    )


class _Months:
    """The months of days, each reckoned once."""

    def __init__(self) -> None:
        self._known: dict[Day, MonthNumber] = {}

    def of(self, day: Day) -> MonthNumber:
        found = self._known.get(day)
        if found is None:
            found = self._known[day] = month_of(day)
        return found


def month_of(day: Day) -> MonthNumber:
    """Return the month in which a day lies."""
    moment = date.fromordinal(day)
    return moment.year * 12 + moment.month - 1


def first_day(month: MonthNumber) -> date:
    """Return the first day of a month."""
    return date(month // 12, month % 12 + 1, 1)


def _add_systems(town: Town, known: dict[str, _Vendor]) -> None:
    for system in town.systems:
        if system.state == "absent":
            continue
        for name in system.vendors:
            vendor = known.get(name)
            if vendor is None:
                vendor = known[name] = _Vendor()
            vendor.systems += 1
            vendor.lost += system.state in LOST
            vendor.towns.add(town.place)
            # With several vendors nobody knows here whose package it is.
            if len(system.vendors) == 1:
                vendor.packages.update(system.packages)


def _add_work(town: Town, known: dict[str, _Vendor], months: _Months) -> None:
    busy: dict[tuple[str, str], set[MonthNumber]] = {}
    moved: dict[tuple[str, str], set[MonthNumber]] = {}
    for work, systems in _once(town.work):
        if work.finish <= work.start:
            continue
        vendor = known.get(work.vendor)
        if vendor is None:
            vendor = known[work.vendor] = _Vendor()
        vendor.towns.add(town.place)
        first, last = months.of(work.start), months.of(work.finish - 1)
        steps = vendor.steps.get(work.item)
        if steps is None:
            steps = vendor.steps[work.item] = Counter()
            vendor.loads[work.item] = Counter()
        steps[first] += systems
        steps[last + 1] -= systems
        load = 10 * systems if work.load is None else work.load
        vendor.loads[work.item][first] += load
        vendor.loads[work.item][last + 1] -= load
        span = range(first, last + 1)
        busy.setdefault((work.vendor, work.item), set()).update(span)
        if work.package is not None:
            vendor.packages.add(work.package)
            if work.item in HEAT_ITEMS:
                moved.setdefault((work.vendor, work.package), set()).update(span)
    for (name, item), at_work in busy.items():
        places = known[name].places.setdefault(item, {})
        for month in at_work:
            places.setdefault(month, []).append(town.place)
    for (name, package), at_work in moved.items():
        vendor = known[name]
        vendor.moved[package] += 1
        vendor.moves.setdefault(package, Counter()).update(at_work)


def _add_moving(town: Town, known: dict[str, _Vendor], months: _Months) -> None:
    spans: dict[tuple[str, str], list[tuple[MonthNumber, MonthNumber]]] = {}
    for work in town.work:
        if work.item in HEAT_ITEMS and work.finish > work.start:
            span = months.of(work.start), months.of(work.finish - 1)
            for system in work.systems:
                spans.setdefault((work.vendor, system), []).append(span)
    for (name, _), own in spans.items():
        steps, free = known[name].moving, 0
        # A month that two pieces of work touch counts for the first of them.
        for first, last in sorted(own):
            begin = max(first, free)
            if last >= begin:
                steps[begin] += 1
                steps[last + 1] -= 1
                free = last + 1


def _once(work: tuple[TownWork, ...]) -> Iterator[tuple[TownWork, int]]:
    """
    Yield work with the number of its systems, each counted once for its days.

    Two packages of a vendor in one system are one task of its people.
    """
    seen: dict[tuple[str, str, Day, Day], set[str]] = {}
    for each in work:
        key = each.vendor, each.item, each.start, each.finish
        before = seen.get(key)
        if before is None:
            seen[key] = set(each.systems)
            yield each, len(seen[key])
        else:
            new = set(each.systems) - before
            before |= new
            yield each, len(new)


def _overloads(limit: VendorLimit, vendor: _Vendor) -> Iterator[Overload]:
    loads: Counter[MonthNumber] = Counter()
    for item in limit.items:
        loads.update(_by_month(vendor.loads.get(item, {})))
    for month, load in sorted(loads.items()):
        most = limit.limits[month % 12]
        if most is not None and load > most:
            places = {
                place
                for item in limit.items
                for place in vendor.places.get(item, {}).get(month, ())
            }
            yield Overload(
                limit.vendor, limit.items, month, load, most, tuple(sorted(places))
            )


def _by_month(steps: Mapping[MonthNumber, int]) -> dict[MonthNumber, int]:
    """Return how much there is in each month, from what is more or fewer in it."""
    if not steps:
        return {}
    span = range(min(steps), max(steps))
    sums = accumulate(steps.get(month, 0) for month in span)
    return {month: number for month, number in zip(span, sums, strict=True) if number}


def _row(
    name: str, vendor: _Vendor, worst: Mapping[tuple[str, MonthNumber], int]
) -> VendorRow:
    systems: dict[MonthNumber, dict[str, int]] = {}
    places: dict[MonthNumber, set[str]] = {}
    for item in sorted(vendor.steps, key=item_order):
        for month, number in _by_month(vendor.steps[item]).items():
            systems.setdefault(month, {})[item] = number
        for month, here in vendor.places.get(item, {}).items():
            places.setdefault(month, set()).update(here)
    moving = _by_month(vendor.moving)
    months = {
        month: VendorMonth(
            len(places[month]),
            systems[month],
            worst.get((name, month), 0),
            tuple(sorted(places[month])),
            moving.get(month, 0),
        )
        for month in sorted(systems)
    }
    packages = tuple(
        PackageRow(
            package, vendor.moved[package], dict(sorted(vendor.moves[package].items()))
        )
        for package in sorted(vendor.moves)
    )
    return VendorRow(
        name,
        tuple(sorted(vendor.packages)),
        len(vendor.towns),
        vendor.systems,
        vendor.lost,
        months,
        packages,
    )
