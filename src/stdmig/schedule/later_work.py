"""A plan as it would be if some of its work took longer (遅れの想定)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from stdmig.schedule.cutover import Cutover
from stdmig.schedule.plan import Plan
from stdmig.schedule.timing import Duration, fastest, slowest


def with_later_work(plan: Plan, later: Mapping[int, int]) -> Plan:
    """
    Return a plan in which some tasks take more months; the cutovers stay.

    The shortest, the likely and the longest duration grow alike. What is under way
    takes that much more than is left of it; what is over stays as it was.

    Parameters
    ----------
    plan
        The plan as it is.
    later
        Months that are added, by the places of the tasks.
    """
    spans = tuple(
        [
            _longer(span, later[place]) if place in later else span
            for place, span in enumerate(plan.durations)
        ]
    )
    known = {
        place: record._replace(late=later.get(place, 0))
        for place, record in plan.progress.items()
    }
    longer = replace(plan, durations=spans, progress=known)
    safe = longer.follow(slowest(plan.network, spans))
    quick = longer.follow(fastest(plan.network, spans))
    return replace(
        longer,
        cutovers=_possible(plan.cutovers, safe.early.cutover, quick.early.cutover),
        safe=safe.timing,
        quick=quick.timing,
        late=safe.late,
        last_chance=quick.late,
        early=safe.early,
        earliest=quick.early,
    )


def _longer(span: Duration, months: int) -> Duration:
    stated = None if span.stated is None else span.stated + months
    return Duration(span.min + months, span.max + months, stated)


def _possible(
    cutovers: Sequence[Cutover], early: Sequence[int], earliest: Sequence[int]
) -> tuple[Cutover, ...]:
    """Return cutovers with the first days on which they are possible."""
    day = date.fromordinal
    return tuple(
        [
            each
            if each.source == "live"
            else each._replace(early=day(early[place]), earliest=day(earliest[place]))
            for place, each in enumerate(cutovers)
        ]
    )
