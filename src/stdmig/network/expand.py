"""Units × items to tasks and links (展開)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.inventory import Installation, Inventory, System, WorkItem
from stdmig.network.item_graph import CUTOVER, ItemGraph, item_graph
from stdmig.network.network import Network
from stdmig.network.procurement import Procurement, procurements
from stdmig.network.task import Task


class _Walk(NamedTuple):
    """Units of one system in one procurement that walk the same graph."""

    system: System
    procurement: Procurement
    graph: ItemGraph
    installations: tuple[Installation, ...]

    def task_id(self, ref: str, scope: str) -> str:
        if scope == "municipality":
            return ref
        subject = self.procurement if scope == "procurement" else self.system
        return f"{ref}@{subject.id}"


def expand(inventory: Inventory) -> Network:
    """
    Let every unit walk its graph of the items, and merge what happens once.

    Two tasks are linked when some unit links them. A system without units counts as
    one nameless unit bought alone, whose vendor may change.
    """
    bought = procurements(inventory)
    walks = _walks(inventory, bought)
    scopes = {item.ref: item.scope for item in inventory.procedures.items}
    tasks = _tasks(inventory, walks)
    place_of = {task.id: place for place, task in enumerate(tasks)}
    number = {system.id: place for place, system in enumerate(inventory.systems)}
    before: list[set[int]] = [set() for _ in tasks]
    before_cutover: list[set[int]] = [set() for _ in inventory.systems]
    for walk in walks:
        places = {
            item.ref: place_of[walk.task_id(item.ref, scopes[item.ref])]
            for item in walk.graph.items
        }
        for ref, earlier in walk.graph.before.items():
            if ref == CUTOVER:
                target = before_cutover[number[walk.system.id]]
            else:
                target = before[places[ref]]
            target.update([places[other] for other in earlier])
    return Network(
        inventory,
        tasks,
        tuple(tuple(sorted(places)) for places in before),
        _turned(before, len(tasks)),
        inventory.systems,
        tuple(tuple(sorted(places)) for places in before_cutover),
        _turned(before_cutover, len(tasks)),
        bought,
        place_of,
    )


def _walks(inventory: Inventory, bought: dict[str, Procurement]) -> list[_Walk]:
    walks = []
    for procurement in bought.values():
        for system in procurement.systems:
            groups: dict[frozenset[str], list[Installation]] = {}
            for placed in procurement.installations:
                if placed.system is system:
                    drops = _drops(system, placed.unit.policy)
                    groups.setdefault(drops, []).append(placed)
            for drops, placed_units in (groups or {_drops(system, ""): []}).items():
                graph = item_graph(inventory.procedures, drops)
                walks.append(_Walk(system, procurement, graph, tuple(placed_units)))
    order = {id(system): place for place, system in enumerate(inventory.systems)}
    return sorted(walks, key=lambda walk: order[id(walk.system)])


def _drops(system: System, policy: str) -> frozenset[str]:
    held = []
    if policy == "stay":
        held.append("vendor_stays")
    if not system.needs_assessment:
        held.append("no_assessment")
    return frozenset(held)


def _tasks(inventory: Inventory, walks: list[_Walk]) -> tuple[Task, ...]:
    """Return the merged tasks, item by item in the order of the items' graph."""
    order = item_graph(inventory.procedures, frozenset()).items
    refs = [{item.ref for item in walk.graph.items} for walk in walks]
    tasks: list[Task] = []
    for item in order:
        merged: dict[str, list[_Walk]] = {}
        for walk, present in zip(walks, refs, strict=True):
            if item.ref in present:
                merged.setdefault(walk.task_id(item.ref, item.scope), []).append(walk)
        tasks += [_task(name, item, group) for name, group in merged.items()]
    return tuple(tasks)


def _task(name: str, item: WorkItem, walks: list[_Walk]) -> Task:
    procurement = walks[0].procurement if item.scope == "procurement" else None
    systems = {walk.system.id: walk.system for walk in walks}
    units = tuple(placed for walk in walks for placed in walk.installations)
    return Task(name, item, procurement, tuple(systems.values()), units)


def _turned(links: list[set[int]], size: int) -> tuple[tuple[int, ...], ...]:
    """Return, for each task, whose predecessor it is."""
    turned: list[list[int]] = [[] for _ in range(size)]
    for place, earlier in enumerate(links):
        for other in earlier:
            turned[other].append(place)
    return tuple(map(tuple, turned))
