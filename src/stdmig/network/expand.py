"""Units × items to tasks and links (展開)."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from stdmig.inventory import Installation, Inventory, System
from stdmig.inventory.procedures import Scope
from stdmig.network.item_graph import CUTOVER, ItemGraph, item_graph
from stdmig.network.network import Network, Purchase
from stdmig.network.procurement import Procurement, procurements
from stdmig.network.task import Task


class _Walk(NamedTuple):
    """
    Units of one system in one procurement that walk the same graph.

    Attributes
    ----------
    subjects
        For what an item happens once, by its scope: walks of the same have one task.
    """

    system: System
    procurement: Procurement
    graph: ItemGraph
    installations: tuple[Installation, ...]
    subjects: dict[Scope, str]


def expand(inventory: Inventory, as_of: date | None = None) -> Network:
    """
    Let every unit walk its graph of the items, and merge what happens once.

    Two tasks are linked when some unit links them. A system without units counts as
    one nameless unit bought alone, whose vendor may change. A system that is live walks
    no more: what happens once remains for the others.

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
    walks = [walk for walk in _walks(inventory, bought) if walk.system.id not in live]
    tasks, places = _tasks(inventory, walks)
    number = {system.id: place for place, system in enumerate(inventory.systems)}
    before: list[set[int]] = [set() for _ in tasks]
    before_cutover: list[set[int]] = [set() for _ in inventory.systems]
    for walk, place_of in zip(walks, places, strict=True):
        for ref, earlier in walk.graph.before.items():
            if ref == CUTOVER:
                target = before_cutover[number[walk.system.id]]
            else:
                target = before[place_of[ref]]
            for other in earlier:
                target.add(place_of[other])
    purchases = _purchases(inventory, walks, places)
    for purchase in purchases:
        # Nothing is signed without money, whatever stands between (自治法232条の3).
        before[purchase.contract].add(purchase.request)
    return Network(
        inventory,
        tasks,
        tuple([_kept(tuple(sorted(earlier))) for earlier in before]),
        inventory.systems,
        tuple([_kept(tuple(sorted(earlier))) for earlier in before_cutover]),
        bought,
        purchases,
        live,
    )


def every_task(network: Network) -> tuple[Task, ...]:
    """Return the tasks of all systems as if none were live, in the same order."""
    walks = _walks(network.inventory, network.procurements)
    return _tasks(network.inventory, walks)[0]


def _purchases(
    inventory: Inventory, walks: list[_Walk], places: list[dict[str, int]]
) -> tuple[Purchase, ...]:
    """Return which tasks ask for money, which spend it, and the RFP between them."""
    refs: dict[str, str] = {}
    for item in inventory.procedures.items:
        if item.role is not None:
            refs.setdefault(item.role, item.ref)
    request, rfp = refs.get("budget_request", ""), refs.get("rfp", "")
    contract = refs.get("contract", "")
    found: dict[tuple[int, int], Purchase] = {}
    for walk, place_of in zip(walks, places, strict=True):
        if request not in place_of or contract not in place_of:
            continue
        pair = place_of[request], place_of[contract]
        if pair[0] > pair[1]:
            continue
        known = found.get(pair)
        if known is None or known.rfp is None:
            between = place_of.get(rfp)
            found[pair] = Purchase(walk.procurement, pair[0], between, pair[1])
    return tuple(found.values())


def _live(inventory: Inventory, as_of: date | None) -> dict[str, date]:
    recorded = inventory.progress.live if inventory.progress else ()
    return {
        each.system: each.since
        for each in recorded
        if as_of is None or each.since <= as_of
    }


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
                subjects: dict[Scope, str] = {
                    "municipality": "",
                    "procurement": procurement.id,
                    "system": system.id,
                }
                units = tuple(placed_units)
                walks.append(_Walk(system, procurement, graph, units, subjects))
    order = {id(system): place for place, system in enumerate(inventory.systems)}
    return sorted(walks, key=lambda walk: order[id(walk.system)])


def _drops(system: System, policy: str) -> frozenset[str]:
    held = []
    if policy == "stay":
        held.append("vendor_stays")
    if not system.needs_assessment:
        held.append("no_assessment")
    if system.amends == "none":
        held.append("no_ordinance")
    return frozenset(held)


def _tasks(
    inventory: Inventory, walks: list[_Walk]
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
