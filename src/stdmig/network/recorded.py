"""Which entry of the record of progress speaks of a task (進捗の記録の対象)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.inventory import ProgressFile
from stdmig.network.task import Task


def recorded(file: ProgressFile | None, tasks: Sequence[Task]) -> dict[int, int]:
    """
    Return the entry under ``tasks`` that holds for each task, by the task's place.

    What names a task, or an item for one system, wins over what names an item alone.
    """
    if file is None or not file.tasks:
        return {}
    by_item: dict[str, list[int]] = {}
    by_system: dict[tuple[str, str], list[int]] = {}
    by_id: dict[str, int] = {}
    for place, task in enumerate(tasks):
        by_id[task.id] = place
        by_item.setdefault(task.item.ref, []).append(place)
        for system in task.systems:
            by_system.setdefault((task.item.ref, system.id), []).append(place)
    exact: dict[int, int] = {}
    whole: dict[int, int] = {}
    for number, entry in enumerate(file.tasks):
        if entry.task is not None:
            if entry.task in by_id:
                exact[by_id[entry.task]] = number
        elif entry.system is None:
            whole.update(dict.fromkeys(by_item.get(entry.item or "", ()), number))
        else:
            named = by_system.get((entry.item or "", entry.system), ())
            exact.update(dict.fromkeys(named, number))
    return whole | exact
