"""One worksheet, cell by cell, through openpyxl (シートの読込み)."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Any
from xml.etree.ElementTree import iterparse

from openpyxl.utils import column_index_from_string
from openpyxl.worksheet._reader import WorkSheetParser

from stdmig.intake.sheet.cell_value import clean_value
from stdmig.intake.sheet.fault import CellFault
from stdmig.intake.sheet.grid import Span
from stdmig.intake.sheet.limits import COLUMNS, ROWS
from stdmig.intake.sheet.sheet import CellValue
from stdmig.intake.sheet.xml_text import MAIN, text_of
from stdmig.words import text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_RANGE = re.compile(
    r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?"
)


class FoundCells:
    """
    What a worksheet holds, by indices (from 0).

    Attributes
    ----------
    rows
        How many are read.
    values, faults, spans, hidden_rows
        Cells that hold anything, what could not be read, merged ranges, and rows
        that are not shown.
    beyond
        Cells with a value that lie outside of what is read.
    """

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.values: dict[tuple[int, int], CellValue] = {}
        self.faults: list[CellFault] = []
        self.spans: list[Span] = []
        self.hidden_rows: set[int] = set()
        self.beyond = 0


def read_cells(
    part: IO[bytes], parser: WorkSheetParser, rows_read: int = ROWS
) -> FoundCells:
    """
    Return the cells of a worksheet's part.

    openpyxl reads each cell (numbers, shared strings, days of either calendar). Its
    own way through the part is not taken: it fills every cell of a merged range and
    of a link, however far they reach, and stops at validations and formats that it
    does not know, which no value depends on.
    """
    found = FoundCells(rows_read)
    rows: Element | None = None
    for event, element in iterparse(part, events=("start", "end")):
        if event == "start":
            if element.tag == f"{MAIN}sheetData":
                rows = element
        elif element.tag == f"{MAIN}row":
            _read_row(element, parser, found)
            if rows is not None:
                # Or all rows that were read would stay in memory.
                rows.clear()
        elif element.tag == f"{MAIN}mergeCell":
            if span := _span(element.get("ref", "")):
                found.spans.append(span)
            element.clear()
    return found


def _read_row(element: Element, parser: WorkSheetParser, found: FoundCells) -> None:
    number = _whole(element.get("r")) or parser.row_counter + 1
    parser.row_counter, parser.col_counter = number, 0
    if element.get("hidden") in {"1", "true"} and number <= found.rows:
        found.hidden_rows.add(number - 1)
    # Its own cells alone: rows inside rows, half a million deep, would take days.
    for cell in element:
        if cell.tag == f"{MAIN}c":
            _read_cell(cell, parser, found)


def _whole(written: str | None) -> int | None:
    if not written or len(written) > _DIGITS or not written.isascii():
        return None
    return int(written) if written.isdigit() else None


_DIGITS = 10
"""Of the largest number that can count anything in a file."""


def _read_cell(element: Element, parser: WorkSheetParser, found: FoundCells) -> None:
    span = _span(element.get("r", ""))
    if span is None:
        parser.col_counter += 1
        row, column = parser.row_counter - 1, parser.col_counter - 1
    else:
        row, column = span.top, span.left
        parser.col_counter = column + 1
    if not len(element):
        return
    has_value = any(child.tag in _VALUES for child in element)
    if row >= found.rows or column >= COLUMNS:
        found.beyond += has_value
        return
    if element.find(f"{MAIN}f") is not None and not element.findtext(f"{MAIN}v"):
        # A formula whose result is an empty text says that it is a text.
        if element.get("t") != "str":
            message = text(
                "the formula has no stored result; open the file in Excel and save it"
            )
            found.faults.append(CellFault(row, column, message))
    elif has_value:
        _keep(row, column, element, parser, found)


_VALUES = {f"{MAIN}v", f"{MAIN}is"}


def _keep(
    row: int, column: int, element: Element, parser: WorkSheetParser, found: FoundCells
) -> None:
    # openpyxl would move its counters to what stands there.
    element.attrib.pop("r", None)
    if element.get("t") == "e":
        shown = (element.findtext(f"{MAIN}v") or "")[:20]
        error = text("the cell shows the error {error}", error=shown)
        found.faults.append(CellFault(row, column, error))
        return
    value, fault = clean_value(_raw(element, parser))
    if fault is not None:
        found.faults.append(CellFault(row, column, fault))
    if value is not None:
        found.values[row, column] = value


def _raw(element: Element, parser: WorkSheetParser) -> Any:
    """Return what openpyxl makes of a cell; an object that is no value on failure."""
    if element.get("t") == "inlineStr":
        inline = element.find(f"{MAIN}is")
        return None if inline is None else text_of(inline)
    if element.get("t") == "str":
        return element.findtext(f"{MAIN}v")
    # To openpyxl -1 is the last of the shared texts.
    if element.get("t") == "s" and _whole(element.findtext(f"{MAIN}v")) is None:
        return _UNREADABLE
    column = parser.col_counter
    try:
        cell = parser.parse_cell(element)
    except (ValueError, IndexError, OverflowError, TypeError):
        return _UNREADABLE
    finally:
        parser.col_counter = column
    # A day that is none of the calendar's.
    return _UNREADABLE if cell["data_type"] == "e" else cell["value"]


_UNREADABLE = object()


def _span(written: str) -> Span | None:
    match = _RANGE.fullmatch(written)
    if match is None:
        return None
    left, top = column_index_from_string(match[1]) - 1, int(match[2]) - 1
    if match[3] is None:
        return Span(top, left, top, left) if top >= 0 else None
    right, bottom = column_index_from_string(match[3]) - 1, int(match[4]) - 1
    span = Span(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
    return span if span.top >= 0 else None
