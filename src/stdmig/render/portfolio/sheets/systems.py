"""A row per municipality and system (団体×業務の明細)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.inventory.prefectures import prefecture_of
from stdmig.outlook.portfolio.portfolio import Portfolio, Ranked
from stdmig.outlook.portfolio.town import TownSystem
from stdmig.render.portfolio.names import town_name
from stdmig.render.portfolio.sheets.cells import day_cell, some_number
from stdmig.render.portfolio.sheets.frame import put_list
from stdmig.render.towns.names import prefecture_name, system_name
from stdmig.render.towns.states import STATES
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.number_formats import change_format
from stdmig.render.workbook.table import Column, column_look
from stdmig.words import Style, text

NAME = text("Systems of all")
_COLUMNS = (
    Column(text("Prefecture"), "word"),
    Column(text("Municipality code"), "word"),
    Column(text("Municipality name"), most=26),
    Column(text("System"), most=26),
    Column(text("State"), "word"),
    Column(text("Cutover day"), "day"),
    Column(text("Deadline"), "day"),
    Column(text("Float (days)"), "number"),
    Column(text("Gap (days)"), "number"),
    Column(text("Designated"), "word"),
    Column(text("Reason (1 to 4)"), "word"),
    Column(text("Planned completion"), "day"),
    Column(text("Steps done"), "number"),
    Column(text("Steps in all"), "number"),
    Column(text("Errors"), "number"),
    Column(text("Warnings"), "number"),
    Column(text("Vendor"), most=26),
    Column(text("Package"), most=26),
)
_SLACK = 7


def put_systems(book: Book, portfolio: Portfolio) -> None:
    """Write the sheet; the municipalities stand in the order of their risk."""
    style = book.style
    writer = _Writer(style)
    rows = [cells for row in portfolio.towns for cells in writer.rows(row)]
    plain = [column_look(each.kind, style) for each in _COLUMNS]
    plain[_SLACK] = plain[_SLACK]._replace(number=change_format(style))
    looks = [plain] * len(rows)
    put_list(
        book, portfolio, NAME, _COLUMNS, rows, looks=looks, first_column=4, wide=None
    )


class _Writer:
    """Keeps the words that thousands of rows have in common."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._states = {
            state: f"{shown.sign} {shown.label.into(style)}"
            for state, shown in STATES.items()
        }
        self._systems: dict[str, str] = {}
        self._yes = text("yes").into(style)

    def rows(self, row: Ranked) -> Iterator[list[Value]]:
        town, style = row.town, self._style
        head: list[Value] = [
            prefecture_name(prefecture_of(town.code)).into(style),
            town.code,
            town_name(town).into(style),
        ]
        for each in town.systems:
            yield [*head, self._name(each.id), *self._cells(each)]

    def _name(self, id_: str) -> str:
        known = self._systems.get(id_)
        if known is None:
            known = self._systems[id_] = system_name(id_).into(self._style)
        return known

    def _cells(self, each: TownSystem) -> list[Value]:
        return [
            self._states[each.state],
            day_cell(each.cutover),
            day_cell(each.deadline),
            each.float_days,
            some_number(each.gap_days),
            self._yes if each.designated else None,
            each.reason,
            day_cell(each.completion),
            each.done + each.not_applicable if each.steps else None,
            some_number(each.steps),
            some_number(each.errors),
            some_number(each.warnings),
            "\n".join(each.vendors),
            "\n".join(each.packages),
        ]
