"""On which days a system could be cut over instead (稼働開始日の候補)."""

from __future__ import annotations

from datetime import date, timedelta

from stdmig.schedule.allowed_days import allowed_days
from stdmig.schedule.cutover import Cutover
from stdmig.schedule.cutover_choice import Choice, choose
from stdmig.schedule.plan import Plan
from stdmig.schedule.town_days import blackouts_of

_DAY = timedelta(days=1)


def proposals(plan: Plan, cutover: Cutover) -> Choice | None:
    """
    Return the best days for a system and those cut over with it.

    They lie between the first day on which all of them could be ready, with minimum
    durations, and the deadline; where they can, after the systems that come first and
    before those that come later. For a chosen cutover they are the days that it was
    chosen from; None means that no such day is allowed.
    """
    if cutover.choice is not None:
        return cutover.choice
    systems = [plan.cutover(name).system for name in cutover.together]
    template = plan.inventory.template
    allowed = allowed_days(template, systems)
    held = tuple(each for one in systems for each in blackouts_of(template, one))
    last = min(plan.cutover(system.id).deadline for system in systems)
    known = {each.system.id: each for each in plan.cutovers}
    earlier = [name for each in systems for name in each.after if name in known]
    later = [
        each for each in plan.cutovers if set(each.system.after) & {*cutover.together}
    ]
    ready = max(plan.cutover(system.id).earliest for system in systems)
    first = max([ready, *(known[name].day + _DAY for name in earlier)])
    limit = min([last, *(each.day - _DAY for each in later)])
    kept = choose(allowed, held, first.toordinal(), limit.toordinal())
    return kept or choose(allowed, held, ready.toordinal(), last.toordinal())


def next_allowed_day(plan: Plan, cutover: Cutover) -> date | None:
    """Return the first allowed day after a cutover, for those cut over together."""
    systems = [plan.cutover(name).system for name in cutover.together]
    allowed = allowed_days(plan.inventory.template, systems)
    day = allowed.next(max(cutover.day, plan.as_of).toordinal() + 1)
    return date.fromordinal(day) if day else None
