"""On which days a town hall works, and how long it is closed (開庁日・閉庁日)."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from stdmig.dates.holidays import national_holidays

DayOff = Literal["weekend", "holiday", "year_end"]
"""Why a town hall is closed: 土日, 国民の祝日, 年末年始 (地方自治法4条の2)."""


class WorkCalendar(NamedTuple):
    """
    The days on which a town hall is closed every year.

    Attributes
    ----------
    year_end_start, year_end_end
        First and last day of the year-end closure (年末年始), month and day, both
        inside. Where the last lies before the first, it runs into the next year.
    """

    year_end_start: tuple[int, int] = (12, 29)
    year_end_end: tuple[int, int] = (1, 3)

    def is_working(self, day: int) -> bool:
        """Return whether the town hall works on a day, given as its ordinal."""
        return day not in _closed(self, date.fromordinal(day).year)

    def day_off(self, day: int) -> DayOff | None:
        """Return why the town hall is closed on a day, or None where it works."""
        moment = date.fromordinal(day)
        if self._in_year_end(moment):
            return "year_end"
        if moment.weekday() >= 5:
            return "weekend"
        return "holiday" if moment in national_holidays(moment.year) else None

    def closure_before(self, day: int) -> int:
        """Return for how many days up to the eve of a day the town hall is closed."""
        eve = day - 1
        while eve > 0 and not self.is_working(eve):
            eve -= 1
        return day - 1 - eve

    def _in_year_end(self, day: date) -> bool:
        start, end = self.year_end_start, self.year_end_end
        own = (day.month, day.day)
        return start <= own <= end if start <= end else own >= start or own <= end


@cache
def _closed(calendar: WorkCalendar, year: int) -> frozenset[int]:
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    return frozenset(day for day in range(first, last + 1) if calendar.day_off(day))
