"""The loads month by month, for people and for charts (月別の作業量)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from stdmig.dates import shown_month
from stdmig.levelling.levelled import Series
from stdmig.outlook.levelling import (
    month_at,
    peak,
    used_months,
    worker_title,
)
from stdmig.render.level.page import LevelPage, town_name, whose
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.look import CELL, Look
from stdmig.render.workbook.number_formats import count_format
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.table import Column, Table, put_table
from stdmig.words import Text, text

LOADS = text("Loads")
BEFORE, AFTER, LIMIT = text("Load before"), text("Load after"), text("Capacity")
HEAD, WHO = 4, 1
"""Columns before the months (municipality, who, which row, peak), and the second."""

_QUIET_ZERO = ';;""'
"""A month without work stays empty, so that the others stand out."""


class LoadRow(NamedTuple):
    """
    Where the figures of a worker stand.

    Attributes
    ----------
    row
        That of the loads before; those after stand below, then the limit.
    """

    series: Series
    row: int
    is_lead: bool
    is_shared: bool

    @property
    def is_picked(self) -> bool:
        """Return whether it is drawn where there are several municipalities."""
        return self.is_lead or self.is_shared


class LoadTable(NamedTuple):
    """
    The sheet of the loads, for charts to refer to.

    Attributes
    ----------
    head
        Row of the headings.
    last
        Last column.
    """

    name: str
    head: int
    last: int
    rows: tuple[LoadRow, ...]


def put_loads(book: Book, page: LevelPage) -> LoadTable:
    """Write the sheet: per worker a row before, one after, and the limit."""
    sheet, style, levelled = book.sheet(LOADS), book.style, page.levelled
    listed = [*_listed(page)]
    every = [series for _, series, _, _ in listed]
    months = used_months(every)
    note = text("People or parallel tasks in each month")
    top = put_head(sheet, whose(page), LOADS, note)
    days = [month_at(levelled, at) for at in months]
    columns = [
        Column(text("Municipality"), most=20),
        Column(text("Who"), most=30),
        Column(text("Row"), "word"),
        Column(text("Peak"), "number"),
        *(Column(_month(day), "number") for day in days),
    ]
    rows: list[list[Value]] = []
    looks: list[list[Look]] = []
    found = []
    for town, series, is_lead, is_shared in listed:
        title = worker_title(series.worker).into(style)
        found.append(LoadRow(series, top + 1 + len(rows), is_lead, is_shared))
        for name, loads in _phases(series):
            own = [loads[at] for at in months]
            cells: list[Value] = [town.into(style), title, name.into(style), _peak(own)]
            rows.append([*cells, *own])
            looks.append(_looks(own))
    last = put_table(sheet, top, Table(columns, rows, looks))
    set_paper(sheet, (whose(page), LOADS, None), head=top, last=last, first_column=HEAD)
    return LoadTable(LOADS.into(style), top, last[1], tuple(found))


def _listed(page: LevelPage) -> Iterator[tuple[Text, Series, bool, bool]]:
    levelled = page.levelled
    for town in levelled.towns:
        for place, each in enumerate(town.series):
            if place == 0 or any(each.before + each.after):
                yield town_name(town), each, place == 0, False
    for each in levelled.shared:
        yield text("all"), each, False, True


def _phases(each: Series) -> Iterator[tuple[Text, tuple[Decimal | None, ...]]]:
    yield BEFORE, each.before
    yield AFTER, each.after
    if each.capacity is not None:
        yield LIMIT, each.capacity


def _month(day: date) -> Text:
    return text("{name}", name=shown_month(day))


def _peak(loads: list[Decimal | None]) -> Decimal:
    return peak(load for load in loads if load is not None)


def _looks(loads: list[Decimal | None]) -> list[Look]:
    number = CELL._replace(align="right", wrap=False)
    word = CELL._replace(align="center")
    figures = [_peak(loads), *loads]
    return [
        CELL,
        CELL,
        word,
        *(number._replace(number=_format(each)) for each in figures),
    ]


def _format(load: Decimal | None) -> str:
    return count_format(load) + _QUIET_ZERO if not load else count_format(load)
