"""How often each month came out, and up to each month (月別の度数と累積)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from stdmig.risk.distribution import Distribution


class Month(NamedTuple):
    """
    A month.

    Attributes
    ----------
    day
        Its first.
    samples
        How many came out in it.
    share, up_to
        Share of all samples in it, and up to its end.
    """

    day: date
    samples: int
    share: float
    up_to: float


def months(found: Distribution, also: Iterable[date] = ()) -> list[Month]:
    """
    Return the months from the first that came out to the last, without holes.

    Parameters
    ----------
    also
        Days whose months are among them too.
    """
    held: dict[int, int] = {}
    for place, number in enumerate(found.counts):
        if number:
            month = _month(date.fromordinal(found.first + place))
            held[month] = held.get(month, 0) + number
    known = [*held, *map(_month, also)]
    total, passed, listed = found.samples, 0, []
    for month in range(min(known), max(known) + 1):
        number = held.get(month, 0)
        passed += number
        day = date(month // 12, month % 12 + 1, 1)
        listed.append(Month(day, number, number / total, passed / total))
    return listed


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
