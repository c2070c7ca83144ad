"""When a system is not to be cut over, as spans of days (切替回避期間の日付)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from stdmig.dates import Span, day_in
from stdmig.inventory import Blackout, System, TemplateFile
from stdmig.schedule.town_days import blackouts_of
from stdmig.words import Name

ClosureKind = Literal["stated", "inferred", "closed"]
"""A black-out that a source states, an inferred one, or the town's own closed dates."""


class Closure(NamedTuple):
    """
    Why, and on which days, a system is not to be cut over.

    Attributes
    ----------
    title
        What the section is busy with, or what happens.
    spans
        First and last days, both inside, in order.
    """

    title: Name
    kind: ClosureKind
    spans: tuple[Span, ...]


def closures(
    template: TemplateFile, system: System, first: date, last: date
) -> tuple[Closure, ...]:
    """
    Return the black-outs and closed dates of a system from one day to another.

    Spans are cut at these days, which are inside. A black-out of stated days gives
    another closure for the days on either side, which are inferred.
    """
    found = []
    for each in blackouts_of(template, system):
        named, near = _days(each, first, last)
        found.append(Closure(each.title, each.confidence, _spans(named)))
        found.append(Closure(each.title, "inferred", _spans(near - named)))
    for closed in template.calendar.closed:
        if closed.closes(system.id):
            span = max(closed.start, first), min(closed.end, last)
            found.append(
                Closure(closed.title, "closed", (span,) if span[0] <= span[1] else ())
            )
    return tuple(each for each in found if each.spans)


def _days(blackout: Blackout, first: date, last: date) -> tuple[set[int], set[int]]:
    """Return the ordinals of a black-out's own days, and of those near them."""
    span = range(first.toordinal(), last.toordinal() + 1)
    named = {
        day
        for year in range(max(first.year - 1, 1), min(last.year + 1, 9999) + 1)
        for day in _in_year(blackout, year)
    }
    near = {
        day + shift
        for day in (named if blackout.days else ())
        for shift in range(-blackout.either_side, blackout.either_side + 1)
    }
    return {day for day in named if day in span}, {day for day in near if day in span}


def _in_year(blackout: Blackout, year: int) -> Iterator[int]:
    for month in blackout.months:
        begins = date(year, month, 1).toordinal()
        yield from range(begins, begins + monthrange(year, month)[1])
    for day in blackout.days:
        yield day_in(year, day).toordinal()


def _spans(days: Iterable[int]) -> tuple[Span, ...]:
    """Return days as runs of consecutive ones."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][1] == day - 1:
            runs[-1][1] = day
        else:
            runs.append([day, day])
    return tuple((date.fromordinal(a), date.fromordinal(b)) for a, b in runs)
