"""A table on a sheet: headings, rows, widths and heights that fit (表)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from stdmig.dates import shown
from stdmig.render.workbook.book import Formula, Sheet, Value
from stdmig.render.workbook.look import CELL, HEAD, Look
from stdmig.render.workbook.measure import digits, height, lines
from stdmig.render.workbook.number_formats import WHOLE, day_format
from stdmig.words import Style, Text

Kind = Literal["text", "word", "day", "number"]
"""A sentence that is wrapped, a word in the middle, a date, a figure."""

ROOM = 1.6
"""What a cell needs beside its text, in digits."""

_ELASTIC, _WORTH = 1.15, 0.75
"""By how much a column may stretch, and what must be left of its lines for that."""

_TIGHT = 0.5
"""The same for a heading in a table that has little room."""

_SHORT = digits("六文字までの")
BOLD = 1.1
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
    folds
        Whether its heading is broken as often as its cells are narrow.
    """

    heading: Text
    kind: Kind = "text"
    most: float = 40
    least: float = 0
    folds: bool = False


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
    heads, rooms = [], []
    for place, column in enumerate(columns):
        longest = max((_width(row[place], style) for row in table.rows), default=0)
        most = _most(column, longest, [row[place] for row in table.rows])
        head, room = _heading(column._replace(most=most), longest, style)
        heads.append(head)
        rooms.append(room)
    for place, room in enumerate(rooms):
        sheet.width(place, place, room)
    sheet.put_row(top, heads, [HEAD] * len(heads))
    sheet.height(top, height(_tallest(heads, rooms)))
    plain = [column_look(column.kind, style) for column in columns]
    for number, row in enumerate(table.rows):
        looks = table.looks[number] if table.looks is not None else plain
        sheet.put_row(top + 1 + number, row, looks)
        tall = max(map(_lines, row, rooms), default=1)
        sheet.height(top + 1 + number, height(tall), fits=True)
    last = top + len(table.rows), len(columns) - 1
    sheet.worksheet.autofilter(top, 0, max(last[0], top + 1), last[1])
    return last


def _tallest(texts: Sequence[str], rooms: Sequence[float]) -> int:
    return max(map(lines, texts, rooms), default=1)


def _most(column: Column, longest: float, cells: Sequence[Value]) -> float:
    """Return how wide a column may be: a little wider where that saves many lines."""
    if column.kind != "text" or longest + ROOM <= column.most:
        return column.most
    wider = round(column.most * _ELASTIC, 1)
    before = sum(_lines(cell, column.most) for cell in cells)
    after = sum(_lines(cell, wider) for cell in cells)
    return wider if after < before * _WORTH else column.most


def _heading(column: Column, longest: float, style: Style) -> tuple[str, float]:
    """
    Return a heading and how wide its column is: as the cells want.

    What stands in brackets has a line of its own over figures.
    """
    head = column.heading.into(style)
    if column.kind != "text":
        head = head.replace("(", "\n(").strip()
    room = max(min(longest + ROOM, column.most), column.least, 4.5)
    if column.folds:
        head = "\n".join(
            each if digits(each) + _TIGHT <= room else _halves(each)
            for each in head.split("\n")
        )
        return head, round(max(room, _head_room(head) + _TIGHT), 1)
    return head, round(max(room, _head_room(head) + ROOM), 1)


def _halves(head: str) -> str:
    """Return Japanese words on two lines; others are broken at their blanks."""
    if head.isascii() or len(head) < 4 or head.startswith("("):
        return head
    place = head.find("・") + 1 or len(head) // 2
    return f"{head[:place]}\n{head[place:]}"


def _head_room(head: str) -> float:
    """Return what a heading takes that is broken at blanks, or amid Japanese words."""
    lined = head.split("\n")
    if head.isascii():
        return max(digits(word) for each in lined for word in each.split(" ")) * BOLD
    # Six full-width letters in a row are read more easily than three and three.
    return max(
        wide if (wide := digits(each)) <= _SHORT else wide / 2 + 1 for each in lined
    )


def _width(value: Value, style: Style) -> float:
    """Return about how wide a cell is, in digits."""
    if isinstance(value, Formula):
        value = value.value
    if isinstance(value, str):
        return digits(value)
    if isinstance(value, date):
        return digits(shown(value).into(style))
    return digits(f"{value:,}") if value is not None else 0


def _lines(value: Value, room: float) -> int:
    """Return how many lines a cell takes; figures and days are never wrapped."""
    if isinstance(value, Formula):
        value = value.value
    return lines(value, room) if isinstance(value, str) else 1
