"""The first sheet: what matters, and where all stand (要点・合計)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.outlook.portfolio.portfolio import Portfolio, Totals
from stdmig.outlook.portfolio.statements import municipalities, statements
from stdmig.render.portfolio.sheets.frame import put_list
from stdmig.render.towns.figures import percent, work_percent
from stdmig.render.towns.states import STATES
from stdmig.render.workbook.book import Book
from stdmig.render.workbook.look import CELL
from stdmig.render.workbook.stated import stated
from stdmig.render.workbook.table import Column
from stdmig.words import Style, Text, text

NAME = text("What matters")
_COLUMNS = (Column(text("Kind"), "word", most=30), Column(text("Content"), most=110))


def put_summary(book: Book, portfolio: Portfolio) -> None:
    """Write the sheet."""
    style = book.style
    rows = [[kind.into(style), words] for kind, words in _rows(portfolio, style)]
    looks = [[CELL._replace(align="center"), CELL] for _ in rows]
    put_list(book, portfolio, NAME, _COLUMNS, rows, looks=looks)


def _rows(portfolio: Portfolio, style: Style) -> Iterator[tuple[Text, str]]:
    yield from stated(statements(portfolio), style)
    yield from _totals(portfolio.total, style)


def _totals(total: Totals, style: Style) -> Iterator[tuple[Text, str]]:
    yield text("Municipalities"), f"{total.towns:,}"
    yield text("Systems"), f"{total.systems:,}"
    for state, shown in STATES.items():
        told = text(
            "{sign} {n}: {about}",
            sign=shown.sign,
            n=f"{total.states.get(state, 0):,}",
            about=shown.about,
        )
        yield shown.label, told.into(style)
    designated = text(
        "{systems} ({where})",
        systems=f"{total.designated:,}",
        where=municipalities(total.designated_towns),
    )
    yield text("Designated systems"), designated.into(style)
    yield text("Systems with a contract gap"), f"{total.uncovered:,}"
    yield text("Errors"), f"{total.errors:,}"
    yield text("Warnings"), f"{total.warnings:,}"
    unknown = text("not recorded").into(style)
    yield text("Official step rate"), percent(total.step_rate) or unknown
    yield text("Work rate"), work_percent(total.work_rate) or unknown
