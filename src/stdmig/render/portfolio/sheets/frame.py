"""What all sheets have in common: title, day, table, paper (シートの枠)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.dates import shown
from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.render.portfolio.names import whose
from stdmig.render.workbook.book import A3, Book, Sheet, Value
from stdmig.render.workbook.look import Look
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.table import Column, Table, put_table
from stdmig.words import Text, text

RATE = "0.0%_ "
"""Number format of a rate."""


def put_list(
    book: Book,
    portfolio: Portfolio,
    name: Text,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Value]],
    *,
    looks: Sequence[Sequence[Look]] | None = None,
    notes: Sequence[Text] = (),
    first_column: int = 0,
    wide: int | None = 1,
) -> Sheet:
    """Write a sheet that is one table with a title above it; return the sheet."""
    sheet = book.sheet(name)
    top = put_head(sheet, whose(portfolio), name, as_of(portfolio), *notes)
    last = put_table(sheet, top, Table(columns, rows, looks))
    header = whose(portfolio), name, as_of(portfolio)
    set_paper(
        sheet,
        header,
        head=top,
        last=last,
        first_column=first_column,
        paper=A3,
        wide=wide,
    )
    return sheet


def as_of(portfolio: Portfolio) -> Text:
    """Return the day that all is looked at from."""
    return text("as of {day}", day=shown(portfolio.as_of))
