"""Systems and tasks by the words that people use for them (検索)."""

from __future__ import annotations

from stdmig.inventory import Inventory, System
from stdmig.schedule import Plan


def find_system(inventory: Inventory, word: str) -> System | None:
    """Return the system of an id, a name in either language, or one of its units."""
    for system in inventory.systems:
        if word in (system.id, system.title.ja, system.title.en):
            return system
    for placed in inventory.installations:
        if word in (placed.id, placed.unit.name):
            return placed.system
    return None


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
    return tuple(
        place
        for place, task in enumerate(plan.tasks)
        if task.is_for(system)
        and word
        in (task.id, task.item.ref, task.item.id, task.item.name, task.item.name_en)
    )
