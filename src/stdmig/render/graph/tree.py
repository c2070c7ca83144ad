"""A graph laid out as trees in which every node stands once (樹形)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
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
        self.nodes = {node.id: node for node in view.nodes}
        self.before: dict[str, list[GraphEdge]] = {name: [] for name in self.nodes}
        self.after: dict[str, list[str]] = {name: [] for name in self.nodes}
        for edge in view.edges:
            self.before[edge.after].append(edge)
            self.after[edge.before].append(edge.after)
        self.heights: dict[str, int] = {}
        for name in reversed(self.nodes):
            above = (self.heights[other] + 1 for other in self.after[name])
            self.heights[name] = max(above, default=0)
        self.placed: set[str] = set()

    def blocks(self) -> list[TreeBlock]:
        if not self.nodes:
            return []
        if not self.view.named_by_group:
            return [self._block(None, list(self.nodes))]
        layers: dict[str, int] = {}
        for name in self.nodes:
            below = (layers[edge.before] + 1 for edge in self.before[name])
            layers[name] = max(below, default=0)
        groups = self.view.groups
        found = []
        # What a node waits for has a lower layer, so that each is ready in its turn.
        for name in sorted(self.nodes, key=layers.__getitem__):
            if name not in self.placed:
                group = self.nodes[name].group
                names = [node.id for node in groups[group]]
                found.append(self._block(group, names))
        return found

    def _block(self, group: GraphGroup | None, names: list[str]) -> TreeBlock:
        parents = self._hang(names)
        last = {parent: name for name, parent in parents.items()}
        depths: dict[str | None, int] = {None: 0}
        rows = []
        for name, parent in parents.items():
            branches = last[parent] != name
            depths[name] = depths[parent] + branches
            before = tuple(self.before[name])
            rows.append(TreeRow(self.nodes[name], depths[name], branches, before))
        return TreeBlock(group, tuple(rows))

    def _hang(self, names: list[str]) -> dict[str, str | None]:
        """
        Place all of `names` that wait for nothing beyond them and the placed.

        Returns
        -------
        What each hangs under, in the order of the rows.
        """
        within = set(names)
        parents: dict[str, str | None] = {}
        waiting = self._stack([name for name in names if self._is_ready(name)], None)
        while waiting:
            name, parent = waiting.pop()
            if name in within and self._is_ready(name):
                self.placed.add(name)
                parents[name] = parent
                waiting += self._stack(self.after[name], name)
        return parents

    def _is_ready(self, name: str) -> bool:
        return name not in self.placed and all(
            edge.before in self.placed for edge in self.before[name]
        )

    def _stack(
        self, names: list[str], parent: str | None
    ) -> list[tuple[str, str | None]]:
        """Return names to be taken from the end, the one with the longest way last."""
        if not names:
            return []
        tallest = max(reversed(names), key=self.heights.__getitem__)
        others = (name for name in reversed(names) if name != tallest)
        return [(name, parent) for name in (tallest, *others)]
