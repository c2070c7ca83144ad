"""A sheet of the list, or of a form that is filled in like it (一覧のシート)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from stdmig.inventory.list_columns import ListColumn, Owner
from stdmig.render.inventory_list.cells import Shown
from stdmig.render.palette import MUTED
from stdmig.render.verbatim import Verbatim
from stdmig.render.workbook.book import A3, Book, Sheet, Value
from stdmig.render.workbook.look import BAND_FILL, INPUT_FILL, Look
from stdmig.render.workbook.number_formats import WHOLE
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.table import (
    Column,
    Kind,
    Table,
    column_look,
    put_table,
)
from stdmig.words import Style, Text, text

_KINDS: dict[str, Kind] = {
    "id": "text",
    "first_day": "day",
    "last_day": "day",
    "months": "number",
    "yen": "number",
    "choice": "word",
    "text": "text",
}
_WIDTHS = {
    "id": (20.0, 9.0),
    "text": (34.0, 10.0),
    "choice": (26.0, 8.0),
    "first_day": (16.0, 13.5),
    "last_day": (16.0, 13.5),
    "months": (17.0, 15.5),
    "yen": (17.0, 15.5),
}
"""Greatest and least width of a column, in digits."""

_SPARE = 200
"""Empty rows below the list in which the same choices are offered."""

GREY = text(
    "The grey columns tell the rows apart when the list is imported: please do not"
    " change what is in them."
)


def put_list(
    book: Book,
    whose: Text,
    name: Text,
    columns: tuple[ListColumn, ...],
    rows: Sequence[Sequence[Shown]],
    notes: tuple[Text, ...],
    *,
    offered: Mapping[str, Sequence[str]],
    needed: Collection[str] = (),
    grey: Collection[str] | None = None,
    paper: int = A3,
) -> Sheet:
    """
    Write a sheet: its table, what its cells may hold, and how it is printed.

    Parameters
    ----------
    notes
        Stand above the table.
    offered
        What the cells of a column (``unit.section``) may be filled in from, beside
        what else somebody writes.
    needed
        The columns (``unit.section``) that are coloured, since they are asked for.
    grey
        Those that nobody should change; unless told, the ids of the rows.
    """
    sheet, style = book.sheet(name), book.style
    top = put_head(sheet, whose, name, *notes)
    keys = {
        place
        for place, column in enumerate(columns)
        if (_is_key(column, columns) if grey is None else field_of(column) in grey)
    }
    looks = [
        _look(column, style, is_key=place in keys, is_needed=field_of(column) in needed)
        for place, column in enumerate(columns)
    ]
    filled: list[list[Value]] = [[_value(cell) for cell in row] for row in rows]
    table = Table(
        [_column(column) for column in columns], filled, [looks for _ in filled]
    )
    last = put_table(sheet, top, table)
    for place in keys:
        sheet.remark(top, place, GREY.into(style))
    for place, column in enumerate(columns):
        _offer(sheet, (top + 1, last[0] + _SPARE), place, column, offered)
    first: Owner = columns[0].owner
    fixed = 2 if first in {"system", "contract"} else 0
    set_paper(
        sheet,
        (whose, name, None),
        head=top,
        last=last,
        first_column=fixed,
        paper=paper,
    )
    return sheet


def _is_key(column: ListColumn, columns: tuple[ListColumn, ...]) -> bool:
    """Return whether a column tells the rows apart; the ids of others' rows do not."""
    refers = column.owner == "contract" and columns[0].owner != "contract"
    return column.key == "id" and not refers


def _column(column: ListColumn) -> Column:
    most, least = _WIDTHS[column.kind]
    heading = text("{name}", name=column.heading)
    return Column(heading, _KINDS[column.kind], most=most, least=least)


def field_of(column: ListColumn) -> str:
    """Return what a column tells of, in one word."""
    return f"{column.owner}.{column.key}"


def _look(column: ListColumn, style: Style, *, is_key: bool, is_needed: bool) -> Look:
    look = column_look(_KINDS[column.kind], style)
    if is_key:
        return look._replace(fill=BAND_FILL, ink=MUTED)
    if is_needed:
        look = look._replace(fill=INPUT_FILL)
    if column.kind == "months":
        return look._replace(number=WHOLE)
    # A text such as 012 stays one when somebody types it.
    return look._replace(number="@") if column.kind in {"text", "id"} else look


def _value(cell: Shown) -> Value:
    return Verbatim(cell) if isinstance(cell, str) else cell


def _offer(
    sheet: Sheet,
    rows: tuple[int, int],
    place: int,
    column: ListColumn,
    offered: Mapping[str, Sequence[str]],
) -> None:
    if column.choices:
        words = [name.into(sheet.style) for _, name in column.choices]
        sheet.offer(rows, place, words, only=True)
    elif known := offered.get(field_of(column)):
        sheet.offer(rows, place, known, only=False)
