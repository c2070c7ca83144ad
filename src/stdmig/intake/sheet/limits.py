"""How much of a file is read, so that no file can hold a machine up (上限)."""

from __future__ import annotations

from typing import NamedTuple

ROWS = 20_000
"""Rows of a sheet; a town hall has a few hundred systems."""

COLUMNS = 500

SHEETS = 100

CHARACTERS = 10_000
"""Of a cell; Excel itself holds 32,767."""

CELLS = 2_000_000
"""Of all sheets together, rows times columns: some 100 MB once they are read."""


class Bounds(NamedTuple):
    """
    How large a table may be.

    Attributes
    ----------
    rows
        Of a sheet.
    cells
        Of all sheets together, rows times columns.
    tags
        In all worksheets of a workbook together; reading takes its time for them.
    """

    rows: int = ROWS
    cells: int = CELLS
    tags: int = 4_000_000


USUAL = Bounds()
"""For what one town hall keeps: a list of 20,000 rows has 2.5 million tags."""

NATIONAL = Bounds(rows=50_000, cells=3_000_000, tags=12_000_000)
"""For a table of 1,741 municipalities by 20 systems by 40 steps."""

TOLD = 20
"""Cells of a sheet that are named one by one where many have the same fault."""
