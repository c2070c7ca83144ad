"""The list as a workbook that is edited in Excel and read back (Excelブック)."""

from __future__ import annotations

from datetime import date

from stdmig.inventory.list_columns import ListColumn
from stdmig.render.inventory_list.cells import (
    Shown,
    cells_of,
    columns_of,
    joined_ids,
)
from stdmig.render.inventory_list.listing import Listing
from stdmig.render.inventory_list.sheet import GREY, put_list
from stdmig.render.workbook.book import Book
from stdmig.words import Style, Text, text

SYSTEMS = text("Systems and units")
CONTRACTS = text("Contract list")
MUNICIPALITY = text("Municipality")

_MADE = date(2021, 9, 1)
"""
A list has no as-of date, and no clock is read.

It is the day on which 標準化法 came into force.
"""

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
    _put(book, listing, whose, SYSTEMS, columns, rows, (GREY, _NEW, _SEVERAL, _ALIKE))


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
        (GREY, _NEW_CONTRACT),
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
    offered = {"unit.section": listing.sections}
    put_list(book, whose, name, columns, rows, notes, offered=offered)
