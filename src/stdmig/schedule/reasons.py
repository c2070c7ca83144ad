"""What set each date of a task (理由)."""

from __future__ import annotations

from stdmig.schedule.passes import FLOOR, Backward, Forward
from stdmig.schedule.plan import Plan
from stdmig.schedule.reason import Reason


def task_reasons(plan: Plan, place: int) -> dict[str, Reason]:
    """Return what set each date of the task at `place`, by the date's name."""
    planned, late = (
        backward_reason(plan, plan.planned, place),
        backward_reason(plan, plan.late, place),
    )
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


def backward_reason(plan: Plan, dates: Backward, place: int) -> Reason:
    """Return the successor or the cutover that sets a late date."""
    cause = dates.cause[place]
    if cause >= 0:
        return Reason("link", plan.tasks[cause].id)
    cutover = plan.cutovers[~cause]
    return cutover.reason


def forward_reason(plan: Plan, dates: Forward, place: int) -> Reason:
    """Return the predecessor or the floor that sets an early date."""
    cause = dates.cause[place]
    if cause == FLOOR:
        return plan.floors[place].reason
    return Reason("link", plan.tasks[cause].id)
