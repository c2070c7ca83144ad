"""The list as one flat table (CSV)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from stdmig.dates import shown
from stdmig.inventory.list_columns import Owner
from stdmig.render.csv_table import Encoding, Unwritable, table
from stdmig.render.inventory_list.cells import Shown, cells_of, columns_of
from stdmig.render.inventory_list.listing import ListedContract, ListedUnit, Listing
from stdmig.render.verbatim import Verbatim
from stdmig.words import Style

_OWNERS: tuple[Owner, ...] = ("system", "unit", "contract")

# What would be taken for the apostrophe that `table` puts before a formula.
_GUARDED = re.compile(r"'+\s*[=+\-@＝＋－＠]")


def list_csv(
    listing: Listing, style: Style, encoding: Encoding
) -> tuple[bytes, list[Unwritable]]:
    """
    Return the units, each beside its contract; see `table` for what is refused.

    A unit has a row for each of its contracts, in the order in which they run, and
    a contract stands on the rows of all its units. Contracts that no unit names come
    last. The municipality is not in it: its code would lose its zeros in Excel.
    """
    header = [
        column.heading.into(style) for owner in _OWNERS for column in columns_of(owner)
    ]
    rows = ([_plain(cell, style) for cell in row] for row in _rows(listing, style))
    return table(header, rows, encoding)


def _rows(listing: Listing, style: Style) -> Iterator[list[Shown]]:
    for unit in listing.units:
        for contract in unit.contracts or (None,):
            yield _row(unit, contract, style)
    for contract in listing.unused:
        yield _row(None, contract, style)


def _row(
    row: ListedUnit | None, contract: ListedContract | None, style: Style
) -> list[Shown]:
    system = row.system if row else None
    unit = row.unit if row else None
    held = contract.contract if contract else None
    return [
        *cells_of("system", system, system.id if system else None, style),
        *cells_of("unit", unit, row.id if row else None, style),
        *cells_of("contract", held, contract.id if contract else None, style),
    ]


def _plain(cell: Shown, style: Style) -> str | int | None:
    if isinstance(cell, date):
        return shown(cell).into(style)
    if isinstance(cell, str):
        # What is imported again is the same name to the last character.
        return Verbatim(f"'{cell}" if _GUARDED.match(cell) else cell)
    return cell
