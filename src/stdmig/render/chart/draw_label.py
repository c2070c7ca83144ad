"""What stands left of the bars: work item, name, dates, float (行の見出し)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdmig.render.chart.draw_row import PITCH
from stdmig.render.chart.markup import escaped, group, words
from stdmig.render.chart.measure import cut
from stdmig.render.chart.model import Row


class Columns(NamedTuple):
    """
    Where the cells left of the bars stand.

    Attributes
    ----------
    left
        Left edge of the work item's number, or of a name without one.
    name
        Left edge of a name.
    cells
        Right edges of the three cells; None leaves a cell out.
    size
        Of the font.
    """

    left: float
    name: float
    cells: tuple[float | None, float | None, float | None]
    room: float
    size: float = 11.0


def draw_label(
    row: Row,
    columns: Columns,
    pitch: float = PITCH,
    *,
    attributes: str = "",
) -> str:
    """Return the words of a row as a group; its upper edge is y = 0."""
    return group(_parts(row, columns, pitch), attributes)


def _parts(row: Row, columns: Columns, pitch: float) -> Iterator[str]:
    base = pitch / 2 + columns.size * 0.36
    if row.ref:
        yield words("t w", columns.name - 6, base, row.ref, anchor="e")
    left = columns.name if row.ref else columns.left
    if row.minor:
        left += columns.size
    told = cut(row.label, columns.size, columns.name + columns.room - left)
    shown = words("t", left, base, told) if told else ""
    if told != row.label:
        # The whole name is told where a pointer rests on its head.
        shown = shown.replace("</text>", f"<title>{escaped(row.label)}</title></text>")
    yield shown
    for place, (cell, edge) in enumerate(zip(row.cells, columns.cells, strict=True)):
        if edge is not None:
            tone = "r" if place == 2 and row.alarming else "w"
            yield words(f"t {tone}", edge, base, cell, anchor="e")
