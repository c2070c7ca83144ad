"""Municipalities, systems, contracts and windows of a slip (遅れの影響の表)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from stdmig.dates import padded, shown_fiscal_year
from stdmig.outlook.portfolio.town import Day
from stdmig.outlook.slip.rollup import SlipReport, SlipTotals, totals
from stdmig.outlook.slip.town import SystemSlip, TownSlip, WindowSlip
from stdmig.render.portfolio.grid import Grid, GridRow
from stdmig.render.slip.names import (
    WINDOWS,
    day_of,
    package_name,
    prefecture_name,
    system_name,
    town_name,
    window_name,
    window_state,
)
from stdmig.words import Name, Readable, Style, Text, count, text

_BAD = "bold red"
LOST, GONE, MISSED = text("cutovers"), text("for good"), text("deadlines")
"""Cutovers less safe than before; those that no durations keep; such deadlines."""


def grids(report: SlipReport, style: Style, top: int) -> tuple[Grid, ...]:
    """Return all tables, the municipalities first; `top` rows of what can be long."""
    return (
        _towns(report, top),
        _prefectures(report),
        _packages(report, top),
        _systems(report, style, top),
        _contracts(report, style, top),
        _windows(report, style, top),
    )


def _towns(report: SlipReport, top: int) -> Grid:
    rows = [
        GridRow(
            town_name(town),
            (*_figures(totals([town])), town.code or "", town.place),
            ("", _BAD, "", _BAD, "", _BAD),
        )
        for town in report.towns[:top]
    ]
    columns = (*_COLUMNS, text("code"), text("workspace"))
    return Grid(
        text("What municipalities lose, the worst first"),
        text("Municipality"),
        columns,
        rows,
        _left(len(report.towns), top),
    )


def _prefectures(report: SlipReport) -> Grid:
    found = report.prefectures
    rows = [
        GridRow(
            prefecture_name(each.code), (str(each.totals.towns), *_figures(each.totals))
        )
        for each in found
    ]
    rows.append(
        GridRow(text("All"), (str(report.total.towns), *_figures(report.total)))
    )
    return Grid(
        text("What is lost by prefecture"),
        text("Prefecture"),
        (text("towns"), *_COLUMNS),
        rows if len(found) > 1 else [],
    )


def _packages(report: SlipReport, top: int) -> Grid:
    rows = [
        GridRow(
            package_name(each.package),
            tuple(
                map(
                    _number,
                    (
                        each.towns,
                        each.systems,
                        each.lost,
                        each.out_of_reach,
                        each.missed,
                    ),
                )
            ),
        )
        for each in report.packages[:top]
    ]
    columns = text("towns"), text("systems"), LOST, GONE, MISSED
    return Grid(
        text("What is lost by package"),
        text("Package"),
        columns,
        rows,
        _left(len(report.packages), top),
    )


def _systems(report: SlipReport, style: Style, top: int) -> Grid:
    lost = [
        (town, each) for town in report.towns for each in town.systems if each.is_lost
    ]
    rows = [
        GridRow(
            _whose(town, system_name(each)),
            (
                _day(each.cutover, style),
                _day(each.forecast, style),
                str(each.days_late),
                _day(each.earliest, style),
                _day(each.deadline, style),
            ),
            ("", "", "", _BAD if each.is_out_of_reach else "yellow"),
            tuple(_remarks(each)),
        )
        for town, each in lost[:top]
    ]
    return Grid(
        text("Systems that lose their cutover"),
        text("System"),
        (
            text("planned"),
            text("forecast"),
            text("days late"),
            text("shortest"),
            text("deadline"),
        ),
        rows,
        _left(len(lost), top),
    )


def _contracts(report: SlipReport, style: Style, top: int) -> Grid:
    found = [(town, each) for town in report.towns for each in town.contracts]
    rows = [
        GridRow(
            _whose(town, Name(each.name)),
            (
                str(each.added),
                str(each.gap_days),
                _day(each.ends, style),
                _day(each.needed_to, style),
            ),
            (_BAD,),
            (text("to be renewed for each year"),) if each.single_year else (),
        )
        for town, each in found[:top]
    ]
    return Grid(
        text("Contracts that lose cover"),
        text("Contract"),
        (text("more days"), text("gap days"), text("ends"), text("needed to")),
        rows,
        _left(len(found), top),
    )


def _windows(report: SlipReport, style: Style, top: int) -> Grid:
    found = [(town, each) for town in report.towns for each in town.windows]
    found.sort(key=lambda pair: (not pair[1].is_lost, pair[1].by))
    rows = [
        GridRow(
            _whose(town, window_name(each)),
            (
                WINDOWS[each.kind].into(style),
                shown_fiscal_year(each.fiscal_year).into(style),
                _day(each.by, style),
                window_state(each).into(style),
            ),
            ("", "", "", _BAD if each.is_lost else ""),
            tuple(_next_way(each)),
        )
        for town, each in islice(found, top)
    ]
    return Grid(
        text("Money to ask for because of the slip"),
        text("Contract or procurement"),
        (text("what for"), text("money of"), text("until"), text("state")),
        rows,
        _left(len(found), top),
    )


_COLUMNS = (
    LOST,
    GONE,
    text("days"),
    MISSED,
    text("contracts"),
    text("windows"),
    text("gap days"),
    text("systems"),
)


def _figures(of: SlipTotals) -> tuple[str, ...]:
    numbers = (
        of.lost,
        of.out_of_reach,
        of.worst_days,
        of.missed,
        of.contracts,
        of.windows,
        of.gap_days,
        of.systems,
    )
    return tuple(map(_number, numbers))


def _number(number: int) -> str:
    return f"{number:,}" if number else "-"


def _remarks(system: SystemSlip) -> Iterable[Text]:
    """Yield what else is to be known of a lost cutover."""
    if system.misses_deadline:
        yield (
            text("the deadline of the designated system is lost as well")
            if system.designated
            else text("the deadline is lost as well; not designated yet")
        )
    elif system.endangers_deadline:
        yield text("the deadline is kept with shorter durations alone")
    if system.switching:
        yield text("the vendor is to be left")
    if not system.works:
        yield text("another system holds it up")


def _next_way(window: WindowSlip) -> Iterable[Text]:
    if window.kind == "request":
        yield text("to keep the planned cutover with the longest durations")
    elif window.is_lost and window.next_by is None:
        yield text("no supplementary budget for it is known")
    elif window.next_by is not None:
        yield text(
            "a supplementary budget can be asked for until {day}",
            day=padded(day_of(window.next_by)),
        )


def _whose(town: TownSlip, what: Readable) -> Text:
    return text("{town}: {what}", town=town_name(town), what=what)


def _day(ordinal: Day, style: Style) -> str:
    return padded(day_of(ordinal)).into(style)


def _left(number: int, top: int) -> Text | None:
    left = number - top
    if left <= 0:
        return None
    return count("and {n} more (--top)", "and {n} more (--top)", left)
