"""What changed for tasks: days, limits, those that came and went (作業の変更の表)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from stdmig.network import Task
from stdmig.outlook.comparison import Comparison, TaskChange
from stdmig.render.compare.amounts import day, shifted, sign, span
from stdmig.render.compare.table import Row, Table
from stdmig.schedule import TaskDates
from stdmig.words import Readable, Text, count, text

_TASK = text("Task")


def moved_table(found: Comparison) -> Table:
    """Return the tasks with other planned days; equal ones are folded."""
    rows = tuple(
        _row(alike, _span(alike[0].before), _span(alike[0].after), _shift(alike[0]))
        for alike in _alike(found.moved, _planned)
    )
    return Table(
        "moved", text("Tasks with other planned dates"), _TASK, rows, folded=True
    )


def alone_table(found: Comparison) -> Table:
    """Return the tasks that one plan alone has."""
    alone = [each for each in found.tasks if None in (each.before, each.after)]
    rows = tuple(
        _row(alike, _span(alike[0].before), _span(alike[0].after), None)
        for alike in _alike(alone, _planned)
    )
    return Table("tasks", text("Tasks of one plan alone"), _TASK, rows)


def limit_table(found: Comparison) -> Table:
    """Return the tasks that must begin by another day at the latest."""
    rows = []
    for alike in _alike(found.limits, _limits):
        before, after = alike[0].before, alike[0].after
        was = before and before.last_chance_start
        now = after and after.last_chance_start
        rows.append(_row(alike, day(was), day(now), shifted(was, now)))
    return Table(
        "limits", text("Last chance to start"), _TASK, tuple(rows), folded=True
    )


def _row(
    alike: list[TaskChange],
    before: Text | None,
    after: Text | None,
    difference: Text | None,
) -> Row:
    first, names = alike[0], tuple(_subject(each.task) for each in alike)
    return Row(
        sign(first.before, first.after),
        _title(alike),
        before,
        after,
        difference,
        names if len(alike) > 1 else (),
    )


def _title(alike: list[TaskChange]) -> Text:
    task = alike[0].task
    if len(alike) == 1:
        return task.title
    return text(
        "{no} {name} ({subject})",
        no=task.item.ref,
        name=task.item.title,
        subject=count("{n} task", "{n} tasks", len(alike)),
    )


def _subject(task: Task) -> Readable:
    return task.subject or task.item.title


def _alike(
    changes: Iterable[TaskChange], key: Callable[[TaskChange], Hashable]
) -> list[list[TaskChange]]:
    """Return the changes of a work item that say the same, together."""
    found: dict[Hashable, list[TaskChange]] = {}
    for each in changes:
        found.setdefault((each.task.item.ref, key(each)), []).append(each)
    return list(found.values())


def _planned(change: TaskChange) -> Hashable:
    return tuple(held and held[:2] for held in (change.before, change.after))


def _limits(change: TaskChange) -> Hashable:
    return tuple(
        held and held.last_chance_start for held in (change.before, change.after)
    )


def _span(dates: TaskDates | None) -> Text | None:
    return dates and span(dates.planned_start, dates.planned_finish)


def _shift(change: TaskChange) -> Text | None:
    before, after = change.before, change.after
    if before is None or after is None:
        return None
    return shifted(before.planned_start, after.planned_start) or shifted(
        before.planned_finish, after.planned_finish
    )
