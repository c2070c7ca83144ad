"""A table on a sheet: headings, rows, widths and heights that fit (表)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from stdmig.dates import shown
from stdmig.render.workbook.book import Formula, Sheet, Value
from stdmig.render.workbook.look import CELL, HEAD, Look
from stdmig.render.workbook.measure import digits, height, lines
from stdmig.render.workbook.number_formats import WHOLE, day_format
from stdmig.words import Style, Text

Kind = Literal["text", "word", "day", "number"]
"""A sentence that is wrapped, a word in the middle, a date, a figure."""

_ROOM = 1.6
"""What a cell needs beside its text, in digits."""

_SHORT = digits("五文字の幅")
_BOLD = 1.1
"""How much wider bold Latin letters are."""


class Column(NamedTuple):
    """
    A column of a table.

    Attributes
    ----------
    most
        Widest that it becomes, in digits; what is longer is wrapped.
    least
        Narrowest that it becomes, for a column that waits for input.
    """

    heading: Text
    kind: Kind = "text"
    most: float = 40
    least: float = 0


class Table(NamedTuple):
    """
    Columns, and the cells of every row.

    Attributes
    ----------
    looks
        How the rows of a table look, where some differ from its columns' own.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    looks: Sequence[Sequence[Look]] | None = None


def column_look(kind: Kind, style: Style) -> Look:
    """Return how the cells of a kind of column look."""
    if kind == "day":
        return CELL._replace(align="right", number=day_format(style), wrap=False)
    if kind == "number":
        return CELL._replace(align="right", number=WHOLE, wrap=False)
    return CELL._replace(align="center") if kind == "word" else CELL


def put_table(sheet: Sheet, top: int, table: Table) -> tuple[int, int]:
    """
    Write a table; return row and column of its last cell.

    Its headings stand in row `top` and filter it.
    """
    style, columns = sheet.style, table.columns
    heads = [_head(column, style) for column in columns]
    texts = [[_shown(cell, style) for cell in row] for row in table.rows]
    rooms = [
        _room(column, head, [row[place] for row in texts])
        for place, (column, head) in enumerate(zip(columns, heads, strict=True))
    ]
    for place, room in enumerate(rooms):
        sheet.width(place, place, room)
    sheet.put_row(top, heads, [HEAD] * len(heads))
    sheet.height(top, height(_tallest(heads, rooms)))
    plain = [column_look(column.kind, style) for column in columns]
    for number, row in enumerate(table.rows):
        looks = table.looks[number] if table.looks is not None else plain
        sheet.put_row(top + 1 + number, row, looks)
        sheet.height(top + 1 + number, height(_tallest(texts[number], rooms)))
    last = top + len(table.rows), len(columns) - 1
    sheet.worksheet.autofilter(top, 0, max(last[0], top + 1), last[1])
    return last


def _tallest(texts: Sequence[str], rooms: Sequence[float]) -> int:
    return max(map(lines, texts, rooms), default=1)


def _head(column: Column, style: Style) -> str:
    """Return a heading; what stands in brackets has a line of its own over figures."""
    head = column.heading.into(style)
    return head if column.kind == "text" else head.replace("(", "\n(").strip()


def _room(column: Column, head: str, texts: Sequence[str]) -> float:
    """Return how wide a column is: as its cells want, its heading on a few lines."""
    longest = max(map(digits, texts), default=0)
    wanted = min(longest + _ROOM, column.most)
    return round(max(wanted, _head_room(head) + _ROOM, column.least, 4.5), 1)


def _head_room(head: str) -> float:
    """Return what a heading takes that is broken at blanks, or amid Japanese words."""
    lined = head.split("\n")
    if head.isascii():
        return max(digits(word) for each in lined for word in each.split(" ")) * _BOLD
    # Five full-width letters in a row are read more easily than three and two.
    return max(
        wide if (wide := digits(each)) <= _SHORT else wide / 2 + 1 for each in lined
    )


def _shown(value: Value, style: Style) -> str:
    """Return about what a cell shows, to be measured."""
    if isinstance(value, Formula):
        return _shown(value.value, style)
    if isinstance(value, date):
        return shown(value).into(style)
    if isinstance(value, int | Decimal):
        return f"{value:,}"
    return value or ""
