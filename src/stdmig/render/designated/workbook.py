"""Designated systems as a workbook (特定移行支援システムのExcelブック)."""

from __future__ import annotations

from stdmig.dates import shown, shown_month
from stdmig.render.designated.rows import HEADINGS, DesignatedRow, designated_rows
from stdmig.render.verbatim import Verbatim
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.table import Column, Kind, Table, put_table
from stdmig.schedule import Plan
from stdmig.words import Style, Text, listing, text

SHEET = text("Designated systems")
_YES = text("is designated")
_KINDS: tuple[tuple[Kind, float], ...] = (
    ("word", 10),
    ("text", 18),
    ("text", 24),
    ("text", 26),
    ("word", 12),
    ("number", 8),
    ("text", 30),
    ("text", 40),
    ("word", 14),
    ("day", 14),
    ("day", 14),
    ("text", 34),
    ("text", 22),
)


def designated_workbook(plan: Plan, style: Style) -> bytes:
    """Return a sheet with a row per system; empty where nobody has written it down."""
    named = text("{name}", name=plan.inventory.municipality.title)
    if plan.inventory.sample:
        named = text("{name} (sample)", name=plan.inventory.municipality.title)
    title = text("{owner}: {title}", owner=named, title=SHEET)
    book = Book(style, title.into(style), plan.as_of)
    sheet = book.sheet(SHEET)
    as_of: Text = text("as of {day}", day=shown(plan.as_of))
    top = put_head(sheet, named, SHEET, as_of)
    columns = [
        Column(heading, kind, most=most)
        for heading, (kind, most) in zip(HEADINGS, _KINDS, strict=True)
    ]
    rows = [_cells(plan, row, style) for row in designated_rows(plan)]
    last = put_table(sheet, top, Table(columns, rows))
    set_paper(sheet, (named, SHEET, as_of), head=top, last=last, first_column=3)
    return book.close()


def _cells(plan: Plan, row: DesignatedRow, style: Style) -> list[Value]:
    town = plan.inventory.municipality
    completion = row.completion
    return [
        None if town.code is None else Verbatim(town.code),
        town.title.into(style),
        row.system.title.into(style),
        listing(row.vendors).into(style) if row.vendors else None,
        _YES.into(style) if row.is_designated else None,
        row.reason,
        row.reason_words(style),
        row.explanation,
        None if completion is None else shown_month(completion).into(style),
        row.deadline,
        row.cutover,
        row.functions(),
        row.until(style),
    ]
