"""The work of vendors, added up town by town (事業者の作業の集計)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stdmig.outlook.portfolio.month_number import MonthNumber, month_of
from stdmig.outlook.portfolio.ranking import LOST
from stdmig.outlook.portfolio.town import Day, Town, TownWork

HEAT_ITEMS = ("14", "15")
"""Data migration, and tests with training: what a vendor's people are short for."""


class VendorSum:
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


class Months:
    """The months of days, each reckoned once."""

    def __init__(self) -> None:
        self._known: dict[Day, MonthNumber] = {}

    def of(self, day: Day) -> MonthNumber:
        """Return the month in which a day lies."""
        found = self._known.get(day)
        if found is None:
            found = self._known[day] = month_of(day)
        return found


def add_systems(town: Town, known: dict[str, VendorSum]) -> None:
    """Add the systems of a town to those of its vendors."""
    for system in town.systems:
        if system.state == "absent":
            continue
        for name in system.vendors:
            vendor = known.get(name)
            if vendor is None:
                vendor = known[name] = VendorSum()
            vendor.systems += 1
            vendor.lost += system.state in LOST
            vendor.towns.add(town.place)
            # With several vendors nobody knows here whose package it is.
            if len(system.vendors) == 1:
                vendor.packages.update(system.packages)


def add_work(town: Town, known: dict[str, VendorSum], months: Months) -> None:
    """Add the work for a town to that of its vendors, item by item."""
    busy: dict[tuple[str, str], set[MonthNumber]] = {}
    moved: dict[tuple[str, str], set[MonthNumber]] = {}
    for work, systems in _once(town.work):
        if work.finish <= work.start:
            continue
        vendor = known.get(work.vendor)
        if vendor is None:
            vendor = known[work.vendor] = VendorSum()
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


def add_moving(town: Town, known: dict[str, VendorSum], months: Months) -> None:
    """Add the systems of a town in data migration or tests, each once a month."""
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
