"""Where the form has its header, and which column is which step (様式の判別)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from stdmig.diagnostics.location import column_letters
from stdmig.intake.sheet.sheet import Cell, Sheet
from stdmig.intake.steps_form.header import Header
from stdmig.intake.steps_form.headings import Field, field_of
from stdmig.intake.steps_form.step_columns import By, step_columns
from stdmig.inventory.quoted import quoted
from stdmig.words import Text

_LOOKED_AT = 60
"""Rows at the top in which a header is looked for."""


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
    by: By

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
            found = _layout(Header(sheet, row, fields), count, known)
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


def _layout(
    header: Header, count: int, known: Mapping[int, str]
) -> Layout | Text | None:
    """Return what a header tells; None where it is none of the form."""
    blocks, names = [], dict[int, str]()
    by: By = "numbers"
    for system, columns in header.groups() or ():
        told = step_columns(header, columns, count, known)
        if told is None or isinstance(told, Text):
            return told
        by = told.by
        blocks.append(Block(system, told.steps))
        for number, column in told.steps.items():
            if name := header.name(column):
                names.setdefault(number, name)
    if not blocks:
        return None
    taken = {column for block in blocks for column in block.steps.values()}
    others = tuple(
        (column, quoted(" ".join(texts)))
        for column, texts in header.headed.items()
        if texts and column not in taken
    )
    return Layout(
        header.top,
        header.first,
        header.fields,
        tuple(blocks),
        dict(sorted(names.items())),
        others,
        by,
    )
