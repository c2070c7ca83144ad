"""Months of any year, as an enumeration in which neighbours are joined (月の列挙)."""

from __future__ import annotations

from collections.abc import Iterable

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
