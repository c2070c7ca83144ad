"""Where the form has its header, and which column is which step (様式の判別)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from stdmig.diagnostics.location import column_letters
from stdmig.intake.inventory_list.plain import one_line, plain
from stdmig.intake.inventory_list.recognise import recognise
from stdmig.intake.sheet.sheet import Cell, Sheet
from stdmig.intake.steps_form.headings import (
    Field,
    StepHeading,
    field_of,
    step_heading,
)
from stdmig.intake.steps_form.states import state_of
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, text

_LOOKED_AT = 60
"""Rows at the top in which a header is looked for."""

_ABOVE = 4
"""Rows above the names of the columns that may belong to the header."""

_SAMPLED = 400
"""Rows below the header by which a column of states is known."""


class Block(NamedTuple):
    """
    The columns of the steps, or those of one system where each has its own.

    Attributes
    ----------
    system
        What stands above them; None where a column of the form names the system.
    steps
        Column of each step.
    """

    system: str | None
    steps: dict[int, int]


class Layout(NamedTuple):
    """
    How a sheet is laid out; rows and columns are indices (from 0).

    Attributes
    ----------
    top, first
        First row of the header, and the first row below it.
    fields
        Columns of what is no step.
    blocks
        One where each row is a system, else one per system.
    names
        What the header calls the steps.
    others
        Columns with a heading that are neither, in the order of the sheet.
    by
        Whether the steps are known by their numbers, their names, or the order of
        their columns alone.
    """

    top: int
    first: int
    fields: Mapping[Field, int]
    blocks: tuple[Block, ...]
    names: dict[int, str]
    others: tuple[tuple[int, str], ...]
    by: Literal["numbers", "names", "order"]

    def headings(self) -> Iterator[tuple[str, str]]:
        """Yield letters and heading of the columns that are not known."""
        for column, heading in self.others:
            yield column_letters(column + 1), heading


def layout_of(
    sheet: Sheet, count: int, known: Mapping[int, str]
) -> Layout | Text | None:
    """
    Return the layout of a sheet, or why it cannot be told; None without a header.

    Parameters
    ----------
    count
        How many steps there are.
    known
        Names of the steps that are known already.
    """
    for row in range(min(len(sheet.rows), _LOOKED_AT)):
        fields = _fields(sheet.rows[row])
        if "system" in fields or "name" in fields or "code" in fields:
            found = _Header(sheet, row, fields, count, known).layout()
            if found is not None:
                return found
    return None


def _fields(row: tuple[Cell, ...]) -> dict[Field, int]:
    fields: dict[Field, int] = {}
    for column, cell in enumerate(row):
        field = field_of(cell.value)
        if field is not None:
            fields.setdefault(field, column)
    return fields


class _Header:
    """A row that names columns, and what stands around it."""

    def __init__(
        self,
        sheet: Sheet,
        row: int,
        fields: dict[Field, int],
        count: int,
        known: Mapping[int, str],
    ) -> None:
        self.sheet, self.row, self.fields = sheet, row, fields
        self.count, self.known = count, known
        self.width = len(sheet.rows[row])
        self.top = max(row - _ABOVE, 0)
        self.first = self._first()
        self.headed = {
            column: self._texts(column)
            for column in range(self.width)
            if column not in fields.values()
        }

    def layout(self) -> Layout | Text | None:
        """Return what the header tells; None where it is none of the form."""
        groups = self._groups()
        if groups is None:
            return None
        blocks, names = [], dict[int, str]()
        by: Literal["numbers", "names", "order"] = "numbers"
        for system, columns in groups:
            told = self._steps(columns)
            if told is None:
                return None
            if isinstance(told, Text):
                return told
            steps, by = told
            blocks.append(Block(system, steps))
            for number, column in steps.items():
                if name := self._name(column):
                    names.setdefault(number, name)
        if not blocks:
            return None
        taken = {column for block in blocks for column in block.steps.values()}
        others = tuple(
            (column, quoted(" ".join(texts)))
            for column, texts in self.headed.items()
            if texts and column not in taken
        )
        top, first = self.top, self.first
        return Layout(
            top,
            first,
            self.fields,
            tuple(blocks),
            dict(sorted(names.items())),
            others,
            by,
        )

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

    def _groups(self) -> list[tuple[str | None, list[int]]] | None:
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
                elif told and found and not self._heading(column).number:
                    # Something of its own ends the columns of a system.
                    found.append((None, []))
                if found:
                    found[-1][1].append(column)
            named = [each for each in found if each[0] is not None]
            if len(named) > len(best):
                best = named
        return best or None

    def _heading(self, column: int) -> StepHeading:
        found = [step_heading(each) for each in self.headed[column]]
        number = next((each.number for each in found if each.number is not None), None)
        names = [each.name for each in found if each.name is not None]
        return StepHeading(number, names[-1] if names else None)

    def _name(self, column: int) -> str | None:
        """Return what the header calls the step of a column."""
        name = self._heading(column).name
        return None if name is None or recognise(name).sure else name

    def _steps(
        self, columns: list[int]
    ) -> tuple[dict[int, int], Literal["numbers", "names", "order"]] | Text | None:
        numbered = {
            column: number
            for column in columns
            if (number := self._heading(column).number) is not None
        }
        if len(numbered) > 1 and len(numbered) >= self._states(columns) / 2:
            told = self._by_number(numbered)
            return told if isinstance(told, Text) else (told, "numbers")
        by_name = {plain(name): number for number, name in self.known.items()}
        named = {
            by_name[plain(name)]: column
            for column in columns
            if (name := self._name(column)) and plain(name) in by_name
        }
        if len(named) == self.count:
            return dict(sorted(named.items())), "names"
        ordered = self._by_order(columns, named)
        if ordered is None or isinstance(ordered, Text):
            return ordered
        return ordered, "order"

    def _by_number(self, numbered: dict[int, int]) -> dict[int, int] | Text:
        steps: dict[int, int] = {}
        for column, number in numbered.items():
            if not 1 <= number <= self.count:
                return text(
                    "column {column} is headed {number}, and there are {count} steps",
                    column=column_letters(column + 1),
                    number=number,
                    count=self.count,
                )
            if number in steps:
                return text(
                    "columns {first} and {second} are both headed {number}",
                    first=column_letters(steps[number] + 1),
                    second=column_letters(column + 1),
                    number=number,
                )
            steps[number] = column
        return dict(sorted(steps.items()))

    def _by_order(
        self, columns: list[int], named: dict[int, int]
    ) -> dict[int, int] | Text | None:
        """Return the steps where there are as many columns of states as steps."""
        rows = self.sheet.rows[self.first : self.first + _SAMPLED]
        filled = [column for column in columns if _is_of_states(rows, column)]
        headed = [column for column in columns if self.headed[column]]
        after = max(self.fields.values())
        found = [column for column in headed if column > after]
        if filled:
            span = [each for each in columns if filled[0] <= each <= filled[-1]]
            found = found if len(found) == self.count else span
        elif len(found) != self.count:
            return None
        if len(found) != self.count:
            return text(
                "{n} columns hold states, and there are {count} steps; write the"
                " numbers of the steps above them",
                n=len(found),
                count=self.count,
            )
        steps = dict(enumerate(found, start=1))
        for number, column in named.items():
            if steps[number] != column:
                return text(
                    "'{name}' is step {number} and does not stand in its place; write"
                    " the numbers of the steps above the columns",
                    name=quoted(self.known[number]),
                    number=number,
                )
        return steps

    def _states(self, columns: list[int]) -> int:
        rows = self.sheet.rows[self.first : self.first + _SAMPLED]
        return sum(_is_of_states(rows, column) for column in columns)


_FEW = 2
"""Cells in a row above the header that make it a title, not a row of headings."""


def _is_of_states(rows: tuple[tuple[Cell, ...], ...], column: int) -> bool:
    filled = [value for row in rows if (value := row[column].value) is not None]
    return bool(filled) and sum(
        state_of(each) is not None for each in filled
    ) * 2 >= len(filled)
