"""The graph as trees for the terminal, in plain ASCII lines (前後関係の一覧)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import chop_cells

from stdmig.dates import padded
from stdmig.render.cells import width
from stdmig.render.graph.tree import TreeBlock, TreeRow, tree
from stdmig.render.one_line import one_line, shown_name
from stdmig.words import Style, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stdmig.render.graph.graph import GraphView

WIDTH = 80
"""Cells of a line; a full-width character takes two."""

_BAR, _BRANCH, _INDENT, _GAP = "|  ", "|- ", "   ", "  "
_WAITS, _ASSUMED, _CRITICAL = "<-", "?", "*"

# Deeper branches are drawn at this depth, so that half of every line is left to its
# words; what a row waits for is written out in any case.
_DEEPEST = 12


def graph_text(view: GraphView, style: Style) -> str:
    """
    Return the graph as trees of at most `WIDTH` cells, each node once.

    A row goes on from the row above it in the same column; ``|-`` begins a side
    branch. What a row waits for stands after ``<-``, and always above it. The tasks
    of a plan stand under the titles of their groups.
    """
    title = shown_name(view.title, style)
    lines = [*_fold(title.split(" "), WIDTH), *_legend(view, style)]
    for block in tree(view):
        lines += ["", *_block(block, style)]
    return "".join(f"{line}\n" for line in lines)


def _legend(view: GraphView, style: Style) -> list[str]:
    """Return what the marks mean, of those that occur."""
    parts = [(_BRANCH, text("side branch")), (f"{_WAITS} ", text("waits for"))]
    if any(edge.assumed for edge in view.edges):
        parts.append((f"{_ASSUMED} ", text("assumed, no source states it")))
    if any(node.critical for node in view.nodes):
        parts.append((f"{_CRITICAL} ", text("critical")))
    if any(node.planned_finish for node in view.nodes):
        parts.append(("", text("dates: planned start to planned finish")))
    elif any(node.shown_finish for node in view.nodes):
        parts.append(("", text("dates: late start to late finish")))
    told = [f"{mark}{meaning.into(style)}" for mark, meaning in parts]
    return _fold(told, WIDTH, _GAP)


def _block(block: TreeBlock, style: Style) -> Iterator[str]:
    """Yield a block's title and rows, in columns where all rows fit into the width."""
    if block.group is not None:
        yield from _fold(shown_name(block.group.title, style).split(" "), WIDTH)
    labels = [_label(row, style) for row in block.rows]
    tails = [_tail(row, style) for row in block.rows]
    heads = [_head(row) + label for row, label in zip(block.rows, labels, strict=True)]
    column = max(map(width, heads)) + len(_GAP)
    if column + max(map(width, tails)) <= WIDTH:
        for head, tail in zip(heads, tails, strict=True):
            yield (head + " " * (column - width(head)) + tail).rstrip()
        return
    for row, label, tail in zip(block.rows, labels, tails, strict=True):
        yield from _stacked(row, label, tail)


def _stacked(row: TreeRow, label: str, tail: str) -> Iterator[str]:
    """Yield a row's name, and below it what else is known of it."""
    below = _BAR * min(row.depth, _DEEPEST) + _INDENT
    cells = WIDTH - len(below)
    first, *rest = _fold(label.split(" "), cells)
    yield _head(row) + first
    for line in (*rest, *_fold(tail.split(" "), cells)):
        yield (below + line).rstrip()


def _head(row: TreeRow) -> str:
    """Return the lines left of a row's words."""
    depth = min(row.depth, _DEEPEST)
    return _BAR * (depth - 1) + _BRANCH if row.branches else _BAR * depth


def _label(row: TreeRow, style: Style) -> str:
    return f"{one_line(row.node.id)} {shown_name(row.node.name, style)}"


def _tail(row: TreeRow, style: Style) -> str:
    """Return dates, mark and predecessors of a row."""
    node = row.node
    parts = []
    if node.shown_start is not None:
        start = padded(node.shown_start).into(style)
        finish = padded(node.shown_finish).into(style) if node.shown_finish else ""
        mark = _CRITICAL if node.critical else " "
        parts.append(f"{start} - {finish} {mark}" if finish else start)
    if row.before:
        named = (one_line(edge.before) + _ASSUMED * edge.assumed for edge in row.before)
        parts.append(f"{_WAITS} {', '.join(named)}")
    return _GAP.join(parts)


def _fold(words: list[str], cells: int, gap: str = " ") -> list[str]:
    """Return lines of at most so many cells, broken inside a word only if it must."""
    lines = [""]
    for word in words:
        joined = lines[-1] + gap + word if lines[-1] else word
        if width(joined) <= cells:
            lines[-1] = joined
            continue
        pieces = chop_cells(word, cells)
        lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
    return lines
