"""Rows of figures under each other, as many columns as have room (表)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.screen import Screen
from stdmig.words import Readable, Text, count, in_style

_LEAST_LABEL, _MOST_LABEL = 20, 60


class GridRow(NamedTuple):
    """
    A row: what it is about, its figures, and the colour of the first that counts.

    Attributes
    ----------
    paints
        Colours of the figures, as far as they have one.
    more
        What is told below it, if anything.
    """

    label: Readable
    cells: tuple[object, ...]
    paints: tuple[str, ...] = ()
    more: tuple[Readable, ...] = ()


class Grid(NamedTuple):
    """
    A table.

    Attributes
    ----------
    label
        Heading of the first column.
    columns
        Headings of the figures, the most important first.
    left
        Rows that are not shown, and how that is told.
    """

    title: Text
    label: Text
    columns: tuple[Text, ...]
    rows: Sequence[GridRow]
    left: Text | None = None


def grid_lines(grid: Grid, screen: Screen) -> Iterator[Line]:
    """Yield the lines of a table, after an empty one; none where it has no rows."""
    if not grid.rows:
        return
    style = screen.style
    yield line("")
    title = grid.title.into(style)
    yield from (line(Part(each, "bold")) for each in wrap(title, screen.width))
    heads = [each.into(style) for each in grid.columns]
    figures = [[_told(cell, screen) for cell in row.cells] for row in grid.rows]
    cells = [
        max(width(each) for each in column)
        for column in zip(heads, *figures, strict=True)
    ]
    labels = [one_line(row.label.into(style)) for row in grid.rows]
    most = min(max(map(width, (*labels, grid.label.into(style)))), _MOST_LABEL)
    least = min(most, _LEAST_LABEL)
    while len(cells) > 1 and least + 2 + sum(cells) + 2 * len(cells) > screen.width:
        cells.pop()
    room = screen.width - 2 - sum(cells) - 2 * len(cells)
    room = max(min(room, most), 1)
    head = f"  {fit(grid.label.into(style), room)}"
    yield line(Part(head + _joined(heads, cells), "dim"))
    for label, told, row in zip(labels, figures, grid.rows, strict=True):
        yield from _figures(label, told, row.paints, cells, room, screen)
        yield from dim_lines(row.more, screen)
    if grid.left is not None:
        yield from dim_lines([grid.left], screen)


def more_rows(left: int) -> Text | None:
    """Return that rows are left out, if any are."""
    if left <= 0:
        return None
    return count("and {n} more (--top)", "and {n} more (--top)", left)


def dim_lines(words: Iterable[Readable], screen: Screen) -> Iterator[Line]:
    """Yield remarks, indented."""
    for each in words:
        told = f"    {one_line(each.into(screen.style))}"
        for part in wrap(told, screen.width, "    "):
            yield line(Part(part, "dim"))


def _figures(
    label: str,
    told: list[str],
    paints: tuple[str, ...],
    cells: list[int],
    room: int,
    screen: Screen,
) -> Iterator[Line]:
    if width(label) > room:
        # A name that has no room gets a line of its own; it is never cut.
        yield from (line(each) for each in wrap(f"  {label}", screen.width, "  "))
        label = ""
    parts: list[Part | str] = [f"  {fit(label, room)}"]
    colours = (*paints, *[""] * len(cells))
    for cell, wide, paint in zip(told, cells, colours, strict=False):
        parts += ["  ", Part(right(cell, wide), paint if cell != "-" else "")]
    yield line(*parts)


def _told(cell: object, screen: Screen) -> str:
    return one_line(in_style(cell, screen.style))


def _joined(words: Sequence[str], cells: Sequence[int]) -> str:
    pairs = zip(words, cells, strict=False)
    return "".join(f"  {right(each, wide)}" for each, wide in pairs)
