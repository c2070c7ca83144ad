"""Which sheet of a form is which, by its headings (調査票のシート)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.intake.inventory_list.find_header import find_header
from stdmig.intake.inventory_list.header import Header, is_our_list
from stdmig.intake.inventory_list.plain import folded, one_line
from stdmig.intake.sheet.fault import left_out
from stdmig.intake.sheet.sheet import Cell, Sheet
from stdmig.inventory.form_columns import (
    DESIGNATED_COLUMNS,
    PROGRESS_COLUMNS,
    FormColumn,
    headings_of,
)
from stdmig.words import text

_DEEPEST = 60
"""Rows from the top within which the headings stand."""

_ENOUGH = 4
"""Headings by which a sheet is known; some may have been taken out or renamed."""


class Row(NamedTuple):
    """
    A row of a sheet of ours.

    Attributes
    ----------
    cells
        Its filled cells by the key of their column, each with its place.
    place
        Its first cell.
    """

    cells: dict[str, tuple[Cell, Location]]
    place: Location

    def words(self, key: str) -> str:
        """Return what a cell shows, empty where it is blank."""
        found = self.cells.get(key)
        return one_line(found[0].value) if found else ""


class Ruled(NamedTuple):
    """
    A sheet with the place of its columns.

    Attributes
    ----------
    below
        First row below the headings.
    columns
        Index of each column, by its key.
    """

    sheet: Sheet
    below: int
    columns: dict[str, int]

    def rows(self) -> Iterator[Row]:
        """Yield the rows that hold anything in a column of ours."""
        for index in range(self.below, len(self.sheet.rows)):
            cells = self.sheet.rows[index]
            filled = {
                key: (cells[at], self.sheet.place(index, at))
                for key, at in self.columns.items()
                if one_line(cells[at].value)
            }
            if filled:
                yield Row(filled, self.sheet.place(index, 0))


Listed = tuple[Sheet, Header]
"""A sheet that `understand` reads, with its headings."""


class FormSheets(NamedTuple):
    """
    The sheets of a form.

    Attributes
    ----------
    lists
        Town, units and contracts, as `understand` reads them.
    town, units, contracts
        Each of them; None where it is missing. Without the first two it is no form.
    designated, progress
        None where the sheet is missing.
    faults
        Warnings about sheets that are not read.
    """

    lists: tuple[Sheet, ...]
    town: Listed | None
    units: Listed | None
    contracts: Listed | None
    designated: Ruled | None
    progress: Ruled | None
    faults: tuple[Diagnostic, ...]


def find_sheets(sheets: tuple[Sheet, ...]) -> FormSheets:
    """Return what each sheet is, whatever it is called and wherever it stands."""
    ruled: dict[str, Ruled] = {}
    lists: dict[str, Listed] = {}
    faults = []
    for sheet in sheets:
        kind = _ruled_kind(sheet, ruled) or _list_kind(sheet, lists)
        if kind is _AGAIN:
            message = text("a sheet before it has the same headings; it is not read")
            faults.append(left_out(sheet.file, message, sheet=sheet.name))
        elif kind is None and not _is_ours(sheet) and any(_words(sheet)):
            message = text("this sheet is none of the form's; it is not read")
            faults.append(left_out(sheet.file, message, sheet=sheet.name))
    return FormSheets(
        tuple(sheet for sheet, _ in lists.values()),
        lists.get("municipality"),
        lists.get("units"),
        lists.get("contracts"),
        ruled.get("designated"),
        ruled.get("progress"),
        tuple(faults),
    )


_AGAIN = "again"
_RULED: tuple[tuple[str, tuple[FormColumn, ...]], ...] = (
    ("designated", DESIGNATED_COLUMNS),
    ("progress", PROGRESS_COLUMNS),
)


def _ruled_kind(sheet: Sheet, found: dict[str, Ruled]) -> str | None:
    for kind, columns in _RULED:
        ruled = _ruled(sheet, columns)
        if ruled is not None:
            if kind in found:
                return _AGAIN
            found[kind] = ruled
            return kind
    return None


def _ruled(sheet: Sheet, columns: tuple[FormColumn, ...]) -> Ruled | None:
    headings = {folded(name): key for name, key in headings_of(columns).items()}
    for index, row in enumerate(sheet.rows[:_DEEPEST]):
        places: dict[str, int] = {}
        for at, cell in enumerate(row):
            key = headings.get(folded(one_line(cell.value)))
            if key is not None:
                places.setdefault(key, at)
        own = places.keys() - {"id", "name"}
        if (
            len(places) >= _ENOUGH
            and len(own) >= _ENOUGH - 1
            and len(own) < len(places)
        ):
            return Ruled(sheet, index + 1, places)
    return None


def _list_kind(sheet: Sheet, found: dict[str, Listed]) -> str | None:
    header = find_header(sheet)
    if header is None or not is_our_list(header):
        return None
    fields = header.fields
    if "municipality.name" in fields:
        kind = "municipality"
    else:
        kind = "units" if "system.id" in fields else "contracts"
    if kind in found:
        return _AGAIN
    found[kind] = (sheet, header)
    return kind


def _is_ours(sheet: Sheet) -> bool:
    """Return whether a sheet is the one that says how the form is filled in."""
    told = {folded(words) for words in _words(sheet)}
    return any(mark in words for words in told for mark in _MARKS)


_MARKS = (folded("How to fill in"), folded("記入のしかた"))


def _words(sheet: Sheet) -> Iterator[str]:
    """Yield what the top of a sheet says."""
    for row in sheet.rows[:_DEEPEST]:
        for cell in row:
            if words := one_line(cell.value):
                yield words
