"""The sheet of tasks: swing and criticality (感度・クリティカル度)."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from stdmig.outlook.risk import swing_rows
from stdmig.render.risk.page import RiskPage, risk_title
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.look import Look
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.shares import chance_format, decimal
from stdmig.render.workbook.table import Column, Table, column_look, put_table
from stdmig.words import Style, text

TASKS = text("Tasks")
SHORT, LONG = text("Shortest tenth (days)"), text("Longest tenth (days)")

_COLUMNS = (
    Column(text("Task id"), most=24),
    Column(text("Task"), most=60),
    Column(SHORT, "number"),
    Column(LONG, "number"),
    Column(text("Criticality"), "number"),
)
_DAYS = "+0.0_ ;-0.0_ ;0.0_ "


class TaskTable(NamedTuple):
    """Where the swings stand: name of the sheet, first row, and how many there are."""

    name: str
    first: int
    swings: int


def put_risk_tasks(book: Book, page: RiskPage) -> TaskTable:
    """Write a row per task: those that move the last cutover first, widest first."""
    sheet, style, focus = book.sheet(TASKS), book.style, page.focus
    note = text(
        "Days by which the last cutover of all systems moves on average; criticality:"
        " share of the runs in which the task sets a cutover"
    )
    top = put_head(sheet, risk_title(page), TASKS, note)
    tasks, shares = focus.risk.plan.tasks, focus.risk.criticality
    swings = {row.place: row for row in swing_rows(focus)}
    others = sorted(
        (place for place in focus.tasks if place not in swings),
        key=lambda place: (-shares[place], tasks[place].order),
    )
    rows: list[list[Value]] = []
    for place in (*swings, *others):
        swing = swings.get(place)
        rows.append(
            [
                tasks[place].id,
                tasks[place].title.into(style),
                _tenths(swing.short) if swing else None,
                _tenths(swing.long) if swing else None,
                decimal(shares[place]),
            ]
        )
    looks = [_looks(style, shares[place]) for place in (*swings, *others)]
    last = put_table(sheet, top, Table(_COLUMNS, rows, looks))
    header = (risk_title(page), TASKS, None)
    set_paper(sheet, header, head=top, last=last)
    return TaskTable(TASKS.into(style), top + 1, len(swings))


def _tenths(days: float) -> Decimal:
    return Decimal(f"{days:.1f}")


def _looks(style: Style, share: float) -> list[Look]:
    found = [column_look(each.kind, style) for each in _COLUMNS]
    for place, number in ((2, _DAYS), (3, _DAYS), (4, chance_format(share))):
        found[place] = found[place]._replace(number=number)
    return found
