"""Tasks and their links: what the passes run over (作業のネットワーク)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from stdmig.inventory import Inventory, System
from stdmig.network.procurement import Procurement
from stdmig.network.task import Task


@dataclass(frozen=True)
class Network:
    """
    The tasks in an order in which each follows its predecessors.

    Tasks and cutovers are named by their place in `tasks` and `systems`, so that a
    pass is a loop over integers.

    Attributes
    ----------
    inventory
        What the network was made from.
    tasks
        In topological order.
    before, after
        Places of the direct predecessors and successors of each task.
    systems
        The systems that apply; each has one cutover.
    before_cutover
        Places of the tasks that each system's cutover waits for.
    cutovers_after
        Places of the systems whose cutover waits for each task.
    procurements
        By id.
    """

    inventory: Inventory
    tasks: tuple[Task, ...]
    before: tuple[tuple[int, ...], ...]
    after: tuple[tuple[int, ...], ...]
    systems: tuple[System, ...]
    before_cutover: tuple[tuple[int, ...], ...]
    cutovers_after: tuple[tuple[int, ...], ...]
    procurements: dict[str, Procurement]

    @cached_property
    def place_of(self) -> dict[str, int]:
        """Return the place of every task by its id."""
        return {task.id: place for place, task in enumerate(self.tasks)}

    def task(self, task_id: str) -> Task:
        """Return the task of an id."""
        return self.tasks[self.place_of[task_id]]

    def ancestors(self, system: int) -> list[int]:
        """Return the places of all tasks before a system's cutover, in order."""
        seen: set[int] = set()
        waiting = list(self.before_cutover[system])
        while waiting:
            place = waiting.pop()
            if place not in seen:
                seen.add(place)
                waiting += self.before[place]
        return sorted(seen)
