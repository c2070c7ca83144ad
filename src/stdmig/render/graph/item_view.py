"""The graph of the work items (作業項目の前後関係)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdmig.network import CUTOVER, links
from stdmig.render.graph.graph import (
    SERVICE,
    GraphEdge,
    GraphGroup,
    GraphNode,
    GraphView,
    graph_view,
    whose,
)
from stdmig.words import text

if TYPE_CHECKING:
    from stdmig.inventory import Inventory


def item_graph_view(inventory: Inventory) -> GraphView:
    """Return the graph of the work items and the cutover, by phase, none dropped."""
    procedures = inventory.procedures
    phases = {
        phase.id: GraphGroup(phase.id, phase.title) for phase in procedures.phases
    }
    nodes = [
        GraphNode(item.ref, item.ref, item.title, phases.get(item.phase))
        for item in sorted(procedures.items, key=lambda item: item.number)
    ]
    edges = [
        GraphEdge(link.item, ref, link.assumed)
        for ref, after in links(procedures).items()
        for link in after
    ]
    title = text("{name}: order of the work items", name=whose(inventory))
    return graph_view(title, [*nodes, GraphNode(CUTOVER, None, SERVICE)], edges)
