"""A table as it was read: rows of cells that know where they stood (表)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.diagnostics import Location

CellValue = str | int | float | bool | date


class Cell(NamedTuple):
    """
    One cell.

    Attributes
    ----------
    value
        Text without the spaces around it, number, day, or None where it is empty.
        A cell of a merged range has the value of the whole range.
    note
        What somebody attached to it (コメント・メモ).
    spread
        Whether the value is that of a merged range that begins in another cell.
    """

    value: CellValue | None = None
    note: str | None = None
    spread: bool = False


class Sheet(NamedTuple):
    """
    One table.

    Attributes
    ----------
    file
        Name of the file as the user gave it.
    name
        Name of the worksheet; None in a CSV, which has only one table.
    rows
        Its cells; all rows are equally long, empty ones at the end are cut off.
    lines
        Line of the file on which each row begins; None in a workbook, whose row is
        its line.
    hidden
        Whether its author hid it.
    hidden_rows
        Indices of the rows that its author hid or filtered out.
    """

    file: str
    name: str | None
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[int, ...] | None = None
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()

    def place(self, row: int, column: int) -> Location:
        """Return where a cell stands, from its indices (from 0)."""
        lines = self.lines
        # A table in which nothing stands has no rows, and still a place to tell of.
        line = row + 1 if lines is None or row >= len(lines) else lines[row]
        return Location(self.file, line, column + 1, self.name)
