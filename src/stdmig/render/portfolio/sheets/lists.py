"""Contracts, days, joint procurements, findings, broken workspaces (一覧のシート)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.outlook.portfolio.statements import about_due
from stdmig.render.portfolio.endings import NOBODY
from stdmig.render.portfolio.lists import bought
from stdmig.render.portfolio.names import JOINT_FAULTS, names_by_place
from stdmig.render.portfolio.sheets.cells import day_cell, some_number
from stdmig.render.portfolio.sheets.frame import put_list
from stdmig.render.towns.names import system_name
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.listed import joined
from stdmig.render.workbook.table import Column
from stdmig.rules import RULES
from stdmig.words import Name, Style, text

_TOWN = Column(text("Municipality name"), most=26)
_ENDINGS = (
    Column(text("Vendor"), most=30),
    Column(text("Last day"), "day"),
    _TOWN,
    Column(text("Contract"), most=30),
    Column(text("Gap (days)"), "number"),
)
_DUE = (
    Column(text("Day"), "day"),
    Column(text("What"), most=40),
    Column(text("Municipalities"), "number"),
    Column(text("How many"), "number"),
    Column(text("Municipality name"), most=90),
)
_JOINT = (
    Column(text("Joint procurement"), most=30),
    _TOWN,
    Column(text("Procurement"), most=24),
    Column(text("Systems"), most=44),
    Column(text("To begin by"), "day"),
    Column(text("Contract needed by"), "day"),
    Column(text("Cutover day"), "day"),
    Column(text("Does it fit together?"), most=40),
)
_FINDINGS = (
    Column(text("Code"), "word"),
    Column(text("Severity"), "word"),
    Column(text("Finding"), most=70),
    Column(text("Municipalities"), "number"),
    Column(text("Times"), "number"),
)
_BROKEN = (
    Column(text("Workspace"), most=40),
    _TOWN,
    Column(text("Code"), "word"),
    Column(text("Place"), most=44),
    Column(text("Fault"), most=50),
    Column(text("What to do"), most=50),
)


def put_endings(book: Book, portfolio: Portfolio) -> None:
    """Write a row per contract that ends, the next first."""
    names, nobody = names_by_place(portfolio), NOBODY.into(book.style)
    rows: list[list[Value]] = [
        [
            nobody if ending.vendor is None else ending.vendor,
            day_cell(last),
            names[place].into(book.style),
            contract,
            some_number(gap),
        ]
        for ending in portfolio.endings
        for place, contract, last, gap in ending.contracts
    ]
    put_list(book, portfolio, text("Contracts that end"), _ENDINGS, rows)


def put_due(book: Book, portfolio: Portfolio) -> None:
    """Write a row per day by which somebody must have acted."""
    names, style = names_by_place(portfolio), book.style
    rows: list[list[Value]] = [
        [
            day_cell(each.day),
            about_due(each).into(style),
            len(each.towns),
            each.about,
            joined((names[place].into(style) for place in each.towns), style),
        ]
        for each in portfolio.due
    ]
    put_list(book, portfolio, text("What is due next"), _DUE, rows)


def put_joint(book: Book, portfolio: Portfolio) -> None:
    """Write a row per procurement, then one for each municipality's part."""
    rows = list(_joint(portfolio, book.style))
    put_list(book, portfolio, text("Joint procurements"), _JOINT, rows)


def _joint(portfolio: Portfolio, style: Style) -> Iterator[list[Value]]:
    names = names_by_place(portfolio)

    def systems(ids: tuple[str, ...]) -> str:
        return joined((system_name(id_).into(style) for id_ in ids), style)

    for each in portfolio.joint:
        faults = "\n".join(JOINT_FAULTS[fault].into(style) for fault in each.faults)
        every = text("all").into(style)
        cutover = day_cell(min(part.cutover for part in each.parts))
        # What ends before a day is signed by the day before it.
        days = day_cell(each.start), day_cell(each.finish - 1), cutover
        yield [each.name, every, None, systems(bought(each)), *days, faults]
        for part in each.parts:
            own = part.start, part.finish - 1, part.cutover
            name = names.get(part.place, Name(part.place)).into(style)
            yield [
                *(each.name, name, part.purchase, systems(part.systems)),
                *map(day_cell, own),
                None,
            ]


def put_findings(book: Book, portfolio: Portfolio) -> None:
    """Write a row per rule of the check that found something."""
    known, style = {rule.code: rule for rule in RULES}, book.style
    rows: list[list[Value]] = []
    for code, (towns, times) in portfolio.findings.items():
        rule = known.get(code)
        severity = rule.severity.label.into(style) if rule else None
        title = rule.title.into(style) if rule else None
        rows.append([code, severity, title, towns, times])
    put_list(book, portfolio, text("Findings"), _FINDINGS, rows)


def put_broken(book: Book, portfolio: Portfolio) -> None:
    """Write a row per fault of the workspaces that could not be planned."""
    style = book.style
    rows: list[list[Value]] = [
        [
            each.place,
            each.name,
            fault.code,
            str(fault.location),
            fault.message.into(style),
            fault.help.into(style) if fault.help else None,
        ]
        for each in portfolio.broken
        for fault in each.faults
    ]
    put_list(book, portfolio, text("Workspaces not read"), _BROKEN, rows)
