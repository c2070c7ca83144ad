"""Durations in calendar months, counted as the Civil Code does (民法143条)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stdmig.dates.rule import Rule


@cache
def months(n: int) -> Rule:
    """
    Return the rule from a first day to the day after `n` months.

    A period ends, exclusively, on the same day `n` months later; where that day does
    not exist, on the first of the following month, so that its last day is the last
    of the month (民法143条2項): one month from 2025-01-31 lasts through 2025-02-28.

    Parameters
    ----------
    n
        Calendar months; 0 is the identity.

    Returns
    -------
    Rule
        Always the same object for the same `n`; its results are kept. It raises
        ValueError for days outside the years 1 to 9999.

    Raises
    ------
    ValueError
        If `n` is negative.
    """
    if n < 0:
        raise ValueError(f"a duration of {n} months is negative")

    @cache
    def rule(day: int) -> int:
        start = date.fromordinal(day)
        years, month = divmod(start.month - 1 + n, 12)
        target = date(start.year + years, month + 1, 1)
        length = monthrange(target.year, target.month)[1]
        return target.toordinal() + min(start.day - 1, length)

    return rule
