"""What a slip comes to, by municipality, prefecture and package (遅れの影響の表)."""

from __future__ import annotations

from stdmig.outlook.slip.rollup import SlipReport
from stdmig.outlook.slip.totals import SlipTotals, totals
from stdmig.render.slip.lost_grids import contract_grid, system_grid, window_grid
from stdmig.render.slip.names import (
    package_name,
    town_name,
)
from stdmig.render.towns.figures import numbers
from stdmig.render.towns.grid import Grid, GridRow, more_rows
from stdmig.render.towns.names import prefecture_name
from stdmig.words import Style, text

_BAD = "bold red"
LOST, GONE, MISSED = text("cutovers"), text("for good"), text("deadlines")
"""Cutovers less safe than before; those that no durations keep; such deadlines."""


def grids(report: SlipReport, style: Style, top: int) -> tuple[Grid, ...]:
    """Return all tables, the municipalities first; `top` rows of what can be long."""
    return (
        _towns(report, top),
        _prefectures(report),
        _packages(report, top),
        system_grid(report, style, top),
        contract_grid(report, style, top),
        window_grid(report, style, top),
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
        more_rows(len(report.towns) - top),
    )


def _prefectures(report: SlipReport) -> Grid:
    found = report.prefectures
    rows = [
        GridRow(prefecture_name(each.code), _with_towns(each.totals)) for each in found
    ]
    rows.append(GridRow(text("All"), _with_towns(report.total)))
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
            numbers(
                (each.towns, each.systems, each.lost, each.out_of_reach, each.missed)
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
        more_rows(len(report.packages) - top),
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


def _with_towns(of: SlipTotals) -> tuple[str, ...]:
    return f"{of.towns:,}", *_figures(of)


def _figures(of: SlipTotals) -> tuple[str, ...]:
    return numbers(
        (
            of.lost,
            of.out_of_reach,
            of.worst_days,
            of.missed,
            of.contracts,
            of.windows,
            of.gap_days,
            of.systems,
        )
    )
