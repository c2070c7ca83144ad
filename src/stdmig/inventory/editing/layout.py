"""How a file is indented, told from what it has (字下げの様式)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.inventory.editing.lines import Lines
from stdmig.inventory.editing.node import Node
from stdmig.inventory.writing.collection import Layout


def layout_of(lines: Lines, *nodes: Node) -> Layout:
    """Return the indentation of the first of the nodes that shows it."""
    step, dash, gap = None, None, None
    for node in nodes:
        for column, below in _over_lines(lines, node):
            under = lines.column(below.start)
            if below.pairs is not None:
                step = under - column if step is None else step
                continue
            dash = under - column if dash is None else dash
            gap = _gap(lines, below) if gap is None else gap
    usual = Layout()
    return Layout(
        usual.step if step is None or step < 1 else step,
        usual.dash if dash is None or dash < 0 else dash,
        gap or usual.gap,
    )


def _over_lines(lines: Lines, node: Node) -> Iterator[tuple[int, Node]]:
    """Yield the column of every key whose value stands over lines, and the value."""
    for key, value in node.pairs or ():
        if value.is_collection and not value.in_brackets:
            yield lines.column(key.start), value
    for _, child in node.children():
        if child.is_collection and not child.in_brackets:
            yield from _over_lines(lines, child)


def _gap(lines: Lines, node: Node) -> str | None:
    """Return what stands between the dashes of a list and its entries."""
    for entry in node.entries or ():
        before = lines.before(entry.start)
        if before.strip() == "-" and before.endswith(" "):
            return before[before.index("-") + 1 :]
    return None
