"""All dates of one task as people see them: the last day is inside (作業の日付)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from stdmig.schedule.passes import FLOOR, Backward, Forward
from stdmig.schedule.reason import Reason

if TYPE_CHECKING:
    from stdmig.schedule.plan import Plan


class TaskDates(NamedTuple):
    """
    The dates of a task; every finish is its last day.

    Attributes
    ----------
    planned_start, planned_finish
        What the outputs show (計画日).
    late_start, late_finish
        Safe plan, backward from the cutover (最遅開始・最遅終了).
    last_chance_start
        After it the cutover cannot be kept (最短日程での着手期限).
    early_start, early_finish
        Safe plan, forward from the as-of date (最早開始・最早終了).
    earliest_start
        Forward with minimum durations (最短).
    """

    planned_start: date
    planned_finish: date
    late_start: date
    late_finish: date
    last_chance_start: date
    early_start: date
    early_finish: date
    earliest_start: date


DATE_FIELDS = TaskDates._fields
"""Names of the dates, in the order of the machine contract."""


def task_dates(plan: Plan, place: int) -> TaskDates:
    """Return the dates of the task at `place`."""
    day = date.fromordinal
    return TaskDates(
        day(plan.planned.start[place]),
        day(plan.planned.finish[place] - 1),
        day(plan.late.start[place]),
        day(plan.late.finish[place] - 1),
        day(plan.last_chance.start[place]),
        day(plan.early.start[place]),
        day(plan.early.finish[place] - 1),
        day(plan.earliest.start[place]),
    )


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
