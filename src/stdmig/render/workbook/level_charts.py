"""The charts that Excel draws of the loads (作業量の図)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import ceil
from typing import Any, NamedTuple

from stdmig.levelling.levelled import Series
from stdmig.outlook.levelling import highest_limit
from stdmig.render import palette
from stdmig.render.level.page import LevelPage
from stdmig.render.workbook.book import Sheet
from stdmig.render.workbook.level_loads import (
    AFTER,
    BEFORE,
    HEAD,
    LIMIT,
    WHO,
    LoadRow,
    LoadTable,
)
from stdmig.words import Style, Text

_WIDE, _TALL, _NARROW, _LOW = 1280, 340, 630, 250
_ROW = 25
"""Height of a row of the sheet of charts, in pixels."""

_ROWS_A_PAGE, _SCALE = 72, 72
"""What an upright A3 page holds, and the scale in hundredths at which it does."""

_TICKS, _PAIR = 6, 2


class Charts(NamedTuple):
    """
    The charts on their sheet.

    Attributes
    ----------
    last
        Row and column of the last cell that they cover.
    breaks
        Rows with which a page begins.
    """

    last: tuple[int, int]
    breaks: list[int]


def put_charts(sheet: Sheet, page: LevelPage, table: LoadTable, top: int) -> Charts:
    """
    Draw a chart per worker.

    Of several municipalities only the lead sections and the shared vendors are drawn.
    """
    several = len(page.levelled.towns) > 1
    shown = [each for each in table.rows if not several or each.is_picked]
    row, breaks, page_top = top, [], 0
    for line in _side_by_side(shown):
        tall = _rows(_TALL if line[0].is_lead else _LOW)
        if row + tall - page_top > _ROWS_A_PAGE:
            breaks.append(row)
            page_top = row
        for place, each in enumerate(line):
            size = (_WIDE, _TALL) if each.is_lead else (_NARROW, _LOW)
            options = {"x_offset": place * (_NARROW + 20), "object_position": 3}
            chart = _chart(sheet, table, each, size)
            sheet.worksheet.insert_chart(row, 0, chart, options)
        row += tall
    return Charts((row, _WIDE // 72), breaks)


def fit_charts(sheet: Sheet, charts: Charts) -> None:
    """Let the charts be printed on upright pages, none across two of them."""
    sheet.worksheet.set_portrait()
    sheet.worksheet.set_print_scale(_SCALE)
    sheet.worksheet.set_h_pagebreaks(charts.breaks)


def _side_by_side(rows: list[LoadRow]) -> Iterator[list[LoadRow]]:
    """Yield the charts of each line: a lead section alone, others in pairs."""
    waiting: list[LoadRow] = []
    for each in rows:
        if each.is_lead or len(waiting) == _PAIR:
            if waiting:
                yield waiting
            waiting = []
        if each.is_lead:
            yield [each]
        else:
            waiting.append(each)
    if waiting:
        yield waiting


def _rows(pixels: int) -> int:
    return -(-pixels // _ROW) + 1


def _chart(sheet: Sheet, table: LoadTable, each: LoadRow, size: tuple[int, int]) -> Any:
    """Return columns after, a stepless line before, and a line for the limit."""
    chart, lines = sheet.book.chart("column"), sheet.book.chart("line")
    chart.add_series(
        {
            **_range(table, each.row + 1, AFTER, sheet.style),
            "fill": {"color": "#a9d3ee"},
            "border": {"color": palette.PLANNED},
            "gap": 10,
        }
    )
    dashed = {"color": palette.INK, "width": 1.75, "dash_type": "dash"}
    lines.add_series({**_range(table, each.row, BEFORE, sheet.style), "line": dashed})
    if each.series.capacity is not None:
        told = _range(table, each.row + 2, LIMIT, sheet.style)
        limit = {"color": palette.DEADLINE, "width": 2}
        lines.add_series({**told, "line": limit})
    chart.combine(lines)
    chart.set_title(
        {
            # A cell: of a text XlsxWriter might make a reference of its own.
            "name": [table.name, each.row, WHO],
            "name_font": {"size": 11},
            "overlay": False,
        }
    )
    chart.set_legend({"position": "top", "font": {"size": 9}})
    chart.set_x_axis({"num_font": {"size": 8, "rotation": -90}, "interval_unit": 3})
    chart.set_y_axis(
        {"min": 0, "major_unit": _unit(each.series), "num_font": {"size": 9}}
    )
    chart.set_size({"width": size[0], "height": size[1]})
    return chart


def _unit(each: Series) -> int:
    """Return how many people lie between two lines of a chart."""
    limit = highest_limit(each) or Decimal(0)
    most = max(*each.before, *each.after, limit)
    rough = max(ceil(most / _TICKS), 1)
    return next((step for step in (1, 2, 5, 10, 20, 50) if step >= rough), rough)


def _range(table: LoadTable, row: int, name: Text, style: Style) -> dict[str, Any]:
    return {
        "name": name.into(style),
        "categories": [table.name, table.head, HEAD, table.head, table.last],
        "values": [table.name, row, HEAD, row, table.last],
    }
