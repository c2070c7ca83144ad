"""What a vendor's slip does, as sheets of a workbook (遅れの影響の表計算)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdmig.dates import shown
from stdmig.inventory.prefectures import prefecture_of
from stdmig.outlook.slip.rollup import SlipReport
from stdmig.outlook.slip.statements import reckoning, statements
from stdmig.outlook.slip.totals import totals
from stdmig.outlook.slip.town import ContractSlip, SystemSlip, TownSlip, WindowSlip
from stdmig.render.one_line import one_line
from stdmig.render.slip.names import (
    KEPT,
    WINDOWS,
    day_of,
    slip_title,
    town_name,
    window_name,
    window_state,
)
from stdmig.render.towns.names import prefecture_name, system_name
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.listed import joined
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.stated import stated
from stdmig.render.workbook.table import Column, Table, put_table
from stdmig.words import Style, Text, text

_TOWN = (
    Column(text("Municipality code"), "word"),
    Column(text("Prefecture"), "word"),
    Column(text("Municipality"), most=36),
)
_MATTERS = (
    Column(text("Kind"), "word", most=44),
    Column(text("Content"), most=110),
)
_TOWNS = (
    *_TOWN,
    Column(text("Systems"), "number"),
    Column(text("Cutovers lost"), "number"),
    Column(text("Not even with the shortest"), "number"),
    Column(text("Days late"), "number"),
    Column(text("Deadlines lost"), "number"),
    Column(text("Contracts that lose cover"), "number"),
    Column(text("More days without cover"), "number"),
    Column(text("Windows closed"), "number"),
    Column(text("Workspace"), most=40),
)
_SYSTEMS = (
    *_TOWN,
    Column(text("System"), most=30),
    Column(text("Planned cutover"), "day"),
    Column(text("Forecast"), "day"),
    Column(text("Days late"), "number"),
    Column(text("Cutover kept before"), "word", most=24),
    Column(text("Cutover kept after"), "word", most=24),
    Column(text("Cutover with the longest durations"), "day"),
    Column(text("Cutover with the shortest durations"), "day"),
    Column(text("Deadline"), "day"),
    Column(text("Deadline kept after"), "word", most=24),
    Column(text("Designated (1: yes)"), "number"),
    Column(text("Leaves the vendor (1: yes)"), "number"),
    Column(text("Packages"), most=40),
)
_CONTRACTS = (
    *_TOWN,
    Column(text("Contract"), most=40),
    Column(text("Contract ends"), "day"),
    Column(text("Needed to"), "day"),
    Column(text("Contract gap before (days)"), "number"),
    Column(text("Contract gap after (days)"), "number"),
)
_WINDOWS = (
    *_TOWN,
    Column(text("What for"), "word", most=24),
    Column(text("Contract or procurement"), most=40),
    Column(text("Fiscal year"), "number"),
    Column(text("Until"), "day"),
    Column(text("State"), "word"),
    Column(text("Supplementary budget until"), "day"),
)


def put_slip(book: Book, report: SlipReport) -> None:
    """
    Write sheets of what matters, municipalities, systems, contracts and money.

    What is worst comes first.
    """
    style, towns = book.style, report.towns
    matters = [[kind.into(style), told] for kind, told in _matters(report, style)]
    _put(book, report, text("What the slip does"), _MATTERS, matters)
    rows = [_town(each, style) for each in towns]
    _put(book, report, text("Slip by municipality"), _TOWNS, rows)
    rows = [
        [*_head(town, style), *_system(each, style)]
        for town in towns
        for each in town.systems
    ]
    _put(book, report, text("Slip by system"), _SYSTEMS, rows)
    rows = [
        [*_head(town, style), *_contract(each)]
        for town in towns
        for each in town.contracts
    ]
    _put(book, report, text("Slip and contracts"), _CONTRACTS, rows)
    rows = [
        [*_head(town, style), *_window(each, style)]
        for town in towns
        for each in town.windows
    ]
    _put(book, report, text("Slip and budgets"), _WINDOWS, rows)


def _put(
    book: Book,
    report: SlipReport,
    title: Text,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Value]],
) -> None:
    sheet, whose = book.sheet(title), slip_title(report)
    notes = [text("as of {day}", day=shown(report.as_of))]
    top = put_head(sheet, whose, title, *notes)
    last = put_table(sheet, top, Table(columns, rows))
    set_paper(sheet, (whose, title, None), head=top, last=last)


def _matters(report: SlipReport, style: Style) -> Iterator[tuple[Text, str]]:
    yield from stated(statements(report), style)
    total = report.total
    yield text("Municipalities with such work"), f"{total.towns:,}"
    yield text("Municipalities whose such work is over"), f"{report.finished:,}"
    yield text("Municipalities without the vendor"), f"{report.others:,}"
    for words in reckoning(report):
        yield text("How it is reckoned"), one_line(words.into(style))


def _head(town: TownSlip, style: Style) -> list[Value]:
    code = prefecture_of(town.code)
    prefecture = code and prefecture_name(code).into(style)
    return [town.code, prefecture, one_line(town_name(town).into(style))]


def _town(town: TownSlip, style: Style) -> list[Value]:
    of = totals([town])
    return [
        *_head(town, style),
        of.systems,
        of.lost,
        of.out_of_reach,
        of.worst_days,
        of.missed,
        of.contracts,
        of.gap_days,
        of.windows,
        one_line(town.place),
    ]


def _system(system: SystemSlip, style: Style) -> list[Value]:
    return [
        one_line(system_name(system.id).into(style)),
        day_of(system.cutover),
        day_of(system.forecast),
        system.days_late,
        KEPT[system.before].into(style),
        KEPT[system.after].into(style),
        day_of(system.early),
        day_of(system.earliest),
        day_of(system.deadline),
        KEPT[system.deadline_after].into(style),
        int(system.designated),
        int(system.switching),
        joined(map(one_line, system.packages), style) if system.packages else None,
    ]


def _contract(contract: ContractSlip) -> list[Value]:
    return [
        one_line(contract.name),
        day_of(contract.ends),
        day_of(contract.needed_to),
        contract.gap_before,
        contract.gap_days,
    ]


def _window(window: WindowSlip, style: Style) -> list[Value]:
    return [
        WINDOWS[window.kind].into(style),
        one_line(window_name(window).into(style)),
        window.fiscal_year,
        day_of(window.by),
        window_state(window).into(style),
        None if window.next_by is None else day_of(window.next_by),
    ]
