"""Tasks and their links: what the passes run over (作業のネットワーク)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from stdmig.inventory import Inventory, System
from stdmig.network.procurement import Procurement
from stdmig.network.task import Task


class Purchase(NamedTuple):
    """
    The tasks by which a procurement comes to its money (予算要求から契約まで).

    Attributes
    ----------
    request, contract
        Places of the task that asks for the money, and of the one that spends it.
    rfp
        Place of the request for proposals; None where the vendor stays.
    """

    procurement: Procurement
    request: int
    rfp: int | None
    contract: int


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
    purchases
        How each procurement comes to its money, as far as the items say.
    live
        First day of service of the systems that serve already, by id; nothing is left
        to do for them.
    """

    inventory: Inventory
    tasks: tuple[Task, ...]
    before: tuple[tuple[int, ...], ...]
    systems: tuple[System, ...]
    before_cutover: tuple[tuple[int, ...], ...]
    procurements: dict[str, Procurement]
    purchases: tuple[Purchase, ...] = ()
    live: dict[str, date] = field(default_factory=dict)

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

    @cached_property
    def purchase_of(self) -> dict[int, Purchase]:
        """Return the purchase that a task is part of, by the task's place."""
        found: dict[int, Purchase] = {}
        for each in self.purchases:
            for place in (each.request, each.rfp, each.contract):
                if place is not None:
                    found.setdefault(place, each)
        return found

    def under_contract(self, purchase: Purchase) -> list[int]:
        """Return the places of the tasks from a contract on, for its systems."""
        held = {system.id for system in purchase.procurement.systems}
        seen, waiting = {purchase.contract}, [purchase.contract]
        while waiting:
            for other in self.after[waiting.pop()]:
                own = any(each.id in held for each in self.tasks[other].systems)
                if own and other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return sorted(seen)

    def task(self, task_id: str) -> Task:
        """Return the task of an id."""
        return self.tasks[self.place_of[task_id]]

    @cached_property
    def ranks(self) -> tuple[int, ...]:
        """Return the rank of each task among all: by item number, then by id."""
        places = range(len(self.tasks))
        ranked = sorted(places, key=lambda place: self.tasks[place].order)
        ranks = [0] * len(ranked)
        for rank, place in enumerate(ranked):
            ranks[place] = rank
        return tuple(ranks)

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
