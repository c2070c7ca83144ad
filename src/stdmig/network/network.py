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
    before
        Places of the direct predecessors of each task.
    systems
        The systems that apply; each has one cutover.
    before_cutover
        Places of the tasks that each system's cutover waits for.
    procurements
        By id.
    """

    inventory: Inventory
    tasks: tuple[Task, ...]
    before: tuple[tuple[int, ...], ...]
    systems: tuple[System, ...]
    before_cutover: tuple[tuple[int, ...], ...]
    procurements: dict[str, Procurement]

    @cached_property
    def after(self) -> tuple[tuple[int, ...], ...]:
        """Return the places of the direct successors of each task."""
        return _turned(self.before, len(self.tasks))

    @cached_property
    def cutovers_after(self) -> tuple[tuple[int, ...], ...]:
        """Return the places of the systems whose cutover waits for each task."""
        return _turned(self.before_cutover, len(self.tasks))

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


def _turned(
    before: tuple[tuple[int, ...], ...], size: int
) -> tuple[tuple[int, ...], ...]:
    """Return, for each of `size` tasks, the places of those that name it."""
    turned: list[list[int]] = [[] for _ in range(size)]
    for place, earlier in enumerate(before):
        for other in earlier:
            turned[other].append(place)
    return tuple(map(tuple, turned))
