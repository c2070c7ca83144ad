"""The sheet of the budget request, which reckons with what is filled in (予算要求)."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, cast

from stdmig.render.budget_table import COLUMNS, budget_row
from stdmig.render.dossier import Dossier
from stdmig.render.workbook.book import Book, Sheet, Value
from stdmig.render.workbook.budget_formulas import (
    LETTER,
    PLACE,
    SOURCES,
    SUMMED,
    LineFormulas,
    Totals,
)
from stdmig.render.workbook.look import BAND_FILL, INPUT_FILL, NOTE, Look
from stdmig.render.workbook.measure import digits, height, lines
from stdmig.render.workbook.number_formats import change_format, count_format
from stdmig.render.workbook.page import put_title, set_page
from stdmig.render.workbook.table import (
    BOLD,
    ROOM,
    Column,
    Kind,
    Table,
    column_look,
    put_table,
)
from stdmig.words import Style, Text, text

NAME = text("Budget request")

_KINDS: dict[str, tuple[Kind, float, float]] = {
    "fiscal_year": ("word", 8, 0),
    "vote": ("word", 9, 0),
    "account": ("text", 9, 6),
    "part": ("text", 8, 5.5),
    "title": ("text", 8, 5.5),
    "subtitle": ("text", 8, 5.5),
    "project": ("text", 14, 9),
    "node": ("text", 8, 5.5),
    "subnode": ("text", 8, 5.5),
    "section": ("text", 13, 9),
    "subject": ("text", 28, 18),
    "is_new": ("word", 7, 0),
    "previous": ("number", 11, 9.5),
    "request": ("number", 12, 9.5),
    "change": ("number", 11, 9.5),
    "quantity": ("number", 9, 5.5),
    "unit": ("word", 8, 5.5),
    "unit_price": ("number", 13, 11),
    "tax_rate": ("number", 7, 5),
    "amount": ("number", 15, 13),
    "calculation": ("text", 25, 24),
    "national": ("number", 10, 9),
    "prefectural": ("number", 10, 9),
    "bonds": ("number", 10, 8.5),
    "other": ("number", 10, 8.5),
    "general": ("number", 11, 9.5),
    "debt": ("word", 8, 0),
    "debt_years": ("text", 10, 0),
    "debt_limit": ("number", 11, 9),
    "method": ("text", 10, 8),
    "counterparty": ("text", 16, 9),
    "start": ("day", 12, 0),
    "end": ("day", 12, 0),
    "request_due": ("day", 12, 0),
    "basis": ("text", 31, 0),
    "remarks": ("text", 15, 0),
}
"""Kind of each column, its greatest and least width."""

_INPUTS = frozenset(
    {
        *("account", "part", "title", "subtitle", "project", "node", "subnode"),
        *("previous", "quantity", "unit", "unit_price", "tax_rate"),
        *SOURCES,
        *("debt_limit", "method"),
    }
)
"""What the finance office fills in; the formulas follow."""


_RATE_ROW = 1
_RATE_CELL = f"${LETTER['tax_rate']}${_RATE_ROW + 1}"
"""The tax rate for lines that name none, beside the as-of date."""


class _Layout(NamedTuple):
    """Rows of the sheet, from 0: sum of all, headings, lines, and sums by year."""

    sum_row: int
    head: int
    lines: int

    @property
    def first(self) -> int:
        return self.head + 1

    @property
    def below(self) -> int:
        return self.first + self.lines


def put_budget(book: Book, dossier: Dossier) -> None:
    """Write the sheet: the lines, sums by year below them, the sum of all above."""
    sheet, style = book.sheet(NAME), book.style
    sample = dossier.plan.inventory.sample
    rows = [budget_row(line, style, sample=sample) for line in dossier.lines]
    sum_row = put_title(sheet, dossier, NAME, _HOW_TO)
    layout = _Layout(sum_row, sum_row + 1, len(rows))
    last = put_table(sheet, layout.head, _table(rows, layout, style))
    _wrap_how_to(sheet, layout)
    _put_common_rate(sheet, dossier)
    if rows:
        totals = Totals(layout.first + 1, layout.below, rows, style)
        _put_sum_above(sheet, layout, totals)
        last = _put_sums_below(sheet, layout, totals), last[1]
    sheet.worksheet.set_zoom(75)
    set_page(
        sheet,
        dossier,
        NAME,
        head=layout.head,
        last=last,
        first_column=PLACE["subject"] + 1,
        repeated=(PLACE["section"], PLACE["subject"]),
    )


_HOW_TO = text(
    "Fill in the tinted cells: with quantity, unit price and tax rate the amounts, the"
    " requests and the sums follow. Revenue is in thousand yen. Empty means unknown."
)


def _table(rows: list[dict[str, object]], layout: _Layout, style: Style) -> Table:
    columns = [_column(each.key, each.heading, rows) for each in COLUMNS]
    cells, looks = [], []
    for number, row in enumerate(rows, start=layout.first + 1):
        formulas = LineFormulas(number, _RATE_CELL, row, style).all()
        filled = {**row, **formulas}
        cells.append(cast(list[Value], list(filled.values())))
        looks.append(
            [
                _look(key, value if key in _COUNTED else None, style)
                for key, value in row.items()
            ]
        )
    return Table(columns, cells, looks)


def _wrap_how_to(sheet: Sheet, layout: _Layout) -> None:
    """Keep the note off the columns that every page to the right begins with."""
    words, last, row = _HOW_TO.into(sheet.style), PLACE["subnode"], layout.sum_row - 1
    room = sum(sheet.widths[column] for column in range(last + 1))
    sheet.merge(row, 0, last, words, NOTE._replace(wrap=True))
    sheet.height(row, height(lines(words, room, NOTE.size), NOTE.size))


def _column(key: str, heading: Text, rows: list[dict[str, object]]) -> Column:
    """Return a column that holds its sum as well."""
    kind, most, least = _KINDS[key]
    if key in SUMMED:
        known = (each[key] for each in rows)
        total = sum(each for each in known if isinstance(each, int))
        least = max(least, digits(f"{total:,}") * BOLD + ROOM)
    return Column(heading, kind, most, least, folds=True)


_COUNTED = ("quantity", "tax_rate")
"""What may have decimal places."""


@lru_cache(maxsize=1 << 10)
def _look(key: str, value: object, style: Style) -> Look:
    look = column_look(_KINDS[key][0], style)
    if key in _COUNTED:
        number = value if isinstance(value, Decimal) else None
        look = look._replace(number=count_format(number))
    elif key == "change":
        look = look._replace(number=change_format(style))
    if key in _INPUTS:
        look = look._replace(is_input=True, fill=INPUT_FILL)
    return look


def _put_sum_above(sheet: Sheet, layout: _Layout, totals: Totals) -> None:
    """Write the sum of all lines where it stays on screen."""
    style, row = sheet.style, layout.sum_row
    first, last = PLACE["subject"], PLACE["general"]
    blank = [_sum_look("subject", style)] * (last - first + 1)
    sheet.put_row(row, [None] * len(blank), blank, first)
    sheet.height(row, 20)
    _put_sums(sheet, row, totals, None, text("Sum of all years").into(style))


def _put_common_rate(sheet: Sheet, dossier: Dossier) -> None:
    """Write the tax rate that holds for lines without one of their own."""
    costs = dossier.plan.inventory.costs
    rate = costs.tax_rate if costs else None
    label = text("Tax rate for lines without one (%)").into(sheet.style)
    right = NOTE._replace(align="right")
    sheet.put(_RATE_ROW, PLACE["unit_price"], label, right)
    look = _look("tax_rate", rate, sheet.style)._replace(middle=True)
    sheet.put(_RATE_ROW, PLACE["tax_rate"], rate, look)


def _put_sums_below(sheet: Sheet, layout: _Layout, totals: Totals) -> int:
    """Write a row of sums per fiscal year and one for all; return the last row."""
    style, row = sheet.style, layout.below
    years = dict.fromkeys(str(each["fiscal_year"]) for each in totals.rows)
    blank = _sum_look("subject", style)
    for year in years:
        sheet.put_row(row, [None] * len(COLUMNS), [blank] * len(COLUMNS))
        sheet.height(row, 20)
        _put_sums(sheet, row, totals, year, text("Sum of the year").into(style))
        row += 1
    sheet.put_row(row, [None] * len(COLUMNS), [blank] * len(COLUMNS))
    sheet.height(row, 20)
    _put_sums(sheet, row, totals, None, text("Sum of all years").into(style))
    return row


def _put_sums(
    sheet: Sheet, row: int, totals: Totals, year: str | None, title: str
) -> None:
    style = sheet.style
    of_year = None
    if year is not None:
        place = PLACE["fiscal_year"]
        sheet.put(row, place, year, _sum_look("fiscal_year", style))
        of_year = f"${LETTER['fiscal_year']}{row + 1}", year
    sheet.put(row, PLACE["subject"], title, _sum_look("subject", style))
    for key in SUMMED:
        formula = totals.total(key, of_year)
        sheet.put(row, PLACE[key], formula, _sum_look(key, style))
    look = _sum_look("calculation", style)
    sheet.put(row, PLACE["calculation"], totals.without_amount(of_year), look)


def _sum_look(key: str, style: Style) -> Look:
    look = column_look(_KINDS[key][0], style)
    if key == "change":
        look = look._replace(number=change_format(style))
    return look._replace(bold=True, fill=BAND_FILL, middle=True, wrap=False)
