"""Months and days of any year in words; neighbouring months are joined (月・月日)."""

from __future__ import annotations

from collections.abc import Iterable

from stdmig.dates.yearly import DayOfYear
from stdmig.words import Text, listing, text

_NAMES: tuple[Text, ...] = (
    text("January"),
    text("February"),
    text("March"),
    text("April"),
    text("May"),
    text("June"),
    text("July"),
    text("August"),
    text("September"),
    text("October"),
    text("November"),
    text("December"),
)


def month_list(months: Iterable[int]) -> Text:
    """
    Return months, 1 to 12, in words: "October to January, March to April".

    December and January are neighbours.
    """
    named = frozenset(months)
    starts = [month for month in sorted(named) if _before(month) not in named]
    return listing(_span(start, named) for start in starts or [1])


def shown_month_day(day: DayOfYear) -> Text:
    """Return a day of every year in words: 31 March, 3月31日."""
    month, number = day
    return text("{day} {month}", day=number, month=_NAMES[month - 1])


def _before(month: int) -> int:
    return (month - 2) % 12 + 1


def _span(start: int, named: frozenset[int]) -> Text:
    last = start
    while (following := last % 12 + 1) in named and following != start:
        last = following
    first_name, last_name = _NAMES[start - 1], _NAMES[last - 1]
    if last == start:
        return first_name
    return text("{first} to {last}", first=first_name, last=last_name)
