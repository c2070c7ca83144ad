"""Days on which a town hall works, one by one (開庁日の検算)."""

from __future__ import annotations

from datetime import date
from functools import cache

import jpholiday

from tests.oracle import ONE_DAY


@cache
def is_open(day: date) -> bool:
    """Return whether a town hall works: no weekend, holiday or turn of the year."""
    turn = (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)
    return day.weekday() < 5 and not turn and not jpholiday.is_holiday(day)


def open_from(day: date) -> date:
    """Return the next working day."""
    while not is_open(day):
        day += ONE_DAY
    return day


def closed_before(day: date) -> int:
    """Return for how many days the town hall is closed just before a day."""
    eve = day - ONE_DAY
    while not is_open(eve):
        eve -= ONE_DAY
    return (day - eve).days - 1


@cache
def chosen_day(first: date, deadline: date) -> date:
    """
    Return the day that is chosen where no black-out is recorded.

    Of the working days of the deadline's month and the eleven before it, it is the
    last one after the longest closure; where none is left, the deadline itself.
    """
    begins = deadline.replace(day=1)
    for _ in range(11):
        begins = (begins - ONE_DAY).replace(day=1)
    numbers = range(max(begins, first).toordinal(), deadline.toordinal() + 1)
    open_days = [day for day in map(date.fromordinal, numbers) if is_open(day)]
    return max(open_days, key=lambda day: (closed_before(day), day), default=deadline)
