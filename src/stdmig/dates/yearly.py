"""Days and spans that come back every year: windows, sessions (毎年の期間)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TypeAlias

DayOfYear: TypeAlias = tuple[int, int]
"""Month and day of every year; 29 February may be among them."""

Span: TypeAlias = tuple[date, date]
"""First and last day, both inside."""


def day_in(year: int, day: DayOfYear) -> date:
    """
    Return a day of every year as it falls in `year`.

    29 February is 28 February in common years, so that what ends with February does.
    """
    month, number = day
    return date(year, month, min(number, monthrange(year, month)[1]))


def day_on_or_after(first: date, day: DayOfYear) -> date:
    """Return the first occurrence of a day of every year that is not before `first`."""
    found = day_in(first.year, day)
    return found if found >= first else day_in(first.year + 1, day)


def day_on_or_before(last: date, day: DayOfYear) -> date:
    """Return the last occurrence of a day of every year that is not after `last`."""
    found = day_in(last.year, day)
    return found if found <= last else day_in(last.year - 1, day)


def span_closing_in(year: int, opens: DayOfYear, closes: DayOfYear) -> Span:
    """
    Return the occurrence of a yearly span whose last day lies in a calendar year.

    Parameters
    ----------
    year
        Calendar year of the last day; a span over New Year begins in the one before.
    opens, closes
        First and last day of every year, both inside.
    """
    last = day_in(year, closes)
    return day_on_or_before(last, opens), last


def span_closing_from(first: date, opens: DayOfYear, closes: DayOfYear) -> Span:
    """
    Return the next occurrence of a yearly span that is not over on `first`.

    It may have opened already: its last day is the first one on or after `first`.
    """
    last = day_on_or_after(first, closes)
    return day_on_or_before(last, opens), last
