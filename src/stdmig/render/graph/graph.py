"""What a picture of the dependencies shows, whatever its format (前後関係)."""

from __future__ import annotations

from graphlib import TopologicalSorter
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from stdmig.words import Name, Readable, Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from stdmig.inventory import Inventory

SERVICE = text("First day of service")
"""What a cutover is called in a graph (稼働開始日)."""


class GraphGroup(NamedTuple):
    """Nodes that stand together: a phase, a procurement, a system."""

    id: str
    title: Readable


class GraphNode(NamedTuple):
    """
    A work item, a task or a cutover.

    Attributes
    ----------
    id
        Task id, ``cutover``, or ``cutover@SYSTEM``.
    number
        The work item's number; None for a cutover.
    name
        What is done, without its number.
    group
        Whose it is.
    late_start, late_finish
        In a dated plan (最遅開始・最遅終了), the finish being its last day; a cutover
        has its day and no finish.
    planned_start, planned_finish
        The planned dates (計画日), where starts were chosen or likely durations count.
    critical
        Whether the task is on some system's critical path.
    """

    id: str
    number: str | None
    name: Readable
    group: GraphGroup | None = None
    late_start: date | None = None
    late_finish: date | None = None
    critical: bool = False
    planned_start: date | None = None
    planned_finish: date | None = None

    @property
    def shown_start(self) -> date | None:
        """Return the planned start where it is known by itself, else the late one."""
        return self.planned_start or self.late_start

    @property
    def shown_finish(self) -> date | None:
        """Return the planned finish where it is known by itself, else the late one."""
        return self.planned_finish or self.late_finish

    @property
    def title(self) -> Readable:
        """Return number and name; a cutover has no number."""
        if self.number is None:
            return self.name
        return text("{no} {name}", no=self.number, name=self.name)


class GraphEdge(NamedTuple):
    """
    One node that must be done before another (先行作業).

    Attributes
    ----------
    before, after
        Ids of the two nodes.
    assumed
        Whether no source states it (推定).
    """

    before: str
    after: str
    assumed: bool


class GraphView(NamedTuple):
    """
    Nodes and edges, as `graph_view` orders them.

    Attributes
    ----------
    title
        Whose graph it is, and of what.
    nodes
        Each after all that it waits for.
    edges
        In the order of the later node, then of the earlier one.
    named_by_group
        Whether the nodes of different groups bear the same names.
    """

    title: Text
    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    named_by_group: bool = False

    @property
    def groups(self) -> dict[GraphGroup | None, list[GraphNode]]:
        """Return the nodes of each group, the groups in the order of their first."""
        groups: dict[GraphGroup | None, list[GraphNode]] = {}
        for node in self.nodes:
            groups.setdefault(node.group, []).append(node)
        return groups


def graph_view(
    title: Text,
    nodes: Iterable[GraphNode],
    edges: Iterable[GraphEdge],
    *,
    named_by_group: bool = False,
) -> GraphView:
    """
    Return a graph in the order given, as far as each node follows what it waits for.

    Raises
    ------
    graphlib.CycleError
        If the edges go round in a circle, which the checks of the files rule out.
    """
    listed = list(nodes)
    place_of = {node.id: place for place, node in enumerate(listed)}
    links = list(edges)
    sorter: TopologicalSorter[str] = TopologicalSorter({name: () for name in place_of})
    for edge in links:
        sorter.add(edge.after, edge.before)
    sorter.prepare()
    ready: list[int] = []
    order: dict[str, int] = {}
    while sorter.is_active():
        for name in sorter.get_ready():
            heappush(ready, place_of[name])
        name = listed[heappop(ready)].id
        order[name] = len(order)
        sorter.done(name)
    return GraphView(
        title,
        tuple(listed[place_of[name]] for name in order),
        tuple(sorted(links, key=lambda edge: (order[edge.after], order[edge.before]))),
        named_by_group,
    )


def whose(inventory: Inventory) -> Text | Name:
    """Return the name of the municipality, and whether it is the sample."""
    name = inventory.municipality.title
    return text("{name} (sample)", name=name) if inventory.sample else name
