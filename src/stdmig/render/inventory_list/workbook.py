"""The list as a workbook that is edited in Excel and read back (Excelブック)."""

from __future__ import annotations

from datetime import date

from stdmig.inventory.list_columns import ListColumn, Owner
from stdmig.render.inventory_list.cells import (
    Shown,
    cells_of,
    columns_of,
    joined_ids,
)
from stdmig.render.inventory_list.listing import Listing
from stdmig.render.palette import MUTED
from stdmig.render.workbook.book import Book, Sheet, Value
from stdmig.render.workbook.cell_text import Verbatim
from stdmig.render.workbook.look import BAND_FILL, Look
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

SYSTEMS = text("Systems and units")
CONTRACTS = text("Contract list")
MUNICIPALITY = text("Municipality")

_MADE = date(2021, 9, 1)
"""
A list has no as-of date, and no clock is read.

It is the day on which 標準化法 came into force.
"""

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

_GREY = text(
    "The grey columns tell the rows apart when the list is imported: please do not"
    " change what is in them."
)
_NEW = text(
    "For a new unit add a row below; leave what is not known empty. Dates may be"
    " written like 2025-03-31 or R7.3.31."
)
_SEVERAL = text(
    "A unit with several contracts has their ids in the order in which they run, with"
    " a comma between them."
)
_ALIKE = text("Rows of the same system say the same of it.")


def list_workbook(listing: Listing, style: Style, *, sample: bool) -> bytes:
    """
    Return the workbook: units with the ids of their contracts, contracts, municipality.

    Days are days, with their era where the style has eras; texts are texts, whatever
    they begin with. It has no formulas.
    """
    named = text("{name}", name=listing.file.municipality.title)
    if sample:
        named = text("{name} (sample)", name=listing.file.municipality.title)
    title = text("{name}: list of systems", name=named)
    book = Book(style, title.into(style), _MADE)
    for put_sheet in (_put_units, _put_contracts, _put_municipality):
        put_sheet(book, listing, named)
    return book.close()


def _put_units(book: Book, listing: Listing, whose: Text) -> None:
    style = book.style
    named = next(column for column in columns_of("contract") if column.key == "id")
    columns = (*columns_of("system"), *columns_of("unit"), named)
    rows = [
        [
            *cells_of("system", row.system, row.system.id, style),
            *cells_of("unit", row.unit, row.id, style),
            joined_ids([each.id for each in row.contracts]),
        ]
        for row in listing.units
    ]
    _put(book, listing, whose, SYSTEMS, columns, rows, (_GREY, _NEW, _SEVERAL, _ALIKE))


def _put_contracts(book: Book, listing: Listing, whose: Text) -> None:
    rows = [
        cells_of("contract", each.contract, each.id, book.style)
        for each in listing.contracts
    ]
    _put(
        book,
        listing,
        whose,
        CONTRACTS,
        columns_of("contract"),
        rows,
        (_GREY, _NEW_CONTRACT),
    )


_NEW_CONTRACT = text(
    "For a new contract add a row with an id of your own, and write that id in the"
    " rows of its units."
)


def _put_municipality(book: Book, listing: Listing, whose: Text) -> None:
    row = cells_of("municipality", listing.file.municipality, None, book.style)
    _put(book, listing, whose, MUNICIPALITY, columns_of("municipality"), [row], ())


def _put(
    book: Book,
    listing: Listing,
    whose: Text,
    name: Text,
    columns: tuple[ListColumn, ...],
    rows: list[list[Shown]],
    notes: tuple[Text, ...],
) -> None:
    """Write a sheet: its table, what its cells may hold, and how it is printed."""
    sheet, style = book.sheet(name), book.style
    top = put_head(sheet, whose, name, *notes)
    keys = {place for place, column in enumerate(columns) if _is_key(column, columns)}
    looks = [
        _look(column, style, is_key=place in keys)
        for place, column in enumerate(columns)
    ]
    filled: list[list[Value]] = [[_value(cell) for cell in row] for row in rows]
    table = Table(
        [_column(column) for column in columns], filled, [looks for _ in filled]
    )
    last = put_table(sheet, top, table)
    for place in keys:
        sheet.remark(top, place, _GREY.into(style))
    for place, column in enumerate(columns):
        _offer(sheet, (top + 1, last[0] + _SPARE), place, column, listing)
    first: Owner = columns[0].owner
    fixed = 2 if first in {"system", "contract"} else 0
    set_paper(sheet, (whose, name, None), head=top, last=last, first_column=fixed)


def _is_key(column: ListColumn, columns: tuple[ListColumn, ...]) -> bool:
    """Return whether a column tells the rows apart; the ids of others' rows do not."""
    refers = column.owner == "contract" and columns[0].owner != "contract"
    return column.key == "id" and not refers


def _column(column: ListColumn) -> Column:
    most, least = _WIDTHS[column.kind]
    heading = text("{name}", name=column.heading)
    return Column(heading, _KINDS[column.kind], most=most, least=least)


def _look(column: ListColumn, style: Style, *, is_key: bool) -> Look:
    look = column_look(_KINDS[column.kind], style)
    if is_key:
        return look._replace(fill=BAND_FILL, ink=MUTED)
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
    listing: Listing,
) -> None:
    if column.choices:
        words = [name.into(sheet.style) for _, name in column.choices]
        sheet.offer(rows, place, words, only=True)
    elif (column.owner, column.key) == ("unit", "section"):
        sheet.offer(rows, place, listing.sections, only=False)
