"""Cells found one by one, put into rows of the same length (表の組立て)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stdmig.intake.sheet.sheet import Cell, CellValue

_EMPTY = Cell()
_Place = tuple[int, int]


class Span(NamedTuple):
    """A merged range, by indices (from 0); the last row and column belong to it."""

    top: int
    left: int
    bottom: int
    right: int


def extent(
    values: Mapping[_Place, CellValue], notes: Mapping[_Place, str]
) -> tuple[int, int]:
    """Return how many rows and columns hold anything."""
    places = [*values, *notes]
    rows = max((row for row, _ in places), default=-1) + 1
    columns = max((column for _, column in places), default=-1) + 1
    return rows, columns


def grid(
    values: Mapping[_Place, CellValue], notes: Mapping[_Place, str], spans: list[Span]
) -> tuple[tuple[Cell, ...], ...]:
    """
    Return the rows, with merged ranges filled as far as the table reaches.

    Where ranges overlap, which no spreadsheet allows, the first ones count.
    """
    rows, columns = extent(values, notes)
    table = [[_EMPTY] * columns for _ in range(rows)]
    for (row, column), value in values.items():
        table[row][column] = Cell(value)
    room = rows * columns
    for span in spans:
        span = _within(span, rows, columns)
        room -= max(span.bottom - span.top + 1, 0) * max(span.right - span.left + 1, 0)
        # Ranges that lie on each other could otherwise be filled for hours.
        if room < 0:
            break
        _spread(table, span)
    for (row, column), note in notes.items():
        table[row][column] = table[row][column]._replace(note=note)
    return tuple(map(tuple, table))


def _within(span: Span, rows: int, columns: int) -> Span:
    bottom, right = min(span.bottom, rows - 1), min(span.right, columns - 1)
    return span._replace(bottom=bottom, right=right)


def _spread(table: list[list[Cell]], span: Span) -> None:
    if span.top > span.bottom or span.left > span.right:
        return
    first = table[span.top][span.left]
    if first.value is None or first.spread:
        return
    copy = first._replace(spread=True)
    for row in range(span.top, span.bottom + 1):
        table[row][span.left : span.right + 1] = [copy] * (span.right - span.left + 1)
    table[span.top][span.left] = first
