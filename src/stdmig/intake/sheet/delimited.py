"""CSV and its relatives to a table (CSVの読込み)."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from stdmig.diagnostics import Diagnostic
from stdmig.intake.sheet.cell_value import clean_text
from stdmig.intake.sheet.encoding import decode_table
from stdmig.intake.sheet.fault import CellFault, beyond_limits, cell_faults, no_table
from stdmig.intake.sheet.grid import extent, grid
from stdmig.intake.sheet.limits import COLUMNS, USUAL, Bounds
from stdmig.intake.sheet.sheet import CellValue, Sheet
from stdmig.words import text

_DELIMITERS = ",\t;"
_LOOKED_AT = 200
"""Rows by which the delimiter is found."""

# An apostrophe that keeps a spreadsheet from taking a text for a formula.
_GUARD = re.compile(r"^'(?='*\s*[=+\-@＝＋－＠])")


def read_delimited(
    name: str, data: bytes, bounds: Bounds = USUAL
) -> tuple[tuple[Sheet, ...], list[Diagnostic]]:
    """
    Return the table of a CSV, whose cells are all texts, and what cannot be read.

    An apostrophe before what looks like a formula is taken off, as our own CSV and
    Excel put it there.
    """
    decoded, faults = decode_table(name, data)
    if decoded is None:
        return (), faults
    rows: list[list[str]] = []
    lines: list[int] = []
    beyond = 0
    try:
        for line, row in _rows(decoded, _delimiter(decoded)):
            if len(rows) < bounds.rows:
                rows.append(row[:COLUMNS])
                lines.append(line)
                beyond += sum(map(bool, row[COLUMNS:]))
            else:
                beyond += sum(map(bool, row))
    except _BrokenRow as fault:
        return (), [_unclosed(name, fault.line)]
    return _table(name, rows, tuple(lines), beyond, bounds)


class _BrokenRow(Exception):
    """A row that does not end as it began."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _rows(decoded: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows, each with the line on which it begins."""
    stream = io.StringIO(decoded, newline="")
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            raise _BrokenRow(line) from None
        if row is None:
            return
        yield line, row
        line = reader.line_num + 1


def _delimiter(decoded: str) -> str:
    """Return what separates the cells: what gives most rows the same many cells."""

    def evenness(delimiter: str) -> tuple[int, int]:
        widths: Counter[int] = Counter()
        try:
            for _, row in islice(_rows(decoded, delimiter), _LOOKED_AT):
                widths[len(row)] += len(row) > 1
        except _BrokenRow:
            pass
        if not widths:
            return 0, 0
        return max((rows, width) for width, rows in widths.items())

    # The first of equals.
    return max(_DELIMITERS, key=evenness)


def _table(
    name: str,
    rows: list[list[str]],
    lines: tuple[int, ...],
    beyond: int,
    bounds: Bounds,
) -> tuple[tuple[Sheet, ...], list[Diagnostic]]:
    values: dict[tuple[int, int], CellValue] = {}
    found: list[CellFault] = []
    for row, cells in enumerate(rows):
        for column, written in enumerate(cells):
            guarded = written.startswith("'")
            value, fault = clean_text(_GUARD.sub("", written) if guarded else written)
            if value is not None:
                values[row, column] = value
            if fault is not None:
                found.append(CellFault(row, column, fault))
    height, width = extent(values, {})
    if height * width > bounds.cells:
        message = text("the table has too many cells")
        return (), [no_table(name, message)]
    sheet = Sheet(name, None, grid(values, {}, []), lines)
    faults = cell_faults(sheet, found)
    if beyond:
        faults.append(beyond_limits(sheet, beyond, bounds.rows))
    return (sheet._replace(lines=lines[:height]),), faults


def _unclosed(name: str, line: int) -> Diagnostic:
    message = text("a quotation mark in this row is not closed, or is not doubled")
    help_ = text("inside a cell in quotation marks each of them is written twice")
    return no_table(name, message, help_, line=line)
