"""Before which day a task cannot start, whatever comes before it (着手可能日)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.inventory import Inventory, System
from stdmig.network import Network, Task
from stdmig.schedule.reason import Reason

AS_OF = Reason("as_of", "as_of")


class Floor(NamedTuple):
    """A first possible day and what sets it."""

    day: int
    reason: Reason


def floors(network: Network, as_of: date) -> tuple[Floor, ...]:
    """
    Return the floor of every task.

    Nothing starts before the as-of date; what waits for a specification starts the
    day after its publication at the earliest.
    """
    today = Floor(as_of.toordinal(), AS_OF)
    return tuple(
        [
            today
            if task.item.waits_for is None
            else _published(network.inventory, task, today)
            for task in network.tasks
        ]
    )


def _published(inventory: Inventory, task: Task, floor: Floor) -> Floor:
    for system in task.systems:
        published = publication(inventory, system)
        if published is not None and published.toordinal() + 1 > floor.day:
            reason = Reason("publication", str(system.specification))
            floor = Floor(published.toordinal() + 1, reason)
    return floor


def publication(inventory: Inventory, system: System) -> date | None:
    """Return the day on which a system's specification appeared, if it is known."""
    group = inventory.specifications.get(system.specification or "")
    return group.published if group else None
