"""Systems and tasks by the words that people use for them (検索)."""

from __future__ import annotations

from collections.abc import Iterable

from stdmig.inventory import Inventory, System, WorkItem
from stdmig.inventory.alike import meant, spelled
from stdmig.schedule import Plan


def find_system(inventory: Inventory, word: str) -> System | None:
    """
    Return the system of an id, a name in either language, or one of its units.

    Width and capitals are as people type them; see `meant`.
    """
    return meant(word, _systems(inventory)) or meant(word, _units(inventory))


def _systems(inventory: Inventory) -> dict[str, System]:
    """Return the systems by their names; the first of two has a name that both have."""
    return {
        name: system
        for system in reversed(inventory.systems)
        for name in (system.title.en, system.title.ja, system.id)
        if name is not None
    }


def _units(inventory: Inventory) -> dict[str, System]:
    return {
        name: placed.system
        for placed in reversed(inventory.installations)
        for name in (placed.unit.name, placed.id)
        if name is not None
    }


def find_tasks(plan: Plan, system: System, word: str) -> tuple[int, ...]:
    """
    Return the tasks of a work item that a system goes through.

    Parameters
    ----------
    plan
        The dates.
    system
        The system.
    word
        Number, id or name of the item, or the id of the task.
    """
    own = [
        (place, task) for place, task in enumerate(plan.tasks) if task.is_for(system)
    ]
    task_id = spelled(word, (task.id for _, task in own))
    item = find_item([task.item for _, task in own], word)
    return tuple(
        place for place, task in own if task_id == task.id or item is task.item
    )


def find_item(items: Iterable[WorkItem], word: str) -> WorkItem | None:
    """Return the work item of a number, an id or a name."""
    known = {
        name: item
        for item in items
        for name in (item.name_en, item.name, item.id, item.ref)
        if name is not None
    }
    return meant(word, known)
