"""Who works for which municipalities in which month (事業者×月)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from stdmig.outlook.portfolio.month_number import MonthNumber, month_of
from stdmig.outlook.portfolio.town import Day, Town, VendorLimit
from stdmig.outlook.portfolio.vendor_row import (
    Overload,
    PackageRow,
    VendorMonth,
    VendorRow,
    item_order,
)
from stdmig.outlook.portfolio.vendor_sums import (
    Months,
    VendorSum,
    add_moving,
    add_systems,
    add_work,
)


class VendorYears(NamedTuple):
    """Everything about the vendors (事業者の集計)."""

    rows: tuple[VendorRow, ...]
    overloads: tuple[Overload, ...]


def roll_up_vendors(
    towns: Iterable[Town], limits: Iterable[VendorLimit], as_of: Day
) -> VendorYears:
    """
    Return the vendors, those with the most systems first, and what is too much.

    A month counts for a work item that touches it with any day, as `level` counts.
    What was too much in months before that of the as-of date is not told.
    """
    known: dict[str, VendorSum] = {}
    ordinals = Months()
    for town in towns:
        add_systems(town, known)
        add_work(town, known, ordinals)
        add_moving(town, known, ordinals)
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


def _overloads(limit: VendorLimit, vendor: VendorSum) -> Iterator[Overload]:
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
    name: str, vendor: VendorSum, worst: Mapping[tuple[str, MonthNumber], int]
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
