"""How far months of 30.4167 days may lead away from those of the calendar (許容差)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

from tests.differential.steps import Case
from tests.differential.taskjuggler import MONTH, Dated
from tests.oracle import latest_start, months_later

_DAYS = [date(2000, 1, 1) + timedelta(number) for number in range(1461)]
"""Four years: the lengths of months come back after them, from 1901 to 2099."""


class Drift(NamedTuple):
    """By how much our day may lie after the other one, at least and at most."""

    least: timedelta
    most: timedelta

    def holds(self, ours: date, theirs: datetime) -> bool:
        """Return whether our day is as near to theirs as it must be."""
        return self.least <= moment(ours) - theirs <= self.most


NONE = Drift(timedelta(0), timedelta(0))


def moment(day: date) -> datetime:
    """Return the moment at which a day begins."""
    return datetime.combine(day, time())


@cache
def drift_back(months: int) -> Drift:
    """Return how one item moves a late start: what it takes before any day."""
    lengths = [day - latest_start(months, day) for day in _DAYS]
    return Drift(months * MONTH - max(lengths), months * MONTH - min(lengths))


@cache
def drift_on(months: int) -> Drift:
    """Return how one item moves an early finish: what it takes from any day."""
    lengths = [months_later(day, months) - day for day in _DAYS]
    return Drift(min(lengths) - months * MONTH, max(lengths) - months * MONTH)


@cache
def held_back(months: int) -> timedelta:
    """Return by how much later a start can lie that gives the same finish."""
    return max(latest_start(months, months_later(day, months)) - day for day in _DAYS)


def late_drifts(case: Case, dated: Sequence[Dated]) -> list[Drift]:
    """
    Return how far each late start may lie from TaskJuggler's.

    The drifts of the items between it and the fixed days add up, along the chain that
    sets TaskJuggler's date for what lies later, and along any chain that can set ours
    for what lies earlier. There is no other allowance.
    """
    found = [NONE] * len(case.steps)
    for place in reversed(range(len(case.steps))):
        step, end = case.steps[place], dated[place].end
        limits = [(dated[other].start, found[other]) for other in step.others]
        limits += [(moment(day), NONE) for day in step.bars]
        # Of those that set it, any will do: our own limit is behind none of them.
        most = min(drift.most for day, drift in limits if day == end)
        least = min(day - end + drift.least for day, drift in limits)
        own = drift_back(step.months)
        found[place] = Drift(least + own.least, most + own.most)
    return found


def early_drifts(case: Case, dated: Sequence[Dated]) -> list[tuple[Drift, Drift]]:
    """
    Return how far each early start and finish may lie from TaskJuggler's.

    They are counted as for the late dates. An early start that is shown is the latest
    one that gives its finish.
    """
    found: list[tuple[Drift, Drift]] = []
    for place, step in enumerate(case.steps):
        start = dated[place].start
        limits = [(dated[other].end, found[other][1]) for other in step.others]
        limits += [(moment(day), NONE) for day in step.bars]
        least = max(drift.least for day, drift in limits if day == start)
        most = max(day - start + drift.most for day, drift in limits)
        own = drift_on(step.months)
        begun = Drift(least, most + held_back(step.months))
        found.append((begun, Drift(least + own.least, most + own.most)))
    return found
