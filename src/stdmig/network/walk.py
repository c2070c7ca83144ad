"""What every unit walks through, and what it leaves out (業務システムごとの展開)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.inventory import Installation, Inventory, System
from stdmig.inventory.procedures import Scope
from stdmig.network.item_graph import ItemGraph, item_graph
from stdmig.network.procurement import Procurement


class Walk(NamedTuple):
    """
    Units of one system in one procurement that walk the same graph.

    Attributes
    ----------
    drops
        The conditions under which items drop out of it.
    subjects
        For what an item happens once, by its scope: walks of the same have one task.
    """

    system: System
    procurement: Procurement
    graph: ItemGraph
    installations: tuple[Installation, ...]
    drops: frozenset[str]
    subjects: dict[Scope, str]


def walks_of(inventory: Inventory, bought: dict[str, Procurement]) -> list[Walk]:
    """Return what the units walk through, in the order of the systems."""
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
                walks.append(Walk(system, procurement, graph, units, drops, subjects))
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


def remaining(
    inventory: Inventory, walk: Walk, place_of: dict[str, int], absent: frozenset[int]
) -> ItemGraph:
    """Return what a walk leads through, without its tasks that do not apply."""
    if not absent or absent.isdisjoint(place_of.values()):
        return walk.graph
    without = frozenset(ref for ref, place in place_of.items() if place in absent)
    return item_graph(inventory.procedures, walk.drops, without)
