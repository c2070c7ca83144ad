"""On which days systems may be cut over together, as a rule of time (稼働できる日)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from stdmig.dates import Rule, WorkCalendar
from stdmig.inventory import Blackout, System, TemplateFile
from stdmig.schedule.town_days import blackouts_of

_HORIZON = 40
"""For how many years an allowed day is looked for; any 29 February is among them."""


class AllowedDays(NamedTuple):
    """
    What closes days to systems that are cut over together.

    Attributes
    ----------
    calendar
        On which days the town hall works.
    months
        Calendar months that a stated black-out closes.
    days
        Black-outs that close single days.
    spans
        First and last day, as ordinals, of the municipality's own closed dates.
    """

    calendar: WorkCalendar
    months: frozenset[int] = frozenset()
    days: tuple[Blackout, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()

    def holds(self, day: int) -> bool:
        """Return whether the systems may be cut over on a day."""
        if not self.calendar.is_working(day):
            return False
        moment = date.fromordinal(day)
        return (
            moment.month not in self.months
            and not any(first <= day <= last for first, last in self.spans)
            and not any(each.on(moment) == "stated" for each in self.days)
        )

    def next(self, day: int) -> int | None:
        """Return the first allowed day from a day on, or None where none is near."""
        last = min(day + 366 * _HORIZON, date.max.toordinal())
        while day <= last:
            moment = date.fromordinal(day)
            ends = [end for first, end in self.spans if first <= day <= end]
            if ends:
                # A town may be closed for centuries, and each day is asked about.
                day = max(ends) + 1
            elif moment.month in self.months:
                day += monthrange(moment.year, moment.month)[1] - moment.day + 1
            elif self.holds(day):
                return day
            else:
                day += 1
        return None


def allowed_days(template: TemplateFile, systems: Iterable[System]) -> AllowedDays:
    """Return on which days systems may be cut over together."""
    together = tuple(systems)
    held = (each for system in together for each in blackouts_of(template, system))
    stated = [each for each in held if each.confidence == "stated"]
    return AllowedDays(
        template.calendar.working_days,
        frozenset(month for each in stated for month in each.months),
        tuple(each for each in stated if each.days),
        tuple(
            (closed.start.toordinal(), closed.end.toordinal())
            for closed in template.calendar.closed
            if any(closed.closes(system.id) for system in together)
        ),
    )


@lru_cache(maxsize=4096)
def cutover_rule(allowed: AllowedDays, planned: int | None) -> Rule:
    """
    Return the rule from the day all is ready to the day of the cutover.

    It leads to the next allowed day, or to a day that is planned whatever it is; where
    no day is ever allowed, it holds nothing up. Equal rules are one object.

    Parameters
    ----------
    allowed
        On which days a cutover may fall.
    planned
        A wanted day, or the deadline for want of an allowed one.
    """
    if planned is None:
        return _next_allowed(allowed)
    following = _next_allowed(allowed)

    def rule(day: int) -> int:
        later = following(day)
        return min(later, planned) if day <= planned else later

    return rule


@lru_cache(maxsize=4096)
def _next_allowed(allowed: AllowedDays) -> Rule:
    @cache
    def rule(day: int) -> int:
        found = allowed.next(day)
        return day if found is None else found

    return rule
