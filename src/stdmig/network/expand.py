"""Units × items to tasks and links (展開)."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

from stdmig.inventory import Installation, Inventory, System
from stdmig.inventory.procedures import Scope
from stdmig.network.item_graph import CUTOVER, item_graph
from stdmig.network.network import Network
from stdmig.network.procurement import procurements
from stdmig.network.purchases import moneys
from stdmig.network.recorded import recorded
from stdmig.network.task import Task
from stdmig.network.walk import Walk, remaining, walks_of


def expand(inventory: Inventory, as_of: date | None = None) -> Network:
    """
    Let every unit walk its graph of the items, and merge what happens once.

    Two tasks are linked when some unit links them. A system without units counts as
    one nameless unit bought alone, whose vendor may change. A system that is live walks
    no more: what happens once remains for the others. A task that progress says does
    not apply is there, but no unit walks through it: its neighbours are linked.

    Parameters
    ----------
    inventory
        What was read.
    as_of
        Who is recorded as live later than that is not live yet; None means everybody
        who is recorded.
    """
    bought = procurements(inventory)
    live = _live(inventory, as_of)
    walks = [walk for walk in walks_of(inventory, bought) if walk.system.id not in live]
    tasks, places = _tasks(inventory, walks)
    entries = recorded(inventory.progress, tasks)
    absent = _absent(inventory, entries)
    graphs = [
        remaining(inventory, walk, place_of, absent)
        for walk, place_of in zip(walks, places, strict=True)
    ]
    number = {system.id: place for place, system in enumerate(inventory.systems)}
    before: list[set[int]] = [set() for _ in tasks]
    before_cutover: list[set[int]] = [set() for _ in inventory.systems]
    for walk, graph, place_of in zip(walks, graphs, places, strict=True):
        for ref, earlier in graph.before.items():
            if ref == CUTOVER:
                target = before_cutover[number[walk.system.id]]
            else:
                target = before[place_of[ref]]
            for other in earlier:
                target.add(place_of[other])
    found = moneys(inventory, walks, places, absent)
    for purchase in found.purchases:
        # Nothing is signed without money, whatever stands between (自治法232条の3).
        for place in purchase.spending:
            before[place].add(purchase.request)
    return Network(
        inventory,
        tasks,
        tuple([_kept(tuple(sorted(earlier))) for earlier in before]),
        inventory.systems,
        tuple([_kept(tuple(sorted(earlier))) for earlier in before_cutover]),
        bought,
        found.purchases,
        live,
        entries,
        absent,
        found.unspent,
    )


def every_task(network: Network) -> tuple[Task, ...]:
    """Return the tasks of all systems as if none were live, in the same order."""
    walks = walks_of(network.inventory, network.procurements)
    return _tasks(network.inventory, walks)[0]


def _absent(inventory: Inventory, entries: dict[int, int]) -> frozenset[int]:
    """Return the places of the tasks that do not apply (対象外)."""
    if inventory.progress is None:
        return frozenset()
    told = inventory.progress.tasks
    return frozenset(
        place for place, n in entries.items() if told[n].status == "not_applicable"
    )


def _live(inventory: Inventory, as_of: date | None) -> dict[str, date]:
    recorded = inventory.progress.live if inventory.progress else ()
    return {
        each.system: each.since
        for each in recorded
        if as_of is None or each.since <= as_of
    }


def _tasks(
    inventory: Inventory, walks: list[Walk]
) -> tuple[tuple[Task, ...], list[dict[str, int]]]:
    """
    Return the merged tasks, item by item in the order of the items' graph.

    The second part holds, for each walk, the place of its task by the item's ref.
    """
    tasks: list[Task] = []
    places: list[dict[str, int]] = [{} for _ in walks]

    @cache
    def concerned(
        group: tuple[int, ...],
    ) -> tuple[tuple[System, ...], tuple[Installation, ...]]:
        """Return systems and units of walks; the tasks of the same walks share them."""
        systems = {walks[each].system.id: walks[each].system for each in group}
        units = [placed for each in group for placed in walks[each].installations]
        return tuple(systems.values()), tuple(units)

    @cache
    def groups(scope: Scope, graphs: frozenset[int]) -> list[tuple[int, ...]]:
        """Return the walks along some graphs that have one task for an item."""
        merged: dict[str, list[int]] = {}
        for number, walk in enumerate(walks):
            if id(walk.graph) in graphs:
                merged.setdefault(walk.subjects[scope], []).append(number)
        return [tuple(group) for group in merged.values()]

    # Towns have some twenty walks, but few graphs.
    known = {id(walk.graph): walk.graph for walk in walks}
    for item in item_graph(inventory.procedures, frozenset()).items:
        held = frozenset(
            name for name, each in known.items() if item.ref in each.before
        )
        for group in groups(item.scope, held):
            for number in group:
                places[number][item.ref] = len(tasks)
            once = walks[group[0]].procurement if item.scope == "procurement" else None
            tasks.append(Task(item, once, *concerned(group)))
    return tuple(tasks), places


@lru_cache(maxsize=65_536)
def _kept(places: tuple[int, ...]) -> tuple[int, ...]:
    """Return one object for the same places, since towns are much alike."""
    return places
