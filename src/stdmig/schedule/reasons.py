"""What set each date of a task (理由)."""

from __future__ import annotations

from stdmig.schedule.budget_way import ORDINARY
from stdmig.schedule.funding import funding
from stdmig.schedule.passes import FLOOR, LAPSE, Backward, Forward
from stdmig.schedule.plan import Plan
from stdmig.schedule.reason import Reason, ReasonKind
from stdmig.schedule.task_rules import needs_vote


def task_reasons(plan: Plan, place: int) -> dict[str, Reason]:
    """Return what set each date of the task at `place`, by the date's name."""
    planned, late = planned_reason(plan, place), backward_reason(plan, plan.late, place)
    early = forward_reason(plan, plan.early, place)
    return {
        "planned_start": planned,
        "planned_finish": planned,
        "late_start": late,
        "late_finish": late,
        "last_chance_start": backward_reason(plan, plan.last_chance, place),
        "early_start": early,
        "early_finish": early,
        "earliest_start": forward_reason(plan, plan.earliest, place),
    }


def planned_reason(plan: Plan, place: int) -> Reason:
    """Return what set the planned dates: a record, a choice, or the late dates' own."""
    if place in plan.safe.settled:
        return Reason("progress", plan.tasks[place].id)
    if place in plan.chosen:
        return Reason("chosen", plan.tasks[place].id)
    # Others keep their late dates, whatever is chosen for the tasks after them.
    return backward_reason(plan, plan.planned_late, place)


def backward_reason(plan: Plan, dates: Backward, place: int) -> Reason:
    """Return the successor, cutover, money or record that sets a late date."""
    if plan.is_over(place):
        return Reason("progress", plan.tasks[place].id)
    cause = dates.cause[place]
    if cause == LAPSE:
        return Reason("budget", _lapsing_way(plan, dates, place))
    if cause < 0:
        return plan.cutovers[~cause].reason
    kind: ReasonKind = "link"
    if (place, cause) in plan.safe.links:
        kind = "budget"
    elif dates.finish[place] < dates.start[cause] and _is_windowed(plan, dates, place):
        kind = "window"
    return Reason(kind, plan.tasks[cause].id)


def forward_reason(plan: Plan, dates: Forward, place: int) -> Reason:
    """Return the predecessor, the floor or the record that sets an early date."""
    if place in plan.safe.settled:
        return Reason("progress", plan.tasks[place].id)
    cause = dates.cause[place]
    waits = _waits_for_money(plan, dates, place)
    if cause == FLOOR and waits:
        return Reason("budget", _lapsing_way(plan, dates, place))
    if cause == FLOOR:
        return plan.floors[place].reason
    kind: ReasonKind = "link"
    if waits or (cause, place) in plan.safe.links:
        kind = "budget"
    elif dates.start[place] > dates.finish[cause] and _is_windowed(plan, dates, place):
        kind = "window"
    return Reason(kind, plan.tasks[cause].id)


def _waits_for_money(plan: Plan, dates: Forward, place: int) -> bool:
    """Return whether all was ready for a task but money, which had lapsed."""
    known = plan.timing_of(dates).money.get(place)
    cause = dates.cause[place]
    day = plan.floors[place].day if cause == FLOOR else dates.finish[cause]
    return known is not None and known.from_(day) > day


def _lapsing_way(plan: Plan, dates: Backward | Forward, place: int) -> str:
    purchase = plan.network.purchase_of[place]
    paid = funding(plan.network, plan.timing_of(dates), dates, purchase)
    return paid.occasion.way.id if paid else ORDINARY


def _is_windowed(plan: Plan, dates: Backward | Forward, place: int) -> bool:
    """Return whether a task must lie inside a window, or end with a vote."""
    if needs_vote(plan.tasks[place]):
        return bool(plan.inventory.template.council.sessions)
    return place in plan.timing_of(dates).windows
