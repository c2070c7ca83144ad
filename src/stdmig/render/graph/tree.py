"""A graph laid out as trees in which every node stands once (樹形)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.render.graph.graph import GraphEdge, GraphGroup, GraphNode, GraphView


class TreeRow(NamedTuple):
    """
    One node of a tree.

    Attributes
    ----------
    depth
        0 on the main line; a side branch stands one deeper than what it leaves.
    branches
        Whether a side branch begins here, rather than going on from the row above
        at the same depth.
    before
        The edges to all that the node waits for; all of them stand above.
    """

    node: GraphNode
    depth: int
    branches: bool
    before: tuple[GraphEdge, ...]


class TreeBlock(NamedTuple):
    """Rows under the title of their group; None where the whole is one tree."""

    group: GraphGroup | None
    rows: tuple[TreeRow, ...]


def tree(view: GraphView) -> list[TreeBlock]:
    """
    Return the nodes in an order in which each follows all that it waits for.

    In a block each node hangs under the last of those, or under the title where none
    of them stands in the block. Of the nodes under one, the last goes on at the same
    depth, so that a chain stays a straight line; it is the one from which the way to
    the end is longest. Where nodes are named by their groups, a block has the nodes
    of one, as many as can stand together; what is nearer to the start comes first.
    """
    return _Tree(view).blocks()


class _Tree:
    """The state of laying out one view."""

    def __init__(self, view: GraphView) -> None:
        self.view = view
        self.before: dict[str, list[GraphEdge]] = {node.id: [] for node in view.nodes}
        self.after: dict[str, list[GraphNode]] = {node.id: [] for node in view.nodes}
        nodes = {node.id: node for node in view.nodes}
        for edge in view.edges:
            self.before[edge.after].append(edge)
            self.after[edge.before].append(nodes[edge.after])
        self.heights: dict[str, int] = {}
        for node in reversed(view.nodes):
            above = (self.heights[other.id] + 1 for other in self.after[node.id])
            self.heights[node.id] = max(above, default=0)
        self.placed: set[str] = set()

    def blocks(self) -> list[TreeBlock]:
        if not self.view.named_by_group:
            return [self._block(None, self.view.nodes)] if self.view.nodes else []
        layers: dict[str, int] = {}
        for node in self.view.nodes:
            below = (layers[edge.before] + 1 for edge in self.before[node.id])
            layers[node.id] = max(below, default=0)
        groups = self.view.groups
        found = []
        # Sorting is stable, and a layer never waits for itself or a later one: the
        # first node that is not placed is always ready.
        for node in sorted(self.view.nodes, key=lambda node: layers[node.id]):
            if node.id not in self.placed:
                found.append(self._block(node.group, groups[node.group]))
        return found

    def _block(
        self, group: GraphGroup | None, nodes: list[GraphNode] | tuple[GraphNode, ...]
    ) -> TreeBlock:
        """Place all of `nodes` that wait for nothing beyond them and the placed."""
        within = {node.id for node in nodes}
        roots = [node for node in nodes if self._is_ready(node)]
        parents: dict[str, str | None] = {}
        waiting = self._stack(roots, None)
        rows = []
        last: dict[str | None, str] = {}
        while waiting:
            node, parent = waiting.pop()
            if node.id not in within or not self._is_ready(node):
                continue
            self.placed.add(node.id)
            parents[node.id], last[parent] = parent, node.id
            rows.append(node)
            waiting += self._stack(self.after[node.id], node.id)
        depths: dict[str | None, int] = {None: 0}
        for name, parent in parents.items():
            depths[name] = depths[parent] + (last[parent] != name)
        return TreeBlock(
            group,
            tuple(
                TreeRow(
                    node,
                    depths[node.id],
                    last[parents[node.id]] != node.id,
                    tuple(self.before[node.id]),
                )
                for node in rows
            ),
        )

    def _is_ready(self, node: GraphNode) -> bool:
        return node.id not in self.placed and all(
            edge.before in self.placed for edge in self.before[node.id]
        )

    def _stack(
        self, nodes: list[GraphNode], parent: str | None
    ) -> list[tuple[GraphNode, str | None]]:
        """Return nodes to be taken from the end, the one with the longest way last."""
        if not nodes:
            return []
        tallest = max(reversed(nodes), key=lambda node: self.heights[node.id])
        others = [node for node in nodes if node is not tallest]
        return [(node, parent) for node in (tallest, *reversed(others))]
