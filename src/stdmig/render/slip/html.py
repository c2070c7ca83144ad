"""What a vendor's slip does, as a part of the page of municipalities (紙面の一部)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from stdmig.outlook.slip.rollup import SlipReport
from stdmig.outlook.slip.statements import reckoning
from stdmig.render.html.pen import Pen
from stdmig.render.html.whole_page import templates
from stdmig.render.slip.grids import grids
from stdmig.render.slip.text import LEGEND
from stdmig.render.towns.grid import Grid
from stdmig.words import Style, text

MOST_ROWS = 200
"""So many rows of each table stand on the page; the workbook has all."""


class Row(NamedTuple):
    """A row: what it is about, remarks, and its cells with the class of each."""

    label: Markup
    remarks: tuple[Markup, ...]
    cells: tuple[tuple[Markup, str], ...]


class Listed(NamedTuple):
    """A table of the page; `left` tells of the rows that are not on it."""

    title: Markup
    label: Markup
    columns: tuple[Markup, ...]
    rows: tuple[Row, ...]
    left: Markup


def slip_section(report: SlipReport, style: Style) -> Markup:
    """
    Return the tables of the section; the statements stand at the head of the page.

    Nothing of it asks for anything.
    """
    pen = Pen(style)
    tables = [_listed(each, pen) for each in grids(report, style, MOST_ROWS)]
    found = (
        templates()
        .get_template("slip.html")
        .render(
            title=pen(text("What the slip does")),
            tables=[each for each in tables if each.rows],
            notes=[pen(LEGEND), *map(pen, reckoning(report))],
        )
    )
    return Markup(found)


def _listed(grid: Grid, pen: Pen) -> Listed:
    # A table on a page has room for every column but that of the workspace.
    left = len(grid.rows) >= MOST_ROWS and grid.left is not None
    return Listed(
        pen(grid.title),
        pen(grid.label),
        tuple(map(pen, grid.columns)),
        tuple(
            Row(
                pen(row.label),
                tuple(map(pen, row.more)),
                tuple(_cells(row.cells, row.paints, pen)),
            )
            for row in grid.rows
        ),
        pen(text("The workbook has all rows.")) if left else Markup(""),
    )


def _cells(
    cells: Sequence[object], paints: Sequence[str], pen: Pen
) -> Iterator[tuple[Markup, str]]:
    for place, cell in enumerate(cells):
        painted = place < len(paints) and "red" in paints[place] and cell != "-"
        yield pen(cell), "bad" if painted else ""
