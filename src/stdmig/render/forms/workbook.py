"""The form of a municipality as a workbook (調査票のExcelブック)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.inventory.form_columns import asked
from stdmig.render.forms.asked import Asked
from stdmig.render.forms.filling_in import put_filling_in
from stdmig.render.forms.standing import put_designated, put_progress
from stdmig.render.inventory_list.cells import Shown, cells_of, columns_of, joined_ids
from stdmig.render.inventory_list.listing import Listing, listing
from stdmig.render.inventory_list.sheet import GREY, put_list
from stdmig.render.inventory_list.workbook import CONTRACTS, MUNICIPALITY, SYSTEMS
from stdmig.render.workbook.book import A4, Book
from stdmig.words import Style, Text, text

_MADE = date(2021, 9, 1)
"""A form has no as-of date: the day on which 標準化法 came into force."""

_SPARE_UNITS, _SPARE_CONTRACTS = 10, 20
"""Rows that are left to be filled in."""

_NEEDED = (
    "municipality.lead_section",
    "system.applies",
    "unit.section",
    "unit.vendor",
    "unit.package",
    "contract.id",
    "contract.name",
    "contract.vendor",
    "contract.start",
    "contract.end",
)

_YELLOW = text(
    "The yellow columns are needed; leave what is not known empty. Dates may be"
    " written like R8.1.5 or 2026-01-05."
)
_ROWS = text(
    "Where several sections have a system, add a row with the same id and name. A"
    " system that the municipality does not have: 'no', and why."
)
_IDS = text(
    "Several contracts of one row: their ids in the order in which they run, with a"
    " comma between them."
)
_CONTRACT_IDS = text(
    "One row for each contract. Write its id into the rows of '{sheet}' that it"
    " covers. Prices are not asked for.",
    sheet=SYSTEMS,
)


def form_workbook(whose: Asked, steps: int, style: Style) -> bytes:
    """
    Return the form: how to fill it in, the town, systems, contracts, standing.

    It has drop-down lists, but no macros, no formulas and no column for prices. What
    is known is filled in; read back unchanged it changes nothing.

    Parameters
    ----------
    steps
        How many steps the ministry counts.
    """
    listed = listing(whose.file)
    named = text("{name}", name=whose.file.municipality.title)
    title = text("{name}: form on the systems", name=named)
    book = Book(style, title.into(style), _MADE)
    put_filling_in(book, named, known=whose.known)
    _put_municipality(book, whose, named)
    _put_units(book, listed, named)
    _put_contracts(book, listed, named)
    put_designated(book, whose, named)
    put_progress(book, whose, named, steps)
    return book.close()


def _put_municipality(book: Book, whose: Asked, named: Text) -> None:
    columns = asked(columns_of("municipality"))
    town = whose.file.municipality
    shown = dict(
        zip(
            columns_of("municipality"),
            cells_of("municipality", town, None, book.style),
            strict=True,
        )
    )
    grey = {"municipality.name"} | ({"municipality.code"} if town.code else set())
    sheet = put_list(
        book,
        named,
        MUNICIPALITY,
        columns,
        [[shown[column] for column in columns]],
        (GREY, _YELLOW),
        offered={},
        needed=_NEEDED,
        grey=grey,
        paper=A4,
    )
    # The sentences above are wider than the three columns.
    sheet.worksheet.print_area(0, 0, 5, 8)


def _put_units(book: Book, listed: Listing, named: Text) -> None:
    style = book.style
    system, unit = columns_of("system"), columns_of("unit")
    contract = next(column for column in columns_of("contract") if column.key == "id")
    columns = (*asked(system), *asked(unit), contract)
    rows: list[list[Shown]] = []
    for row in listed.units:
        shown = dict(
            zip(
                (*system, *unit, contract),
                (
                    *cells_of("system", row.system, row.system.id, style),
                    *cells_of("unit", row.unit, row.id, style),
                    joined_ids([each.id for each in row.contracts]),
                ),
                strict=True,
            )
        )
        rows.append([shown[column] for column in columns])
    rows += [[None] * len(columns) for _ in range(_SPARE_UNITS)]
    put_list(
        book,
        named,
        SYSTEMS,
        columns,
        rows,
        (GREY, _YELLOW, _ROWS, _IDS),
        offered={
            "unit.section": listed.sections,
            "contract.id": [*_known_ids(listed), *_spare_ids(listed)],
        },
        needed=_NEEDED,
        paper=A4,
    )


def _put_contracts(book: Book, listed: Listing, named: Text) -> None:
    columns = asked(columns_of("contract"))
    rows: list[list[Shown]] = []
    for each in listed.contracts:
        cells = cells_of("contract", each.contract, each.id, book.style)
        shown = dict(zip(columns_of("contract"), cells, strict=True))
        rows.append([shown[column] for column in columns])
    blank: list[Shown] = [None] * (len(columns) - 1)
    rows += [[name, *blank] for name in _spare_ids(listed)]
    put_list(
        book,
        named,
        CONTRACTS,
        columns,
        rows,
        (GREY, _YELLOW, _CONTRACT_IDS),
        offered={},
        needed=_NEEDED,
        paper=A4,
    )


def _known_ids(listed: Listing) -> tuple[str, ...]:
    return tuple(each.id for each in listed.contracts)


def _spare_ids(listed: Listing) -> tuple[str, ...]:
    """Return ids that contracts still to be written may have; none is taken."""
    return tuple(_unused(set(_known_ids(listed))))


def _unused(taken: set[str]) -> Iterator[str]:
    number, left = 0, _SPARE_CONTRACTS
    while left:
        number += 1
        if (name := f"k{number:02}") not in taken:
            left -= 1
            yield name
