"""Personal data that is loaded before its assessment is done (評価前のデータ移行)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdmig.inventory import System
from stdmig.inventory.procedures import Role
from stdmig.network import is_before
from stdmig.schedule.plan import Plan


class Unassessed(NamedTuple):
    """
    A system whose data may enter before its assessment has ended.

    Attributes
    ----------
    assessment, data_load
        Places of the two tasks.
    is_linked
        Whether the procedure lets the one wait for the other.
    days
        By how many days the planned dates overlap; 0 where they happen not to.
    """

    system: System
    assessment: int
    data_load: int
    is_linked: bool
    days: int


def unassessed(plan: Plan) -> Iterator[Unassessed]:
    """Yield the systems whose data load does not wait, or does not keep its wait."""
    assessments = _places(plan, "assessment")
    for name, loads in _places(plan, "data_load").items():
        for data_load in loads:
            for assessment in assessments.get(name, ()):
                found = _held(plan, name, assessment, data_load)
                if found.days or not found.is_linked:
                    yield found


def _places(plan: Plan, role: Role) -> dict[str, list[int]]:
    """Return the tasks of a role that apply, by the systems that need assessing."""
    places: dict[str, list[int]] = {}
    for place, task in enumerate(plan.tasks):
        if task.item.role == role and place not in plan.network.absent:
            for system in task.systems:
                if system.needs_assessment:
                    places.setdefault(system.id, []).append(place)
    return places


def _held(plan: Plan, name: str, assessment: int, data_load: int) -> Unassessed:
    """Return how one data load stands to one assessment of the same system."""
    linked = is_before(plan.network, assessment, data_load)
    days = plan.planned.finish[assessment] - plan.planned.start[data_load]
    system = plan.cutover(name).system
    return Unassessed(system, assessment, data_load, linked, max(0, days))
