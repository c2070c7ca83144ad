"""Months and peaks of the loads (月別の作業量と最大値)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from stdmig.levelling.levelled import Levelled, Series


def month_at(levelled: Levelled, place: int) -> date:
    """Return the first day of a month of the series, by its place."""
    year, month = levelled.first
    number = year * 12 + month - 1 + place
    return date(number // 12, number % 12 + 1, 1)


def peak(loads: Iterable[Decimal]) -> Decimal:
    """Return the most work in one month (最大)."""
    return max(loads, default=Decimal(0))


def exceeded(each: Series) -> int:
    """Return in how many months more is to be done than can be done."""
    limits = each.capacity or ()
    return sum(
        most is not None and done > most
        for done, most in zip(each.after, limits, strict=False)
    )


def highest_limit(each: Series) -> Decimal | None:
    """Return what can be done in an ordinary month; None without any limit."""
    known = [most for most in each.capacity or () if most is not None]
    return max(known, default=None)


def limited(all_series: Iterable[Series]) -> list[Series]:
    """Return the series that have a capacity."""
    return [each for each in all_series if each.capacity is not None]


def used_months(all_series: Sequence[Series]) -> range:
    """Return the months from the first to the last in which anybody has work."""
    busy = [
        place
        for each in all_series
        for loads in (each.before, each.after)
        for place, load in enumerate(loads)
        if load
    ]
    return range(min(busy), max(busy) + 1) if busy else range(0)
