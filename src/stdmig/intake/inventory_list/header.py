"""The headings of a table (見出し)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.intake.inventory_list.column import Column
from stdmig.intake.inventory_list.heading_cells import heading_parts
from stdmig.intake.inventory_list.plain import one_line, plain
from stdmig.intake.sheet.sheet import Sheet

NAMES_SYSTEMS = frozenset({"system.id", "system.name", "unit.id", "unit.name"})
NAMING = (*NAMES_SYSTEMS, "contract.id")
_SELF_SUFFICIENT = ("municipality.name",)


class Header(NamedTuple):
    """
    The headings of a table.

    Attributes
    ----------
    top, below
        First row of the headings, and first row after them, from 0.
    columns
        The columns that are understood, from the left.
    others
        Index and heading of those that are not, with the column that was preferred
        where there is one of the same meaning.
    """

    top: int
    below: int
    columns: tuple[Column, ...]
    others: tuple[tuple[int, str, Column | None], ...]

    @property
    def fields(self) -> frozenset[str]:
        """Return what the columns tell of."""
        return frozenset(column.meaning.field for column in self.columns)


_OUR_OWN = (
    {"system.id", "unit.id", "contract.id"},
    {"contract.id", "contract.vendor", "contract.note"},
    {"municipality.name", "municipality.code", "municipality.lead_section"},
)
"""Headings that stand together nowhere but in the tables that we write ourselves."""


def is_our_list(header: Header) -> bool:
    """Return whether a table is one of those that we write, exact in its headings."""
    exact = {each.meaning.field for each in header.columns if each.meaning.exact}
    return any(own <= exact for own in _OUR_OWN)


def is_of_a_list(header: Header) -> bool:
    """Return whether headings are those of a list of systems or contracts."""
    fields = header.fields
    if fields & set(_SELF_SUFFICIENT):
        return True
    return len(fields) >= 2 and bool(fields & set(NAMING))


def is_repeated(sheet: Sheet, header: Header, row: int) -> bool:
    """Return whether a row below says the headings again."""
    cells = sheet.rows[row]
    filled = [place for place, cell in enumerate(cells) if one_line(cell.value)]
    same = [
        place
        for place in filled
        if plain(one_line(cells[place].value))
        in {
            plain(part)
            for part in heading_parts(sheet, header.top, header.below, place)
        }
    ]
    return len(same) >= 2 and len(same) * 2 >= len(filled)
