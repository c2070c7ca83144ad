"""A row per municipality, the worst first (団体別)."""

from __future__ import annotations

from stdmig.inventory.prefectures import prefecture_of
from stdmig.outlook.portfolio.portfolio import Portfolio, Ranked
from stdmig.render.portfolio.names import town_name
from stdmig.render.portfolio.sheets.cells import rate_cell, some_number
from stdmig.render.portfolio.sheets.frame import RATE, put_list
from stdmig.render.portfolio.town_figures import town_figures
from stdmig.render.towns.names import prefecture_name
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.number_formats import change_format
from stdmig.render.workbook.table import Column, column_look
from stdmig.words import Style, text

NAME = text("Municipalities")
_COLUMNS = (
    Column(text("Rank"), "number"),
    Column(text("Prefecture"), "word"),
    Column(text("Municipality code"), "word"),
    Column(text("Municipality name"), most=26),
    Column(text("Population"), "number"),
    Column(text("Cannot be kept or past"), "number"),
    Column(text("Only if shortened"), "number"),
    Column(text("Days late at worst"), "number"),
    Column(text("Float (days)"), "number"),
    Column(text("Systems with a contract gap"), "number"),
    Column(text("Gap (days)"), "number"),
    Column(text("Errors"), "number"),
    Column(text("Warnings"), "number"),
    Column(text("Designated systems"), "number"),
    Column(text("Official step rate"), "number"),
    Column(text("Work rate"), "number"),
    Column(text("Workspace"), most=40),
)
_SLACK, _RATES = 8, (14, 15)


def put_towns(book: Book, portfolio: Portfolio) -> None:
    """Write the sheet; it can be filtered, and is in the order of the risk."""
    style = book.style
    rows = [_row(each, style) for each in portfolio.towns]
    plain = [column_look(each.kind, style) for each in _COLUMNS]
    plain[_SLACK] = plain[_SLACK]._replace(number=change_format(style))
    for place in _RATES:
        plain[place] = plain[place]._replace(number=RATE)
    put_list(
        book, portfolio, NAME, _COLUMNS, rows, looks=[plain] * len(rows), first_column=4
    )


def _row(row: Ranked, style: Style) -> list[Value]:
    town, figures = row.town, town_figures(row)
    return [
        row.rank,
        prefecture_name(prefecture_of(town.code)).into(style),
        town.code,
        town_name(town).into(style),
        town.population,
        some_number(row.lost),
        some_number(row.late),
        some_number(row.days_late),
        figures.slack,
        some_number(row.uncovered),
        some_number(row.gap_days),
        some_number(row.errors),
        some_number(figures.warnings),
        some_number(figures.designated),
        rate_cell(figures.step_rate),
        rate_cell(figures.work_rate),
        town.place,
    ]
