"""The months of the last cutover, for people and for charts (月別の度数と累積)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.dates import shown_month
from stdmig.outlook.risk import months
from stdmig.render.risk.page import RiskPage, last_cutover, risk_title
from stdmig.render.workbook.book import A4, Book, Value
from stdmig.render.workbook.look import CELL, Look
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.shares import chance_format, decimal
from stdmig.render.workbook.table import Column, Table, column_look, put_table
from stdmig.words import text

MONTHS = text("Months")
SHARE, UP_TO = text("Share of the runs"), text("Share up to then")


class MonthTable(NamedTuple):
    """Where the figures stand: name of the sheet, first and last row."""

    name: str
    first: int
    last: int


def put_months(book: Book, page: RiskPage) -> MonthTable:
    """Write the sheet: a row per month, holes among them."""
    sheet, style = book.sheet(MONTHS), book.style
    marked = [page.focus.last_planned] if page.focus.last_planned else []
    found = months(page.focus.last, marked)
    top = put_head(sheet, risk_title(page), MONTHS, last_cutover(page))
    columns = (
        Column(text("Month"), "word"),
        Column(text("Runs"), "number"),
        Column(SHARE, "number"),
        Column(UP_TO, "number"),
    )
    rows: list[list[Value]] = [
        [
            shown_month(each.day).into(style),
            each.samples,
            decimal(each.share),
            decimal(each.up_to),
        ]
        for each in found
    ]
    number = CELL._replace(align="right", wrap=False)
    plain = [column_look(each.kind, style) for each in columns[:2]]
    looks: list[list[Look]] = [
        [
            *plain,
            number._replace(number=chance_format(each.share)),
            number._replace(number=chance_format(each.up_to)),
        ]
        for each in found
    ]
    last = put_table(sheet, top, Table(columns, rows, looks))
    header = (risk_title(page), MONTHS, None)
    set_paper(sheet, header, head=top, last=last, paper=A4, wide=1)
    return MonthTable(MONTHS.into(style), top + 1, last[0])
