"""A place in a file that a user wrote (記載箇所)."""

from __future__ import annotations

from typing import NamedTuple


class Location(NamedTuple):
    """
    File, line and column; lines and columns count from 1, columns in code points.

    Locations sort in reading order: by file, then line, then column.

    Attributes
    ----------
    sheet
        The worksheet, in a workbook; line and column are then those of a cell.
    """

    file: str
    line: int = 1
    column: int = 1
    sheet: str | None = None

    def __str__(self) -> str:
        """Return ``file:line:column``, clickable, or ``file[sheet]!B5`` for a cell."""
        if self.sheet is not None:
            return f"{self.file}[{self.sheet}]!{column_letters(self.column)}{self.line}"
        return f"{self.file}:{self.line}:{self.column}"


def column_letters(column: int) -> str:
    """Return what a spreadsheet calls a column, counted from 1: A, Z, AA."""
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
