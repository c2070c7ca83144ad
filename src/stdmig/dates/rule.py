"""A rule of time, day to day, and the one inverse of all rules (時間の規則)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import TypeAlias

Rule: TypeAlias = Callable[[int], int]
"""A monotone, extensive map from day to day.

Days are proleptic Gregorian ordinals (`datetime.date.toordinal`); ``rule(x) >= x``,
and ``x <= y`` implies ``rule(x) <= rule(y)``. A rule is hashable, as any function
is.
"""


@cache
def latest(rule: Rule, day: int) -> int:
    """
    Return the latest day from which a rule still reaches `day`.

    That is ``max {x : rule(x) <= day}``, found by asking the rule itself, so that
    planning backward cannot disagree with planning forward.

    Parameters
    ----------
    rule
        A monotone rule with ``rule(x) >= x``.
    day
        Ordinal of the day that must not be passed.

    Raises
    ------
    ValueError
        If even the first day of the calendar leads past `day`.
    """
    reach = 1
    while rule(low := max(1, day - reach)) > day:
        if low == 1:
            raise ValueError(f"no day of the calendar leads to day {day}")
        reach *= 2
    # range(day + 1) holds each day at its own place, so the place is the answer.
    return bisect_right(range(day + 1), day, lo=low, key=rule) - 1
