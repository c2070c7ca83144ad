"""Sessions of every year, and work that ends on one of them (会期末・議決日)."""

from __future__ import annotations

from datetime import date
from functools import cache

from stdmig.dates.months import months
from stdmig.dates.rule import Rule
from stdmig.dates.yearly import DayOfYear, day_in


def next_of(day: int, days: tuple[DayOfYear, ...]) -> int:
    """
    Return the first of some days of every year that is `day` or comes after it.

    Parameters
    ----------
    day
        Ordinal of the day to look from.
    days
        At least one day of the year, in any order.
    """
    year = date.fromordinal(day).year
    this_year = (day_in(year, each).toordinal() for each in days)
    left = [each for each in this_year if each >= day]
    return min(left) if left else day_in(year + 1, min(days)).toordinal()


@cache
def ending_with_vote(n: int, votes: tuple[DayOfYear, ...]) -> Rule:
    """
    Return the rule of work that takes `n` months and ends with the council's vote.

    It finishes, exclusively, on the day after the first vote by which the months are
    over: a bill that is ready too late for one session waits for the next.

    Parameters
    ----------
    n
        Calendar months; the vote is never before the start, even with 0.
    votes
        The last days of the sessions (会期末), at least one, in ascending order.

    Returns
    -------
    Rule
        Always the same object for the same months and votes; its results are kept.
        It raises ValueError for days outside the years 1 to 9999.
    """
    span = months(n)

    @cache
    def rule(day: int) -> int:
        return next_of(max(span(day), day + 1) - 1, votes) + 1

    return rule
