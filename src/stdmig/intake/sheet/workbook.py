"""An Excel workbook to tables, through openpyxl (Excelブックの読込み)."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError, fromstring
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from stdmig.diagnostics import Diagnostic
from stdmig.intake.sheet.archive import (
    OVERLOOKED,
    LookedOver,
    OverlookedPartError,
    oversized,
)
from stdmig.intake.sheet.fault import beyond_limits, cell_faults, left_out, no_table
from stdmig.intake.sheet.grid import extent, grid
from stdmig.intake.sheet.limits import SHEETS, USUAL, Bounds
from stdmig.intake.sheet.shared import day_formats, shared_strings
from stdmig.intake.sheet.sheet import Sheet
from stdmig.words import text

if TYPE_CHECKING:
    from openpyxl.reader.excel import ExcelReader

_SAVE_AGAIN = text("open it in Excel and save it again as an Excel workbook (.xlsx)")


def read_workbook(
    name: str, data: bytes, bounds: Bounds = USUAL
) -> tuple[tuple[Sheet, ...], list[Diagnostic]]:
    """
    Return the sheets of a workbook, and what could not be read.

    Whatever openpyxl makes of a broken file, nothing but faults comes out.
    """
    with warnings.catch_warnings():
        # openpyxl tells there what it leaves out of a workbook; none of it is a value.
        warnings.simplefilter("ignore")
        try:
            with ZipFile(BytesIO(data)) as archive:
                fault = oversized(archive, bounds)
            if fault is not None:
                return (), [no_table(name, *fault)]
            return _Workbook(name, data, bounds).read()
        except OverlookedPartError:
            return (), [no_table(name, *OVERLOOKED)]
        except _LEAKED as error:
            message = text(
                "the workbook is damaged and cannot be read ({why})",
                why=type(error).__name__,
            )
            return (), [no_table(name, message, _SAVE_AGAIN)]


_LEAKED = (
    *(BadZipFile, ZlibError, ParseError, OSError, EOFError, NotImplementedError),
    *(ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError),
    *(AssertionError, RecursionError, RuntimeError),
)
"""What comes out of openpyxl, zipfile and expat for files that Excel did not write."""


class _Workbook:
    """A workbook that is open, and the cells that may still be read from it."""

    def __init__(self, name: str, data: bytes, bounds: Bounds) -> None:
        from openpyxl.reader.excel import ExcelReader

        self.name = name
        self.bounds, self.room = bounds, bounds.cells
        self.parts: set[str] = set()
        self.faults: list[Diagnostic] = []
        reader = ExcelReader(BytesIO(data), data_only=True, keep_links=False)
        reader.archive = LookedOver(BytesIO(data))
        # Not its read(): properties, themes, names and drawings bear no value, and
        # many programs write them so that openpyxl stops.
        reader.read_manifest()
        reader.read_workbook()
        self.reader: ExcelReader = reader
        self.strings = shared_strings(reader)
        self.days, self.lengths = day_formats(reader)

    def read(self) -> tuple[tuple[Sheet, ...], list[Diagnostic]]:
        """Return the sheets that hold cells, in the order of their tabs."""
        found = [
            (sheet, relation)
            for sheet, relation in self.reader.parser.find_sheets()
            if "chartsheet" not in relation.Type
        ]
        sheets = [self._sheet(*each) for each in found[:SHEETS]]
        if not found:
            message = text("the workbook has no sheets with cells")
            self.faults.append(no_table(self.name, message, _SAVE_AGAIN))
        if len(found) > SHEETS:
            message = text(
                "the workbook has {n} sheets; only the first {limit} are read",
                n=len(found),
                limit=SHEETS,
            )
            self.faults.append(left_out(self.name, message))
        return tuple(sheet for sheet in sheets if sheet is not None), self.faults

    def _sheet(self, sheet: Any, relation: Any) -> Sheet | None:
        """Return a sheet; None where it is missing, damaged or too large."""
        from openpyxl.worksheet._reader import WorkSheetParser

        from stdmig.intake.sheet.worksheet import read_cells

        label, epoch = str(sheet.name), self.reader.wb.epoch
        formats = self.days, self.lengths
        try:
            if relation.target in self.parts:
                # Excel never writes it; a hundred of a large one would take minutes.
                raise KeyError(relation.target)
            self.parts.add(relation.target)
            with self.reader.archive.open(relation.target) as part:
                parser = WorkSheetParser(part, self.strings, True, epoch, *formats)
                cells = read_cells(part, parser, self.bounds.rows)
            notes = self._notes(relation.target)
        except OverlookedPartError:
            raise
        except _LEAKED:
            message = text("the sheet is damaged and cannot be read")
            self.faults.append(no_table(self.name, message, _SAVE_AGAIN, sheet=label))
            return None
        rows, columns = extent(cells.values, notes)
        if rows * columns > self.room:
            message = text("the sheet reaches too far and is left out")
            cure = text(
                "delete the empty rows and columns up to its last cell, or copy the"
                " table alone into a new workbook"
            )
            self.faults.append(no_table(self.name, message, cure, sheet=label))
            return None
        self.room -= rows * columns
        made = Sheet(
            self.name,
            label,
            grid(cells.values, notes, cells.spans),
            hidden=sheet.state != "visible",
            hidden_rows=frozenset(row for row in cells.hidden_rows if row < rows),
        )
        self.faults += cell_faults(made, cells.faults)
        if cells.beyond:
            self.faults.append(beyond_limits(made, cells.beyond, self.bounds.rows))
        return made

    def _notes(self, target: str) -> dict[tuple[int, int], str]:
        from openpyxl.packaging.relationship import get_dependents
        from openpyxl.xml.constants import COMMENTS_NS

        from stdmig.intake.sheet.notes import read_notes

        archive, (folder, _, part) = self.reader.archive, target.rpartition("/")
        rels = f"{folder}/_rels/{part}.rels"
        if rels not in self.reader.valid_files:
            return {}
        found: dict[tuple[int, int], str] = {}
        for relation in get_dependents(archive, rels).find(COMMENTS_NS):
            if relation.target in {*self.reader.valid_files} - self.parts:
                self.parts.add(relation.target)
                found |= read_notes(fromstring(archive.read(relation.target)))
        return found
