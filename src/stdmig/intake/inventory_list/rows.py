"""The rows of a table that say something, and those that do not (明細行)."""

from __future__ import annotations

import re
from typing import NamedTuple

from stdmig.diagnostics import Location
from stdmig.intake.inventory_list.column import Column
from stdmig.intake.inventory_list.header import Header, is_our_list
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.plain import folded, one_line
from stdmig.intake.inventory_list.skipping import Skipped, group_named, why_skipped
from stdmig.intake.sheet.sheet import Cell, CellValue, Sheet
from stdmig.inventory.quoted import quoted
from stdmig.words import text

_DITTO = re.compile(
    r"[〃〻々″”“\"＂]+|''|´´|同上|上に?同じ|同じ|上記(?:に|と)?同じ|↑|↓?上記同様"
)
_DITTO_LEFT = re.compile(r"同左|左に?同じ|←")


class Filled(NamedTuple):
    """
    A cell of a row as it is read.

    Attributes
    ----------
    value
        Its own, or that of the cell it repeats.
    place
        Where it stands.
    repeated
        The cell that it only repeats, by a ditto mark or as part of a merged one.
    """

    value: CellValue
    place: Location
    repeated: Location | None = None

    @property
    def words(self) -> str:
        """Return what is shown, in one line."""
        return one_line(self.value)


class Row(NamedTuple):
    """
    A row that tells of something.

    Attributes
    ----------
    at
        Its index, from 0.
    cells
        Its filled cells by `Column.key`.
    notes
        What was attached to any of its cells, each with the place.
    place
        Its first cell that is read.
    group
        The section named in a row of its own above, where there is one.
    hidden
        Whether its author hid it.
    absent
        The cell that says that the municipality has none of it (該当なし).
    by_hand
        The cell that says that it is done without a system (Excelで管理).
    """

    at: int
    cells: dict[str, Filled]
    notes: tuple[tuple[Location, str], ...]
    place: Location
    group: Filled | None = None
    hidden: bool = False
    absent: Filled | None = None
    by_hand: Filled | None = None

    def get(self, field: str, turn: int = 0) -> Filled | None:
        """Return the cell of a field, or None where it is blank."""
        return self.cells.get(f"{field}#{turn}")

    def words(self, field: str) -> str:
        """Return what a field shows, empty where it is blank."""
        cell = self.get(field)
        return cell.words if cell else ""


class Body(NamedTuple):
    """What stands below the headings."""

    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]


def read_rows(sheet: Sheet, header: Header, inquiry: Inquiry) -> Body:
    """Return the rows below the headings, repetitions filled in."""
    rows: list[Row] = []
    skipped: list[Skipped] = []
    group: Filled | None = None
    above: dict[str, Filled] = {}
    ours = is_our_list(header)
    for index in range(header.below, len(sheet.rows)):
        shown = _shown(sheet, index)
        if not shown:
            continue
        place = sheet.place(index, shown[0][0])
        why = why_skipped(sheet, header, index, shown)
        if why is None and (named := group_named(header, shown)):
            group = Filled(named, place)
            why = text("names a section for the rows below")
        if why is not None:
            first = quoted(shown[0][1])
            skipped.append(Skipped(place, first, why, is_entry=False))
            continue
        row = _row(sheet, header, index, None if ours else above, inquiry)
        if not row.cells:
            skipped.append(
                Skipped(
                    place, quoted(shown[0][1]), text("nothing in a column that is read")
                )
            )
            continue
        above = {**above, **row.cells} | _blanks(header, row)
        rows.append(row._replace(group=group))
    return Body(tuple(rows), tuple(skipped))


def _blanks(header: Header, row: Row) -> dict[str, Filled]:
    """Return the blanks of a row, so that a ditto below repeats a blank."""
    missing = [column for column in header.columns if column.key not in row.cells]
    return {column.key: Filled("", row.place) for column in missing}


def _shown(sheet: Sheet, index: int) -> list[tuple[int, str]]:
    """Return the filled cells of a row, those of one merged range once."""
    shown: list[tuple[int, str]] = []
    for place, cell in enumerate(sheet.rows[index]):
        words = one_line(cell.value)
        if words and not (cell.spread and shown and shown[-1][1] == words):
            shown.append((place, words))
    return shown


def _row(
    sheet: Sheet,
    header: Header,
    index: int,
    above: dict[str, Filled] | None,
    inquiry: Inquiry,
) -> Row:
    cells: dict[str, Filled] = {}
    left: Filled | None = None
    for column in header.columns:
        cell = sheet.rows[index][column.at]
        place = sheet.place(index, column.at)
        if above is None:
            # Our own list writes out what it says: 同上 in it is somebody's word.
            filled = None if cell.value is None else Filled(cell.value, place)
        else:
            filled = _filled(cell, place, column, above, left, inquiry)
        if filled is not None and filled.words:
            cells[column.key] = filled
        left = filled
    notes = tuple(
        (sheet.place(index, place), one_line(cell.note))
        for place, cell in enumerate(sheet.rows[index])
        if cell.note and not cell.spread and one_line(cell.note)
    )
    first = min((column.at for column in header.columns), default=0)
    hidden = index in sheet.hidden_rows
    return Row(index, cells, notes, sheet.place(index, first), hidden=hidden)


def _filled(
    cell: Cell,
    place: Location,
    column: Column,
    above: dict[str, Filled],
    left: Filled | None,
    inquiry: Inquiry,
) -> Filled | None:
    if cell.value is None:
        return None
    words = folded(one_line(cell.value))
    if _DITTO.fullmatch(words):
        if column.key not in above:
            message = text("'{value}' repeats nothing: no row above", value=words)
            inquiry.left_out(place, message)
            return None
        return _again(above[column.key], place)
    if _DITTO_LEFT.fullmatch(words):
        return None if left is None else _again(left, place)
    before = above.get(column.key)
    if cell.spread and before is not None and before.value == cell.value:
        return _again(before, place)
    return Filled(cell.value, place)


def _again(cell: Filled, place: Location) -> Filled:
    return cell._replace(place=place, repeated=cell.repeated or cell.place)
