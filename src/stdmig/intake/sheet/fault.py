"""What is wrong with a table, and with its cells (読込みの誤り)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location, Severity
from stdmig.intake.sheet.limits import COLUMNS, ROWS, TOLD
from stdmig.intake.sheet.sheet import Sheet
from stdmig.words import Text, count


class CellFault(NamedTuple):
    """A cell of which something could not be read, by its indices (from 0)."""

    row: int
    column: int
    message: Text


def no_table(
    file: str,
    message: Text,
    help: Text | None = None,
    *,
    sheet: str | None = None,
    line: int = 1,
    column: int = 1,
) -> Diagnostic:
    """Return the fault of a file or sheet of which nothing is read (``STD020``)."""
    return Diagnostic("STD020", message, Location(file, line, column, sheet), help)


def left_out(
    file: str, message: Text, help: Text | None = None, *, sheet: str | None = None
) -> Diagnostic:
    """Return the warning that a part of a file is not read (``STD020``)."""
    where = Location(file, sheet=sheet)
    return Diagnostic("STD020", message, where, help, severity=Severity.WARNING)


def cell_faults(sheet: Sheet, faults: list[CellFault]) -> list[Diagnostic]:
    """Return a warning for each cell (``STD021``), one for all after the first 20."""
    found = [
        _warning(fault.message, sheet.place(fault.row, fault.column))
        for fault in faults[:TOLD]
    ]
    more = len(faults) - TOLD
    if more <= 0:
        return found
    message = count(
        "{n} more cell of this table could not be read whole",
        "{n} more cells of this table could not be read whole",
        more,
    )
    return [*found, _warning(message, Location(sheet.file, sheet=sheet.name))]


def beyond_limits(sheet: Sheet, cells: int, rows: int = ROWS) -> Diagnostic:
    """Return the warning that a table goes on where nobody reads it (``STD020``)."""
    message = count(
        "{n} cell beyond {rows} rows or {columns} columns is not read",
        "{n} cells beyond {rows} rows or {columns} columns are not read",
        cells,
        rows=rows,
        columns=COLUMNS,
    )
    return left_out(sheet.file, message, sheet=sheet.name)


def _warning(message: Text, where: Location) -> Diagnostic:
    return Diagnostic("STD021", message, where, severity=Severity.WARNING)
