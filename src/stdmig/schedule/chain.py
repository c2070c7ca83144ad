"""The way from what fixes a date to the date, task by task (理由の連鎖)."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from stdmig.inventory import System
from stdmig.network import Task
from stdmig.schedule.floors import publication
from stdmig.schedule.funding import Funding, funding
from stdmig.schedule.passes import FLOOR, LAPSE, Backward, Forward
from stdmig.schedule.plan import Plan
from stdmig.schedule.reason import Reason
from stdmig.schedule.reasons import backward_reason

ChainField = Literal[
    "planned_start",
    "late_start",
    "last_chance_start",
    "early_start",
    "earliest_start",
]
"""Which date of a task is explained."""

_ALWAYS: tuple[ChainField, ...] = (
    "late_start",
    "last_chance_start",
    "early_start",
    "earliest_start",
)


class Step(NamedTuple):
    """
    A task on the way.

    Attributes
    ----------
    start, finish
        Its first and last day in this pass.
    months
        The months that this pass counts for it; None where progress tells its days.
    funding
        The money that it asks for, waits for or spends, if any.
    """

    task: Task
    start: date
    finish: date
    months: int | None
    funding: Funding | None = None


class Chain(NamedTuple):
    """
    How one date follows from what nobody computed.

    Attributes
    ----------
    field
        The date that is explained.
    anchor
        What fixes the far end: the wanted day, the deadline, the completion, the
        end of the money, the publication, the as-of date, what progress says, the
        start that was chosen.
    anchor_day
        Its day.
    steps
        From the task next to the anchor to the task that is asked about. Each
        begins or ends where the one before it allows.
    """

    field: ChainField
    anchor: Reason
    anchor_day: date
    steps: tuple[Step, ...]


def chain_fields(plan: Plan, place: int) -> tuple[ChainField, ...]:
    """
    Return which dates of a task have a way of their own.

    The planned start is one of the others, unless it was chosen or counts with likely
    durations. What does not apply has none.
    """
    if place in plan.network.absent:
        return ()
    if place in plan.chosen or plan.planned_durations == "likely":
        return ("planned_start", *_ALWAYS)
    return _ALWAYS


def chain(plan: Plan, place: int, field: ChainField, system: System) -> Chain:
    """
    Return why the task at `place` has the date named `field`.

    Where several tasks set a date alike, the way goes through those of `system`.
    """
    match field:
        case "planned_start" if place in plan.chosen:
            return _chosen(plan, place)
        case "planned_start" if place in plan.safe.settled:
            return _forward(plan, place, plan.planned_early, field, system)
        case "planned_start":
            return _backward(plan, place, plan.planned_late, field, system)
        case "late_start":
            return _backward(plan, place, plan.late, field, system)
        case "last_chance_start":
            return _backward(plan, place, plan.last_chance, field, system)
        case "early_start":
            return _forward(plan, place, plan.early, field, system)
    return _forward(plan, place, plan.earliest, field, system)


def _chosen(plan: Plan, place: int) -> Chain:
    """Return that somebody chose the day; the task's rule leads to its last day."""
    anchor = Reason("chosen", plan.tasks[place].id)
    day = date.fromordinal(plan.chosen[place].day)
    step = _step(plan, plan.scenario().late, place)
    return Chain("planned_start", anchor, day, (step,))


def _backward(
    plan: Plan, place: int, dates: Backward, field: ChainField, system: System
) -> Chain:
    steps = []
    if plan.is_over(place):
        steps.append(_step(plan, dates, place))
        return Chain(field, *_recorded(plan, place), tuple(steps))
    while place >= 0:
        steps.append(_step(plan, dates, place))
        last, place = place, _follower(plan, dates, place, system)
    anchor = backward_reason(plan, dates, last)
    if place == LAPSE:
        day = date.fromordinal(dates.start[last])
    else:
        day = plan.cutovers[~place].day
    return Chain(field, anchor, day, tuple(reversed(steps)))


def _forward(
    plan: Plan, place: int, dates: Forward, field: ChainField, system: System
) -> Chain:
    steps = []
    while place != FLOOR:
        steps.append(_step(plan, dates, place))
        last, place = place, _leader(plan, dates, place, system)
    if last in plan.safe.settled:
        return Chain(field, *_recorded(plan, last), tuple(reversed(steps)))
    anchor = plan.floors[last].reason
    day = plan.as_of
    if anchor.kind == "publication":
        days = [publication(plan.inventory, each) for each in plan.tasks[last].systems]
        day = max(each for each in days if each is not None)
    return Chain(field, anchor, day, tuple(reversed(steps)))


def _recorded(plan: Plan, place: int) -> tuple[Reason, date]:
    """Return what ends a chain at a task that has begun: its record."""
    began = plan.safe.settled[place].start
    return Reason("progress", plan.tasks[place].id), date.fromordinal(began)


def _follower(plan: Plan, dates: Backward, place: int, system: System) -> int:
    """Return a cause of a late date: the system's own task if it is one."""
    cause = dates.cause[place]
    if cause < 0 or (place, cause) in plan.safe.links:
        return cause
    for other in plan.ahead.after[place]:
        if dates.start[other] == dates.start[cause] and _is_own(plan, other, system):
            return other
    return cause


def _leader(plan: Plan, dates: Forward, place: int, system: System) -> int:
    """Return a cause of an early date: the system's own task if it is one."""
    cause = dates.cause[place]
    if cause == FLOOR or (cause, place) in plan.safe.links:
        return cause
    for other in plan.ahead.before[place]:
        if dates.finish[other] == dates.finish[cause] and _is_own(plan, other, system):
            return other
    return cause


def _is_own(plan: Plan, place: int, system: System) -> bool:
    task = plan.tasks[place]
    return task.item.scope == "system" and task.is_for(system)


def _step(plan: Plan, dates: Backward | Forward, place: int) -> Step:
    purchase = plan.network.purchase_of.get(place)
    paid = None
    if purchase is not None:
        paid = funding(plan.network, plan.timing_of(dates), dates, purchase)
    return Step(
        plan.tasks[place],
        date.fromordinal(dates.start[place]),
        date.fromordinal(dates.finish[place] - 1),
        None if place in plan.safe.settled else plan.months(dates, place),
        paid,
    )
