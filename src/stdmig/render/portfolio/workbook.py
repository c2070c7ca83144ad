"""Many municipalities as one workbook (団体の集計のブック)."""

from __future__ import annotations

from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.outlook.slip.rollup import SlipReport
from stdmig.render.portfolio.page_title import page_title
from stdmig.render.portfolio.sheets.lists import (
    put_broken,
    put_due,
    put_endings,
    put_findings,
    put_joint,
)
from stdmig.render.portfolio.sheets.matrix import put_matrix
from stdmig.render.portfolio.sheets.summary import put_summary
from stdmig.render.portfolio.sheets.systems import put_systems
from stdmig.render.portfolio.sheets.towns import put_towns
from stdmig.render.portfolio.sheets.vendors import put_vendors
from stdmig.render.slip.sheets import put_slip
from stdmig.render.workbook.book import Book
from stdmig.words import Style

_SHEETS = (
    put_summary,
    put_towns,
    put_matrix,
    put_systems,
    put_vendors,
    put_endings,
    put_due,
    put_joint,
    put_findings,
    put_broken,
)
"""In the order of their tabs."""


def portfolio_workbook(
    portfolio: Portfolio, style: Style, slip: SlipReport | None = None
) -> bytes:
    """
    Return the workbook: what matters, municipalities, systems, vendors, days, faults.

    It bears the as-of date as the day of its making: the same portfolio makes the same
    bytes. Texts stay texts, whatever they begin with; there is no formula in it. Where
    a vendor is supposed to be late, the sheets about that come first.
    """
    title = page_title(portfolio, slip)
    book = Book(style, title.into(style), portfolio.as_of)
    if slip is not None:
        put_slip(book, slip)
    for put_sheet in _SHEETS:
        put_sheet(book, portfolio)
    return book.close()
