"""Which tasks lean on an assumption (前提に基づく作業)."""

from __future__ import annotations

from collections.abc import Callable

from stdmig.inventory import System
from stdmig.network import Task
from stdmig.schedule.plan import Plan


def tasks_of(plan: Plan, system: System) -> tuple[str, ...]:
    """Return the ids of the tasks that are done for a system alone."""
    return tasks_where(
        plan,
        lambda task: task.item.scope != "municipality" and task.is_for(system),
    )


def tasks_of_item(plan: Plan, ref: str) -> tuple[str, ...]:
    """Return the ids of the tasks of a work item."""
    return tasks_where(plan, lambda task: task.item.ref == ref)


def tasks_where(plan: Plan, wanted: Callable[[Task], bool]) -> tuple[str, ...]:
    """Return the ids of the tasks for which a condition holds."""
    return tuple(task.id for task in plan.tasks if wanted(task))
