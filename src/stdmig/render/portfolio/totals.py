"""Where all stand: states, prefectures, systems (合計・都道府県別・業務別)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from stdmig.outlook.portfolio.portfolio import Portfolio, Totals
from stdmig.render.html.pen import Pen
from stdmig.render.portfolio.share_bar import share_bar
from stdmig.render.towns.figures import percent, work_percent
from stdmig.render.towns.names import prefecture_name, system_name
from stdmig.render.towns.states import STATES
from stdmig.words import count, text


class State(NamedTuple):
    """A state with its systems: for the legend of the bar."""

    number: int
    sign: str
    label: Markup
    about: Markup
    systems: str
    share: str


class Tile(NamedTuple):
    """A figure that stands out, and what it means."""

    name: Markup
    figure: str
    note: Markup


class Row(NamedTuple):
    """A prefecture or a system with its figures."""

    key: str
    name: Markup
    towns: str
    systems: str
    bar: Markup
    states: tuple[str, ...]
    designated: str
    uncovered: str
    steps: str
    work: str


def states(totals: Totals, pen: Pen) -> tuple[State, ...]:
    """Return the states, the worst first; those that do not apply have no share."""
    return tuple(
        State(
            place,
            shown.sign,
            pen(shown.label),
            pen(shown.about),
            f"{totals.states.get(state, 0):,}",
            ""
            if state == "absent" or not totals.systems
            else percent(totals.states.get(state, 0) / totals.systems),
        )
        for place, (state, shown) in enumerate(STATES.items())
    )


def tiles(totals: Totals, pen: Pen) -> Iterator[Tile]:
    """Yield the figures that stand out."""
    where = count(
        "in {n} municipality", "in {n} municipalities", totals.designated_towns
    )
    designated = text("Designated systems")
    yield Tile(pen(designated), f"{totals.designated:,}", pen(where))
    yield Tile(
        pen(text("Systems with a contract gap")),
        f"{totals.uncovered:,}",
        pen(text("contracts end before the cutover")),
    )
    warnings = count("{n} warning", "{n} warnings", totals.warnings)
    yield Tile(pen(text("Errors")), f"{totals.errors:,}", pen(warnings))
    unknown = pen(text("not recorded"))
    yield Tile(
        pen(text("Official step rate")),
        percent(totals.step_rate) or "-",
        unknown if totals.step_rate is None else pen(text("not a rate of work")),
    )
    yield Tile(
        pen(text("Work rate")),
        work_percent(totals.work_rate) or "-",
        unknown if totals.work_rate is None else pen(text("weighed by months")),
    )


def prefectures(portfolio: Portfolio, pen: Pen) -> tuple[Row, ...]:
    """Return a row for each prefecture."""
    return tuple(
        _row(each.code or "0", pen(prefecture_name(each.code)), each.totals, pen)
        for each in portfolio.prefectures
    )


def systems(portfolio: Portfolio, pen: Pen) -> tuple[Row, ...]:
    """Return a row for each system."""
    return tuple(
        _row("", pen(system_name(each.id)), each.totals, pen)
        for each in portfolio.systems
    )


def _row(key: str, name: Markup, totals: Totals, pen: Pen) -> Row:
    return Row(
        key,
        name,
        f"{totals.towns:,}",
        f"{totals.systems:,}",
        share_bar(totals, pen.style) if totals.systems else Markup(""),
        tuple(
            f"{totals.states.get(state, 0):,}" for state in STATES if state != "absent"
        ),
        f"{totals.designated:,}",
        f"{totals.uncovered:,}",
        # Where no system applies all steps count as not applicable: no achievement.
        percent(totals.step_rate if totals.systems else None),
        work_percent(totals.work_rate if totals.systems else None),
    )
