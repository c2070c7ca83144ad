"""The sheet of the chart in cells, a column per month (工程表)."""

from __future__ import annotations

from datetime import date

from stdmig.dates import shown_fiscal_year, shown_fiscal_year_long
from stdmig.render.dossier import Dossier
from stdmig.render.palette import AS_OF, DEADLINE, GRID, INK, MUTED
from stdmig.render.plan.axis import Axis
from stdmig.render.plan.bars import AS_OF as AS_OF_MARK
from stdmig.render.plan.bars import DEADLINE as DEADLINE_MARK
from stdmig.render.plan.bars import LEGEND
from stdmig.render.workbook.book import Book, Sheet, Value
from stdmig.render.workbook.look import BAND_FILL, CELL, HEAD, LINE, Look
from stdmig.render.workbook.marks import MARKS, WHITE, Mark
from stdmig.render.workbook.measure import digits, height, lines
from stdmig.render.workbook.number_formats import WHOLE, day_format
from stdmig.render.workbook.page import put_title, set_page
from stdmig.render.workbook.schedule_rows import ScheduleRow, ScheduleRows
from stdmig.words import Style, Text, text

NAME = text("Schedule")

_HEADS: tuple[tuple[Text, float], ...] = (
    (text("Item"), 6),
    (text("Work"), 38),
    (text("Start"), 11),
    (text("Finish"), 11),
    (text("Float (days)"), 9),
    (text("Standing"), 14),
)
"""What stands to the left of the months, and how wide."""

_LEFT = len(_HEADS)
_MONTH, _NARROW_MONTH = 2.4, 1.7
"""Width of a month; the narrow one where there are many, so that A3 stays legible."""

_MANY = 72
_NOW_FILL = "#e3e8ee"
_SMALL = Look(size=8, align="center", middle=True)


def put_schedule(book: Book, dossier: Dossier) -> None:
    """Write the sheet: legend, fiscal years, months, rows."""
    sheet, rows = book.sheet(NAME), ScheduleRows(dossier)
    top = put_title(sheet, dossier, text("Migration schedule"))
    grid = Grid(rows.axis, dossier.plan.as_of, tuple(rows.deadlines))
    for column, (_, wide) in enumerate(_HEADS):
        sheet.width(column, column, wide)
    sheet.width(_LEFT, _LEFT + grid.axis.columns - 1, grid.month_width)
    years = _put_legend(sheet, top, grid)
    _put_heads(sheet, years, grid)
    last = years + 1
    for row in rows.all():
        last += 1
        _put_row(sheet, last, row, grid)
    sheet.worksheet.outline_settings(symbols_below=False)
    sheet.worksheet.autofilter(years + 1, 0, max(last, years + 2), _LEFT - 1)
    sheet.worksheet.set_zoom(85)
    edge = _LEFT + grid.axis.columns - 1
    set_page(sheet, dossier, NAME, head=years + 1, last=(last, edge), first_column=2)


class Grid:
    """
    The looks of the cells under the months.

    Parameters
    ----------
    axis
        The months.
    as_of
        The day whose month is tinted.
    deadlines
        The days whose months end in a line.
    """

    def __init__(self, axis: Axis, as_of: date, deadlines: tuple[date, ...]) -> None:
        self.axis = axis
        self.now = axis.column(as_of)
        self.ends = frozenset(map(axis.column, deadlines))
        self.month_width = _NARROW_MONTH if axis.columns > _MANY else _MONTH
        self._looks: dict[tuple[str, int, str | None], Look] = {}

    def framed(self, look: Look, column: int) -> Look:
        """Return a look with the lines that its month has: year, deadline."""
        line = (1, GRID)
        start = (1, LINE) if column % 12 == 0 else line
        if column - 1 in self.ends:
            start = (5, DEADLINE)
        end = (5, DEADLINE) if column in self.ends else line
        if column % 12 == 11 and column not in self.ends:
            end = (1, LINE)
        return look._replace(left=start, right=end, top=line, bottom=line)

    def look(self, mark: str, column: int, ground: str | None) -> Look:
        """Return the look of a month of a row."""
        kind = mark, column, ground
        if kind not in self._looks:
            tint = _NOW_FILL if column == self.now else ground
            known = MARKS.get(mark, Mark("", INK))
            look = _SMALL._replace(
                ink=known.ink, fill=known.fill or tint, bold=known.is_bold
            )
            self._looks[kind] = self.framed(look, column)
        return self._looks[kind]


def _put_heads(sheet: Sheet, years: int, grid: Grid) -> None:
    """Write fiscal years over months; the row of the months filters the columns."""
    style, months = sheet.style, years + 1
    sheet.height(years, 18)
    sheet.height(months, 20)
    for column, (head, _) in enumerate(_HEADS):
        upper = HEAD._replace(bottom=None)
        sheet.put(years, column, None, upper)
        sheet.put(months, column, head.into(style), HEAD._replace(top=None, wrap=False))
    first, last = grid.axis.first_year, grid.axis.last_year
    for place, year in enumerate(range(first, last + 1)):
        left = _LEFT + place * 12
        told = _year(year, style, grid.month_width * 12)
        sheet.merge(years, left, left + 11, told, HEAD._replace(wrap=False))
    for column in range(grid.axis.columns):
        month = (column + 3) % 12 + 1
        look = HEAD._replace(size=_SMALL.size, bold=False, wrap=False)
        if column == grid.now:
            look = look._replace(fill=AS_OF, ink=WHITE, bold=True)
        sheet.put(months, _LEFT + column, month, grid.framed(look, column))


def _year(year: int, style: Style, room: float) -> str:
    """Return a fiscal year in both calendars, in short where there is no room."""
    if not style.era:
        return shown_fiscal_year(year).into(style)
    long = text("{era} ({year})", era=shown_fiscal_year_long(year), year=year)
    told = long.into(style)
    if digits(told) + 1 <= room:
        return told
    short = text("{era} ({year})", era=shown_fiscal_year(year), year=year)
    return short.into(style)


def _put_row(sheet: Sheet, row: int, shown: ScheduleRow, grid: Grid) -> None:
    style = sheet.style
    label = shown.label.into(style)
    ground = BAND_FILL if shown.kind in ("heading", "group") else None
    marks = shown.marks or " " * grid.axis.columns
    cells: list[Value] = [
        shown.ref,
        f"  {label.strip()}" if shown.kind == "member" else label,
        shown.start,
        shown.finish,
        shown.float_days,
        shown.standing.into(style) if shown.standing else None,
    ]
    sheet.put_row(row, cells, _left_looks(shown, style, ground))
    signs = [MARKS[mark].sign if mark in MARKS else None for mark in marks]
    for place, ref in enumerate(shown.refs):
        signs[place] = ref or signs[place]
    looks = [grid.look(mark, column, ground) for column, mark in enumerate(marks)]
    if shown.refs:
        looks = [look._replace(ink=INK) for look in looks]
    sheet.put_row(row, signs, looks, _LEFT)
    wraps = shown.kind != "heading"
    tall = height(lines(label, _HEADS[1][1])) if wraps else 0
    level = 1 if shown.kind == "member" else 0
    sheet.height(row, max(tall, 19.5), level=level, folded=shown.kind in _FOLDED)


_FOLDED = ("group", "member")


def _left_looks(shown: ScheduleRow, style: Style, ground: str | None) -> list[Look]:
    """Return the looks of the cells to the left of the months."""
    strong = shown.kind in ("heading", "group")
    plain = CELL._replace(fill=ground, bold=strong, middle=True)
    day = plain._replace(align="right", number=day_format(style), wrap=False)
    days = plain._replace(align="right", number=WHOLE, wrap=False)
    if shown.float_days is not None and shown.float_days < 0:
        days = days._replace(bold=True)
    standing = plain._replace(align="center")
    # A heading runs on over the empty cells beside it.
    label = plain._replace(wrap=shown.kind != "heading")
    return [plain._replace(align="center"), label, day, day, days, standing]


def _put_legend(sheet: Sheet, top: int, grid: Grid) -> int:
    """Write the legend above the months, on as many rows as it takes."""
    style, row, column = sheet.style, top, 0
    sheet.height(row, 18)
    for mark, name in LEGEND:
        words = name.into(style)
        wide = 2 + int(digits(words, 9) / grid.month_width)
        if column and column + wide > grid.axis.columns:
            row, column = row + 1, 0
            sheet.height(row, 18)
        sheet.put(row, _LEFT + column, *_legend_mark(mark))
        label = Look(size=9, ink=MUTED, middle=True)
        sheet.put(row, _LEFT + column + 1, words, label)
        column += wide + 1
    return row + 1


def _legend_mark(mark: str) -> tuple[Value, Look]:
    look = _SMALL.boxed((1, GRID))
    if mark == AS_OF_MARK:
        return None, look._replace(fill=AS_OF)
    if mark == DEADLINE_MARK:
        return None, look._replace(right=(5, DEADLINE))
    known = MARKS[mark]
    return known.sign, look._replace(ink=known.ink, fill=known.fill, bold=known.is_bold)
