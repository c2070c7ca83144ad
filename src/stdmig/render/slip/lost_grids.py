"""Systems, contracts and windows of budgets that a slip concerns (遅れの影響の明細)."""

from __future__ import annotations

from collections.abc import Iterable

from stdmig.dates import padded, shown_fiscal_year
from stdmig.outlook.portfolio.town import Day
from stdmig.outlook.slip.rollup import SlipReport
from stdmig.outlook.slip.town import SystemSlip, TownSlip, WindowSlip
from stdmig.render.slip.names import (
    WINDOWS,
    day_of,
    town_name,
    window_name,
    window_state,
)
from stdmig.render.towns.grid import Grid, GridRow, more_rows
from stdmig.render.towns.names import system_name
from stdmig.words import Name, Readable, Style, Text, text

_BAD = "bold red"


def system_grid(report: SlipReport, style: Style, top: int) -> Grid:
    """Return the systems that lose their cutover."""
    lost = [
        (town, each) for town in report.towns for each in town.systems if each.is_lost
    ]
    rows = [
        GridRow(
            _whose(town, system_name(each.id)),
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
        more_rows(len(lost) - top),
    )


def contract_grid(report: SlipReport, style: Style, top: int) -> Grid:
    """Return the contracts that leave more days uncovered."""
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
        more_rows(len(found) - top),
    )


def window_grid(report: SlipReport, style: Style, top: int) -> Grid:
    """Return the money to ask for, what is closed already first."""
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
        for town, each in found[:top]
    ]
    return Grid(
        text("Money to ask for because of the slip"),
        text("Contract or procurement"),
        (text("what for"), text("money of"), text("until"), text("state")),
        rows,
        more_rows(len(found) - top),
    )


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
