"""Tasks that keep their dates, those of the same reason together (対象外の作業)."""

from __future__ import annotations

from stdmig.levelling.levelled import Town
from stdmig.network import Task
from stdmig.words import Style, Text, count


def reasons(
    town: Town, style: Style, *, full: bool = False
) -> list[tuple[Text, list[Text]]]:
    """
    Return each reason with its tasks, in their order.

    Parameters
    ----------
    full
        Whether the tasks of one item stand one by one; else it says how many.
    """
    tasks = town.plan.tasks
    found: dict[str, tuple[Text, dict[str, list[Task]]]] = {}
    for each in sorted(town.unlevelled, key=lambda one: tasks[one.place].order):
        own = found.setdefault(each.reason.into(style), (each.reason, {}))[1]
        task = tasks[each.place]
        own.setdefault(task.id if full else task.item.ref, []).append(task)
    return [
        (reason, [_title(members) for members in items.values()])
        for reason, items in found.values()
    ]


def _title(tasks: list[Task]) -> Text:
    if len(tasks) == 1:
        return tasks[0].title
    item = tasks[0].item
    return count(
        "{no} {name} ({n} task)",
        "{no} {name} ({n} tasks)",
        len(tasks),
        no=item.ref,
        name=item.title,
    )
