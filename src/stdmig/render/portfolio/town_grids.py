"""Municipalities, prefectures and systems with their figures (団体・業務の表)."""

from __future__ import annotations

from stdmig.outlook.portfolio.portfolio import Portfolio, Ranked, Totals
from stdmig.outlook.portfolio.titles import town_title
from stdmig.outlook.portfolio.totals import step_rate, work_rate
from stdmig.render.towns.figures import numbers, percent, work_percent
from stdmig.render.towns.grid import Grid, GridRow, more_rows
from stdmig.render.towns.names import prefecture_name, system_name
from stdmig.render.towns.states import STATES
from stdmig.words import Readable, Text, text

LOST, SHORTEN, FITS = text("lost"), text("shorten"), text("fits")
"""Heads of narrow columns: overdue or impossible; late; fits. See `LEGEND`."""

UNCOVERED = text("gaps")

LEGEND = text(
    "lost: {overdue}, or {impossible} with the shortest durations; shorten: {late};"
    " fits: {fits} with the longest durations; gaps: systems whose contracts end before"
    " the cutover; official rate: of the ministry's steps, no share of the work",
    **{key: each.label for key, each in STATES.items()},
)
"""What the columns mean, in the words that every other output has for it."""


def town_grid(portfolio: Portfolio, top: int) -> Grid:
    """Return the municipalities in the order of their risk."""
    rows = portfolio.towns[:top]
    left = len(portfolio.towns) - len(rows)
    return Grid(
        text("Municipalities, the worst first"),
        text("Municipality name"),
        (
            LOST,
            SHORTEN,
            text("days late"),
            UNCOVERED,
            text("gap days"),
            text("designated"),
            text("official rate"),
            text("work rate"),
            text("errors"),
            text("systems"),
            text("code"),
            text("workspace"),
        ),
        [_town_row(row) for row in rows],
        more_rows(left),
    )


def prefecture_grid(portfolio: Portfolio) -> Grid:
    """Return the prefectures with the sum of all; no rows where there is but one."""
    found = portfolio.prefectures
    every: list[tuple[Readable, Totals]] = [
        (prefecture_name(each.code), each.totals) for each in found
    ]
    every.append((text("All"), portfolio.total))
    columns: tuple[Text, ...] = (text("towns"), *_TOTALS)
    cells = [(str(totals.towns), *_total_cells(totals)) for _, totals in every]
    paints: tuple[str, ...] = ("", *_PAINTS)
    if portfolio.broken:
        # Nobody may take the figures for those of all: it comes before them.
        columns = (columns[0], text("unreadable"), *_TOTALS)
        broken = [numbers([totals.broken]) for _, totals in every]
        cells = [
            (known[0], *lacking, *known[1:])
            for known, lacking in zip(cells, broken, strict=True)
        ]
        paints = ("", "bold red", *_PAINTS)
    rows = [
        GridRow(label, known, paints)
        for (label, _), known in zip(every, cells, strict=True)
    ]
    title = text("Prefectures")
    return Grid(title, text("Prefecture"), columns, rows if len(found) > 1 else [])


def system_grid(portfolio: Portfolio) -> Grid:
    """Return the systems in the order of the law."""
    rows = [_system_row(each.id, each.totals) for each in portfolio.systems]
    return Grid(text("By system"), text("System"), (text("apply"), *_TOTALS), rows)


_TOTALS = (
    LOST,
    SHORTEN,
    FITS,
    text("live"),
    UNCOVERED,
    text("designated"),
    text("official rate"),
    text("errors"),
)


def _town_row(row: Ranked) -> GridRow:
    town = row.town
    cells = (
        *numbers(
            (
                row.lost,
                row.late,
                row.days_late,
                row.uncovered,
                row.gap_days,
                sum(system.designated for system in town.systems),
            )
        ),
        percent(step_rate(town)),
        work_percent(work_rate(town)),
        *numbers((row.errors,)),
        str(sum(system.state != "absent" for system in town.systems)),
        town.code or "",
        town.place,
    )
    paints = ("bold red", "yellow", "", "bold red")
    label = text("{rank}. {name}", rank=row.rank, name=town_title(town))
    return GridRow(label, cells, paints)


def _system_row(id_: str, totals: Totals) -> GridRow:
    cells = (str(totals.systems), *_total_cells(totals))
    return GridRow(system_name(id_), cells, ("", *_PAINTS))


_PAINTS = ("bold red", "yellow", "green", "green", "bold red")


def _total_cells(totals: Totals) -> tuple[str, ...]:
    states = totals.states
    return (
        *numbers(
            (
                states["overdue"] + states["impossible"],
                states["late"],
                states["fits"],
                states["live"],
                totals.uncovered,
                totals.designated,
            )
        ),
        # Where no system applies all steps count as not applicable: no achievement.
        percent(totals.step_rate if totals.systems else None),
        *numbers((totals.errors,)),
    )
