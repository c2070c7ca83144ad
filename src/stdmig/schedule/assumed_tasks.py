"""Which tasks lean on an assumption (前提に基づく作業)."""

from __future__ import annotations

from collections.abc import Callable

from stdmig.inventory import System
from stdmig.network import Task
from stdmig.schedule.plan import Plan


def open_systems(plan: Plan) -> list[System]:
    """Return the systems that are not live yet; only their dates lean on guesses."""
    live = plan.network.live
    return [system for system in plan.network.systems if system.id not in live]


def tasks_of(plan: Plan, *systems: System) -> tuple[str, ...]:
    """Return the ids of the tasks of systems and of what they are bought with."""
    return tasks_where(
        plan,
        lambda task: (
            task.item.scope != "municipality" and any(map(task.is_for, systems))
        ),
    )


def tasks_of_item(plan: Plan, ref: str) -> tuple[str, ...]:
    """Return the ids of the tasks of a work item."""
    return tasks_where(plan, lambda task: task.item.ref == ref)


def tasks_where(plan: Plan, wanted: Callable[[Task], bool]) -> tuple[str, ...]:
    """Return the ids of the tasks for which a condition holds."""
    return tuple(task.id for task in plan.tasks if wanted(task))
