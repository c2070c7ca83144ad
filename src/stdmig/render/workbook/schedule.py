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
from stdmig.render.plan.planned_dates import planned_dates
from stdmig.render.workbook.book import Book, Sheet, Value
from stdmig.render.workbook.chart_size import ChartSize, chart_size
from stdmig.render.workbook.look import BAND_FILL, CELL, HEAD, LINE, Look
from stdmig.render.workbook.marks import MARKS, WHITE, Mark
from stdmig.render.workbook.measure import digits, height, lines
from stdmig.render.workbook.number_formats import WHOLE, day_format
from stdmig.render.workbook.page import put_title, set_page
from stdmig.render.workbook.schedule_rows import BY_SYSTEM, ScheduleRow, ScheduleRows
from stdmig.render.workbook.table import BOLD
from stdmig.words import Style, text

NAME = text("Schedule")

_HEADS = (
    text("Item"),
    text("Work"),
    text("Start"),
    text("Finish"),
    text("Float (days)"),
    text("Standing"),
)
"""What stands to the left of the months."""

_LEFT = len(_HEADS)
_NOW_FILL = "#e3e8ee"


def put_schedule(book: Book, dossier: Dossier) -> None:
    """Write the sheet: legend, fiscal years, months, rows."""
    sheet, rows = book.sheet(NAME), ScheduleRows(dossier)
    told = planned_dates(dossier.plan)
    top = put_title(sheet, dossier, text("Migration schedule"), *told)
    grid = Grid(rows.axis, dossier.plan.as_of, tuple(rows.deadlines))
    shown = list(rows.all())
    wide = _widths(shown, grid.size, book.style)
    for column, room in enumerate(wide):
        sheet.width(column, column, room)
    sheet.width(_LEFT, _LEFT + grid.axis.columns - 1, grid.size.month)
    years = _put_legend(sheet, top, grid)
    _put_heads(sheet, years, grid)
    for row, each in enumerate(shown, start=years + 2):
        _put_row(sheet, row, each, grid, wide)
    last = years + 1 + len(shown)
    sheet.worksheet.outline_settings(symbols_below=False)
    sheet.worksheet.autofilter(years + 1, 0, max(last, years + 2), _LEFT - 1)
    sheet.worksheet.set_zoom(85)
    edge = _LEFT + grid.axis.columns - 1
    set_page(
        sheet, dossier, NAME, head=years + 1, last=(last, edge), first_column=2, wide=1
    )


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
        self.size = chart_size(axis.columns)
        self._looks: dict[tuple[str, int, str | None], Look] = {}

    @property
    def small(self) -> Look:
        """Return the look of what stands in a month, whether it has room or not."""
        return Look(size=self.size.small, align="center", middle=True, shrinks=True)

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
            look = self.small._replace(
                ink=known.ink, fill=known.fill or tint, bold=known.is_bold
            )
            self._looks[kind] = self.framed(look, column)
        return self._looks[kind]


def _put_heads(sheet: Sheet, years: int, grid: Grid) -> None:
    """Write fiscal years over months; the row of the months filters the columns."""
    style, months = sheet.style, years + 1
    head = HEAD._replace(size=grid.size.letters, wrap=False)
    sheet.height(years, grid.size.row)
    sheet.height(months, grid.size.row)
    for column, words in enumerate(_HEADS):
        sheet.put(years, column, None, head._replace(bottom=None))
        sheet.put(months, column, words.into(style), head._replace(top=None))
    first, last = grid.axis.first_year, grid.axis.last_year
    for place, year in enumerate(range(first, last + 1)):
        left = _LEFT + place * 12
        told = _year(year, style, grid.size)
        sheet.merge(years, left, left + 11, told, head)
    for column in range(grid.axis.columns):
        month = (column + 3) % 12 + 1
        look = head._replace(size=grid.size.small, bold=False, shrinks=True)
        if column == grid.now:
            look = look._replace(fill=AS_OF, ink=WHITE, bold=True)
        sheet.put(months, _LEFT + column, month, grid.framed(look, column))


def _year(year: int, style: Style, size: ChartSize) -> str:
    """Return a fiscal year in both calendars, in short where there is no room."""
    if not style.era:
        return shown_fiscal_year(year).into(style)
    long = text("{era} ({year})", era=shown_fiscal_year_long(year), year=year)
    told = long.into(style)
    if digits(told, size.letters) + 1 <= size.month * 12:
        return told
    short = text("{era} ({year})", era=shown_fiscal_year(year), year=year)
    return short.into(style)


def _widths(
    shown: list[ScheduleRow], size: ChartSize, style: Style
) -> tuple[float, ...]:
    """Return the widths of the columns to the left of the months."""
    labels = [_label(each, style) for each in shown if each.kind in ("row", "member")]
    standings = [_HEADS[5].into(style), *(_standing(each, style) for each in shown)]
    day = size.day_room(style)
    return (
        size.room(4),
        size.label_room(labels),
        day,
        day,
        size.room(digits(_HEADS[4].into(style)) * BOLD),
        size.room(min(max(map(digits, standings)), 16)),
    )


def _label(shown: ScheduleRow, style: Style) -> str:
    label = shown.label.into(style)
    return f"  {label.strip()}" if shown.kind == "member" else label


def _standing(shown: ScheduleRow, style: Style) -> str:
    return shown.standing.into(style) if shown.standing else ""


def _put_row(
    sheet: Sheet,
    row: int,
    shown: ScheduleRow,
    grid: Grid,
    wide: tuple[float, ...],
) -> None:
    style, size = sheet.style, grid.size
    label = _label(shown, style)
    ground = BAND_FILL if shown.kind in _STRONG else None
    marks = shown.marks or " " * grid.axis.columns
    standing = _standing(shown, style)
    cells: list[Value] = [
        shown.ref,
        label,
        shown.start,
        shown.finish,
        shown.float_days,
        standing,
    ]
    sheet.put_row(row, cells, _left_looks(shown, style, size))
    if shown.label is BY_SYSTEM:
        sheet.remark(row, 1, _UNFOLD.into(style))
    signs = [MARKS[mark].sign if mark in MARKS else None for mark in marks]
    for place, ref in enumerate(shown.refs):
        signs[place] = ref or signs[place]
    looks = [grid.look(mark, column, ground) for column, mark in enumerate(marks)]
    if shown.refs:
        looks = [look._replace(ink=INK) for look in looks]
    sheet.put_row(row, signs, looks, _LEFT)
    tall = lines(standing, wide[5], size.letters)
    if shown.kind != "heading":
        tall = max(tall, lines(label, wide[1], size.letters))
    sheet.height(
        row,
        max(height(tall, size.letters) if tall > 1 else 0, size.row),
        level=1 if shown.kind == "member" else 0,
        folded=shown.kind in _FOLDED,
    )


_STRONG = ("heading", "group", "live")
_FOLDED = ("group", "member")
_UNFOLD = text("The + on the left opens the rows of the items.")
"""Only on screen: paper has no +."""


def _left_looks(shown: ScheduleRow, style: Style, size: ChartSize) -> list[Look]:
    """Return the looks of the cells to the left of the months."""
    strong = shown.kind in _STRONG
    ground = BAND_FILL if strong else None
    plain = CELL._replace(size=size.letters, fill=ground, bold=strong, middle=True)
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
    style, row, column, size = sheet.style, top, 0, grid.size
    label = Look(size=size.letters - 1, ink=MUTED, middle=True)
    sheet.height(row, size.row)
    for mark, name in LEGEND:
        words = name.into(style)
        # Beside its width in the file a column is five of eight dots of a digit wider.
        wide = 2 + int(digits(words, label.size) / (size.month + 5 / 8))
        if column and column + wide > grid.axis.columns:
            row, column = row + 1, 0
            sheet.height(row, size.row)
        sheet.put(row, _LEFT + column, *_legend_mark(mark, grid.small))
        sheet.put(row, _LEFT + column + 1, words, label)
        column += wide + 1
    return row + 1


def _legend_mark(mark: str, small: Look) -> tuple[Value, Look]:
    look = small.boxed((1, GRID))
    if mark == AS_OF_MARK:
        return None, look._replace(fill=AS_OF)
    if mark == DEADLINE_MARK:
        return None, look._replace(right=(5, DEADLINE))
    known = MARKS[mark]
    return known.sign, look._replace(ink=known.ink, fill=known.fill, bold=known.is_bold)
