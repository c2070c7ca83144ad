"""A slip that costs a year: dates in two heaps with nothing between (二つの山)."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from stdmig.risk.distribution import Distribution

_LEAST_GAP = 90
"""Days without a date, from which on two heaps are told apart."""

_LEAST_SHARE, _STRAY = 0.02, 0.005
"""What a heap must hold to be one, and what may lie astray between them."""


class Clusters(NamedTuple):
    """
    Two heaps of dates.

    Attributes
    ----------
    share
        Of the samples in the earlier heap.
    early_to, late_from
        Last day of the earlier heap, first day of the later one.
    """

    share: float
    early_to: date
    late_from: date

    @property
    def gap(self) -> int:
        """Return how many days lie between them."""
        return (self.late_from - self.early_to).days


def clusters(found: Distribution) -> Clusters | None:
    """Return the heaps around the longest stretch of days that hardly come out."""
    days = [place for place, number in enumerate(found.counts) if number]
    up_to = list(accumulate(found.counts[place] for place in days))
    total = found.samples
    least, stray = _LEAST_SHARE * total, _STRAY * total
    best, width = None, _LEAST_GAP - 1
    for left, place in enumerate(days):
        right = bisect_right(up_to, up_to[left] + stray)
        if right == len(days) or days[right] - place <= width:
            continue
        if up_to[left] >= least and total - up_to[right - 1] >= least:
            best, width = (left, right), days[right] - place
    if best is None:
        return None
    early, late = (date.fromordinal(found.first + days[each]) for each in best)
    return Clusters(up_to[best[0]] / total, early, late)
