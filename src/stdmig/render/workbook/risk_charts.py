"""The charts that Excel draws: months with the curve, and the tornado (図)."""

from __future__ import annotations

from typing import Any

from stdmig.render import palette
from stdmig.render.risk.page import RiskPage, last_cutover, risk_title
from stdmig.render.workbook.book import Sheet
from stdmig.render.workbook.cell_text import cell_text
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.risk_months import SHARE, UP_TO, MonthTable
from stdmig.render.workbook.risk_tasks import LONG, SHORT, TaskTable
from stdmig.words import Text, text

_WIDE, _TALL, _BAR = 1180, 380, 26
_ROW = 25
"""Height of a row of the sheet of charts, in pixels."""

_MOST_BARS, _MOST_TITLE = 15, 80


def put_risk_charts(
    sheet: Sheet, page: RiskPage, months: MonthTable, tasks: TaskTable
) -> None:
    """Draw both charts below each other; the tornado where there are swings."""
    title = text("Charts")
    note = text("The figures are on the sheets of months and tasks")
    top = put_head(sheet, risk_title(page), title, note)
    row = top + 1
    first = _months(sheet, page, months)
    sheet.worksheet.insert_chart(row, 0, first, {"object_position": 3})
    row += -(-_TALL // _ROW) + 1
    number = min(tasks.swings, _MOST_BARS)
    if number:
        tall = 110 + _BAR * number
        second = _tornado(sheet, tasks, number, tall)
        sheet.worksheet.insert_chart(row, 0, second, {"object_position": 3})
        row += -(-tall // _ROW) + 1
    header = (risk_title(page), title, None)
    set_paper(sheet, header, head=top - 1, last=(row, _WIDE // 72), wide=1)


def _months(sheet: Sheet, page: RiskPage, table: MonthTable) -> Any:
    """Return columns of the months and, on a second scale, what is up to them."""
    chart, curve = sheet.book.chart("column"), sheet.book.chart("line")
    chart.add_series(
        {
            **_range(sheet, table.name, SHARE, (table.first, table.last), 0, 2),
            "fill": {"color": "#a9d3ee"},
            "border": {"color": palette.PLANNED},
            "gap": 10,
        }
    )
    curve.add_series(
        {
            **_range(sheet, table.name, UP_TO, (table.first, table.last), 0, 3),
            "line": {"color": palette.COVERED, "width": 2.25},
        }
    )
    chart.combine(curve)
    # A name of a system may begin like a reference to cells.
    told = cell_text(last_cutover(page).into(sheet.style), sheet.style)
    chart.set_title({"name": _plain(told), "name_font": {"size": 12}, "overlay": False})
    chart.set_legend({"position": "top", "font": {"size": 9}})
    chart.set_x_axis({"num_font": {"size": 8, "rotation": -90}})
    chart.set_y_axis({"min": 0, "max": 1, "major_unit": 0.2, "num_format": "0%"})
    chart.set_size({"width": _WIDE, "height": _TALL})
    return chart


def _plain(words: str) -> str:
    """Return a title that XlsxWriter takes for no formula, and that has room."""
    if len(words) > _MOST_TITLE:
        words = f"{words[: _MOST_TITLE - 2]}.."
    return f" {words}" if words.startswith("=") else words


def _tornado(sheet: Sheet, table: TaskTable, number: int, tall: int) -> Any:
    """Return bars to the left and to the right of the mean, the widest on top."""
    chart = sheet.book.chart("bar", "stacked")
    rows = (table.first, table.first + number - 1)
    for name, column, colour in (
        (SHORT, 2, palette.COVERED),
        (LONG, 3, palette.CRITICAL),
    ):
        told = _range(sheet, table.name, name, rows, 1, column)
        chart.add_series({**told, "fill": {"color": colour}, "gap": 40})
    title = text("Tasks whose slip hurts most").into(sheet.style)
    chart.set_title({"name": title, "name_font": {"size": 12}, "overlay": False})
    chart.set_legend({"position": "top", "font": {"size": 9}})
    chart.set_y_axis(
        {"reverse": True, "label_position": "low", "num_font": {"size": 9}}
    )
    chart.set_x_axis({"num_format": "+0;-0;0", "num_font": {"size": 9}})
    chart.set_size({"width": _WIDE, "height": tall})
    return chart


def _range(
    sheet: Sheet,
    name: str,
    series: Text,
    rows: tuple[int, int],
    categories: int,
    values: int,
) -> dict[str, Any]:
    first, last = rows
    return {
        "name": series.into(sheet.style),
        "categories": [name, first, categories, last, categories],
        "values": [name, first, values, last, values],
    }
