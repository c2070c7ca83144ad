"""The sheets of systems and of limits with their chances (業務別・期限別の確率)."""

from __future__ import annotations

from stdmig.outlook.risk import KINDS, SystemRow, limit_rows, system_rows
from stdmig.render.palette import CRITICAL, INK
from stdmig.render.risk.page import RiskPage, risk_title
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.listed import joined
from stdmig.render.workbook.look import Look
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.shares import chance_format, decimal
from stdmig.render.workbook.table import Column, Table, column_look, put_table
from stdmig.words import Style, text

SYSTEMS, LIMITS = text("Systems"), text("Contracts and requests")

_COLUMNS = (
    Column(text("System"), most=30),
    Column(text("Planned cutover"), "day"),
    Column(text("Chance"), "number"),
    Column(text("P10"), "day"),
    Column(text("P50"), "day"),
    Column(text("P80"), "day"),
    Column(text("P95"), "day"),
    Column(text("Deadline"), "day"),
    Column(text("Chance of the deadline"), "number"),
    Column(text("Planned start"), "day"),
    Column(text("Chance if begun then"), "number"),
    Column(text("Begin by (80%)"), "day"),
    Column(text("Begin by (95%)"), "day"),
)
_HALF = 0.5

_LIMIT_COLUMNS = (
    Column(text("What is kept"), "word", most=24),
    Column(text("Name"), most=50),
    Column(text("Day"), "day"),
    Column(text("Chance"), "number"),
    Column(text("Systems"), most=70),
)


def put_systems(book: Book, page: RiskPage) -> None:
    """Write a row per system, the least sure first."""
    sheet, style = book.sheet(SYSTEMS), book.style
    note = text("P80: by this day in 80% of the runs; empty: no start is early enough")
    top = put_head(sheet, risk_title(page), SYSTEMS, note)
    found = system_rows(page.focus, full=True)
    rows = [_system(row, style) for row in found]
    looks = [_looks(_COLUMNS, _chances(row), style) for row in found]
    last = put_table(sheet, top, Table(_COLUMNS, rows, looks))
    header = (risk_title(page), SYSTEMS, None)
    set_paper(sheet, header, head=top, last=last, first_column=1)


def put_limits(book: Book, page: RiskPage) -> None:
    """Write a row per contract and per budget request."""
    sheet, style = book.sheet(LIMITS), book.style
    note = text("Chance that the cutover is in time, or that the request is")
    top = put_head(sheet, risk_title(page), LIMITS, note)
    found = limit_rows(page.focus)
    rows: list[list[Value]] = [
        [
            KINDS[row.kind].into(style),
            row.name.into(style),
            row.day,
            decimal(row.share),
            joined([each.into(style) for each in row.systems], style),
        ]
        for row in found
    ]
    looks = [_looks(_LIMIT_COLUMNS, {3: row.share}, style) for row in found]
    last = put_table(sheet, top, Table(_LIMIT_COLUMNS, rows, looks))
    header = (risk_title(page), LIMITS, None)
    set_paper(sheet, header, head=top, last=last)


def _looks(
    columns: tuple[Column, ...], chances: dict[int, float], style: Style
) -> list[Look]:
    """Return the looks of a row; its first chance stands out, below one half in red."""
    found = [column_look(each.kind, style) for each in columns]
    for place, share in chances.items():
        found[place] = found[place]._replace(number=chance_format(share))
    place, share = next(iter(chances.items()))
    ink = CRITICAL if share < _HALF else INK
    found[place] = found[place]._replace(ink=ink, bold=True)
    return found


def _chances(row: SystemRow) -> dict[int, float]:
    """Return the chances of a system by their columns."""
    found = {2: row.kept, 8: row.in_time}
    return found | {10: row.begin.chance} if row.begin else found


def _system(row: SystemRow, style: Style) -> list[Value]:
    begin = row.begin
    return [
        row.systems[0].title.into(style),
        row.planned,
        decimal(row.kept),
        *row.days,
        row.deadline,
        decimal(row.in_time),
        begin.planned if begin else None,
        decimal(begin.chance) if begin else None,
        begin.likely if begin else None,
        begin.sure if begin else None,
    ]
