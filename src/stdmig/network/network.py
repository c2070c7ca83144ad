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

    Where no contract is to be made (対象外), the work that would follow it spends the
    money: `contract` is the first task of it, and `beside` holds the others.

    Attributes
    ----------
    request, contract
        Places of the task that asks for the money, and of the one that spends it.
    rfp
        Place of the request for proposals; None where the vendor stays, or where
        proposals are not asked for.
    beside
        Places of further tasks that spend the money.
    signs
        Whether a contract is made; money that is not signed for binds no later year.
    """

    procurement: Procurement
    request: int
    rfp: int | None
    contract: int
    beside: tuple[int, ...] = ()
    signs: bool = True

    @property
    def spending(self) -> tuple[int, ...]:
        """Return the places of all tasks that spend the money."""
        return self.contract, *self.beside

    @property
    def places(self) -> tuple[int, ...]:
        """Return the places of its tasks."""
        asking = (self.request,) if self.rfp is None else (self.request, self.rfp)
        return *asking, *self.spending


class Request(NamedTuple):
    """
    A task that asks for money which no task of the plan spends (予算要求のみ).

    Its contract does not apply (対象外), and no work would follow it.

    Attributes
    ----------
    request, rfp
        Places of the task that asks, and of the request for proposals, if there is one.
    """

    procurement: Procurement
    request: int
    rfp: int | None


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
    recorded
        Entries of ``progress.yaml`` that hold for the tasks, by the tasks' places.
    absent
        Places of the tasks that do not apply (対象外): they are listed, but nothing
        waits for them and they wait for nothing, their neighbours being linked instead.
    unspent
        Requests for money that no task spends.
    """

    inventory: Inventory
    tasks: tuple[Task, ...]
    before: tuple[tuple[int, ...], ...]
    systems: tuple[System, ...]
    before_cutover: tuple[tuple[int, ...], ...]
    procurements: dict[str, Procurement]
    purchases: tuple[Purchase, ...] = ()
    live: dict[str, date] = field(default_factory=dict)
    recorded: dict[int, int] = field(default_factory=dict)
    absent: frozenset[int] = frozenset()
    unspent: tuple[Request, ...] = ()

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
            for place in each.places:
                found.setdefault(place, each)
        return found

    @cached_property
    def contracts(self) -> dict[str, tuple[int, ...]]:
        """Return the places of the tasks that sign for each procurement, by its id."""
        found: dict[str, list[int]] = {}
        for place, task in enumerate(self.tasks):
            if task.item.role != "contract":
                continue
            for name in task.procurements:
                found.setdefault(name, []).append(place)
        return {name: tuple(places) for name, places in found.items()}

    def under_contract(self, purchase: Purchase) -> list[int]:
        """Return the places of the tasks from a contract on, for its systems."""
        held = {system.id for system in purchase.procurement.systems}
        seen, waiting = {*purchase.spending}, [*purchase.spending]
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
