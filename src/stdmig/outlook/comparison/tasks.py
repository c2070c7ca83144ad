"""Which tasks moved, came and went (作業の変更)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdmig.network import Task
from stdmig.outlook.comparison.outcome import Outcome
from stdmig.outlook.comparison.union import union
from stdmig.schedule import Plan, TaskDates


class TaskChange(NamedTuple):
    """
    A task of two plans, or of one.

    Attributes
    ----------
    before, after
        Its dates; None where the other plan alone has it.
    """

    task: Task
    before: TaskDates | None
    after: TaskDates | None

    @property
    def is_moved(self) -> bool:
        """Return whether both have it, with other planned days."""
        if self.before is None or self.after is None:
            return False
        return self.before[:2] != self.after[:2]

    @property
    def days(self) -> int | None:
        """Return by how many days it starts later; None where one side has none."""
        if self.before is None or self.after is None:
            return None
        return (self.after.planned_start - self.before.planned_start).days


class Pairing(NamedTuple):
    """
    The tasks of two plans, matched.

    Attributes
    ----------
    both
        Place in the second plan, and in the first.
    before, after
        Places of what one plan alone has.
    """

    both: dict[int, int]
    before: tuple[int, ...]
    after: tuple[int, ...]


def pair_tasks(before: Outcome, after: Outcome) -> Pairing:
    """
    Return which task of one plan is which of the other.

    By its id; where a procurement has another name (its policy is part of it), by the
    work item and the units that it is done for.
    """
    left = _open(before)
    both: dict[int, int] = {}
    waiting: list[int] = []
    by_id = {before.plan.tasks[place].id: place for place in left}
    for place in _open(after):
        known = by_id.pop(after.plan.tasks[place].id, None)
        if known is None:
            waiting.append(place)
        else:
            both[place] = known
    alike = {_likeness(before.plan.tasks[place]): place for place in by_id.values()}
    alone = []
    for place in waiting:
        known = alike.pop(_likeness(after.plan.tasks[place]), None)
        if known is None:
            alone.append(place)
        else:
            both[place] = known
    found = set(both.values())
    return Pairing(
        both, tuple(place for place in left if place not in found), tuple(alone)
    )


def task_changes(
    before: Outcome, after: Outcome, pairs: Pairing
) -> Iterator[TaskChange]:
    """Yield the tasks with any date that differs, by work item, then by system."""
    order = {name: at for at, name in enumerate(union(after.cutovers, before.cutovers))}

    def rank(change: TaskChange) -> tuple[int, str, int, str]:
        task = change.task
        first = min((order.get(each.id, 0) for each in task.systems), default=0)
        return task.item.number, task.item.ref, first, task.id

    found = [
        TaskChange(
            after.plan.tasks[place], before.plan.dates(other), after.plan.dates(place)
        )
        for place, other in pairs.both.items()
    ]
    found += [_alone(before.plan, place, is_before=True) for place in pairs.before]
    found += [_alone(after.plan, place, is_before=False) for place in pairs.after]
    changed = (each for each in found if each.before != each.after)
    yield from sorted(changed, key=rank)


def _alone(plan: Plan, place: int, *, is_before: bool) -> TaskChange:
    task, dates = plan.tasks[place], plan.dates(place)
    if is_before:
        return TaskChange(task, dates, None)
    return TaskChange(task, None, dates)


def _open(outcome: Outcome) -> list[int]:
    """Return the tasks that apply."""
    plan = outcome.plan
    return [p for p in outcome.places if plan.status(p) != "not_applicable"]


def _likeness(task: Task) -> tuple[object, ...]:
    return (
        task.item.ref,
        tuple(system.id for system in task.systems),
        tuple(placed.id for placed in task.installations),
    )
