"""When a system must be begun to keep its cutover (着手の期限と確率)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from stdmig.outlook.risk.chances import LIKELY, SURE
from stdmig.risk.result import SystemRisk
from stdmig.schedule import Plan

_DAY = timedelta(days=1)


class Beginning(NamedTuple):
    """
    The first open task of a system.

    Attributes
    ----------
    planned
        Day on which it is planned to begin, the as-of date where that is past.
    chance
        Of keeping the planned cutover for those who begin then.
    likely, sure
        Last day to begin that keeps it with 80% and with 95%; None where no start is
        early enough.
    """

    planned: date
    chance: float
    likely: date | None
    sure: date | None


def beginning(plan: Plan, each: SystemRisk) -> Beginning | None:
    """Return when a system is to be begun; None where all its tasks have begun."""
    firsts = _firsts(plan, each.place)
    if not firsts:
        return None
    first = min(plan.planned.start[place] for place in firsts)
    planned = max(date.fromordinal(first), plan.as_of)
    if each.start is None:
        return Beginning(planned, 0.0, None, None)
    # What no start is early enough for stands on the first day, which may be later.
    in_time = min(1 - each.never, 1 - each.start.chance(planned - _DAY))
    return Beginning(
        planned,
        in_time,
        start_for(each, LIKELY),
        start_for(each, SURE),
    )


def start_for(each: SystemRisk, wanted: float) -> date | None:
    """Return the last day to begin that keeps the planned cutover with a chance."""
    spare = 1 - wanted
    if each.start is None or each.never > spare + 1e-9:
        return None
    # The first day by which more came out than may be lost; what no start is early
    # enough for stands before it.
    return each.start.quantile(min(spare + 0.5 / each.start.samples, 1))


def weeks_before(day: date, planned: date) -> int:
    """Return how many weeks lie between, a week that has begun as a whole one."""
    return -(-(planned - day).days // 7)


def _firsts(plan: Plan, system: int) -> list[int]:
    """Return the tasks of a system that have not begun and wait for no such one."""
    settled = plan.safe.settled
    return [
        place
        for place in plan.network.ancestors(system)
        if place not in settled
        and all(other in settled for other in plan.network.before[place])
    ]
