"""The rows of the form that name its columns (様式の見出し行)."""

from __future__ import annotations

from collections.abc import Mapping

from stdmig.intake.inventory_list.plain import one_line
from stdmig.intake.inventory_list.recognise import recognise
from stdmig.intake.sheet.sheet import Cell, Sheet
from stdmig.intake.steps_form.headings import Field, StepHeading, step_heading

_ABOVE = 4
"""Rows above the names of the columns that may belong to the header."""

_FEW = 2
"""Cells in a row above the header that make it a title, not a row of headings."""


class Header:
    """
    A row that names columns, and what stands around it.

    Rows and columns are indices (from 0).

    Parameters
    ----------
    sheet, row
        The sheet, and the row in it.
    fields
        Columns of what is no step.

    Attributes
    ----------
    top, first
        First row of the header, and the first row below it.
    headed
        What stands above each column that is none of the fields, from top to bottom.
    """

    def __init__(self, sheet: Sheet, row: int, fields: Mapping[Field, int]) -> None:
        self.sheet, self.row, self.fields = sheet, row, fields
        self.top = max(row - _ABOVE, 0)
        self.first = self._first()
        self.headed = {
            column: self._texts(column)
            for column in range(len(sheet.rows[row]))
            if column not in fields.values()
        }

    def groups(self) -> list[tuple[str | None, list[int]]] | None:
        """Return the columns that may be steps, together or by their systems."""
        if "system" in self.fields:
            return [(None, list(self.headed))]
        best: list[tuple[str | None, list[int]]] = []
        for row in range(self.top, min(self.first, self.row + _ABOVE + 1)):
            found: list[tuple[str | None, list[int]]] = []
            for column in self.headed:
                told = one_line(self.sheet.rows[row][column].value)
                if told and recognise(told).sure is not None:
                    if not found or found[-1][0] != told:
                        found.append((told, []))
                elif told and found and not self.heading(column).number:
                    # Something of its own ends the columns of a system.
                    found.append((None, []))
                if found:
                    found[-1][1].append(column)
            named = [each for each in found if each[0] is not None]
            if len(named) > len(best):
                best = named
        return best or None

    def heading(self, column: int) -> StepHeading:
        """Return number and name of the step that a column is headed by."""
        found = [step_heading(each) for each in self.headed[column]]
        number = next((each.number for each in found if each.number is not None), None)
        names = [each.name for each in found if each.name is not None]
        return StepHeading(number, names[-1] if names else None)

    def name(self, column: int) -> str | None:
        """Return what the header calls the step of a column."""
        name = self.heading(column).name
        return None if name is None or recognise(name).sure else name

    def _first(self) -> int:
        """Return the first row below the header: where one of its fields is filled."""
        head = self.sheet.rows[self.row]
        for row in range(self.row + 1, len(self.sheet.rows)):
            for column in self.fields.values():
                cell, heading = self.sheet.rows[row][column], head[column].value
                own = not (cell.spread and cell.value == heading)
                if cell.value is not None and own:
                    return row
        return len(self.sheet.rows)

    def _texts(self, column: int) -> list[str]:
        """Return what stands above a column alone, from top to bottom."""
        found: list[str] = []
        for row in range(self.top, min(self.first, self.row + _ABOVE + 1)):
            cell = self.sheet.rows[row][column]
            told = one_line(cell.value)
            if told and not self._is_wide(row, column) and told not in found:
                found.append(told)
        return found

    def _is_wide(self, row: int, column: int) -> bool:
        """Return whether a cell is one with its neighbour, or a title over all."""
        cells = self.sheet.rows[row]
        here = cells[column]
        right = cells[column + 1] if column + 1 < len(cells) else Cell()
        if right.spread and right.value == here.value:
            return True
        if here.spread and column and cells[column - 1].value == here.value:
            return True
        filled = sum(cell.value is not None for cell in cells)
        return row < self.row and filled <= _FEW
