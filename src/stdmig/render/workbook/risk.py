"""How sure the cutovers are as a workbook: charts, systems, tasks (確率のブック)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.outlook.risk import guesses, statements
from stdmig.render.packaged_files import packaged_files
from stdmig.render.risk.page import RiskPage, facts, risk_title
from stdmig.render.workbook.book import A4, Book
from stdmig.render.workbook.look import CELL
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.risk_charts import put_risk_charts
from stdmig.render.workbook.risk_months import put_months
from stdmig.render.workbook.risk_systems import put_limits, put_systems
from stdmig.render.workbook.risk_tasks import put_risk_tasks
from stdmig.render.workbook.stated import stated
from stdmig.render.workbook.table import Column, Table, put_table
from stdmig.words import Style, Text, text

SUMMARY = text("What matters")

_COLUMNS = (Column(text("Kind"), "word", most=22), Column(text("Content"), most=110))


def risk_workbook(page: RiskPage, style: Style) -> bytes:
    """
    Return the workbook; it has charts that Excel draws itself, and no formulas.

    It bears the as-of date as the day of its making: the same chances make the same
    bytes. Texts stay texts, whatever they begin with.
    """
    book = Book(style, risk_title(page).into(style), page.focus.risk.plan.as_of)
    _put_summary(book, page)
    if page.focus.systems:
        charts = book.sheet(text("Charts"))
        put_systems(book, page)
        put_limits(book, page)
        tasks = put_risk_tasks(book, page)
        months = put_months(book, page)
        put_risk_charts(charts, page, months, tasks)
    return book.close()


def _put_summary(book: Book, page: RiskPage) -> None:
    sheet, style = book.sheet(SUMMARY), book.style
    top = put_head(sheet, risk_title(page), SUMMARY, *facts(page))
    rows = [[kind.into(style), words] for kind, words in _rows(page, style)]
    looks = [[CELL._replace(align="center"), CELL] for _ in rows]
    last = put_table(sheet, top, Table(_COLUMNS, rows, looks))
    header = (risk_title(page), SUMMARY, None)
    set_paper(sheet, header, head=top, last=last, paper=A4, wide=1)


def _rows(page: RiskPage, style: Style) -> Iterator[tuple[Text, str]]:
    yield from stated(statements(page.focus), style)
    if page.focus.systems:
        for guess in guesses(page.focus, page.together):
            yield text("Assumption"), guess.into(style)
    for told in packaged_files(page.focus.risk.plan.inventory):
        yield text("Assumption"), told.into(style)
