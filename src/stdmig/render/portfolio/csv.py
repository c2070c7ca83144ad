"""Municipalities and their systems as a table (団体別・業務別の一覧)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.inventory.prefectures import prefecture_of
from stdmig.outlook.portfolio.portfolio import Broken, Portfolio, Ranked
from stdmig.outlook.portfolio.titles import town_title
from stdmig.outlook.portfolio.town import TownSystem
from stdmig.render.csv_table import Encoding, Unwritable, table
from stdmig.render.one_line import one_line
from stdmig.render.towns.names import prefecture_name, system_name
from stdmig.render.towns.states import STATES
from stdmig.render.towns.values_json import iso_day
from stdmig.words import Style, Text, text

_HEADINGS: tuple[Text, ...] = (
    text("Workspace"),
    text("Municipality code"),
    text("Prefecture"),
    text("Municipality name"),
    text("Rank"),
    text("System id"),
    text("System"),
    text("State"),
    text("Planned cutover"),
    text("Deadline"),
    text("Cutover with the longest durations"),
    text("Cutover with the shortest durations"),
    text("Float (days)"),
    text("Contract gap (days)"),
    text("Designated (1: yes)"),
    text("Reason (1 to 4)"),
    text("Planned completion"),
    text("Steps done"),
    text("Steps in progress"),
    text("Steps not applicable"),
    text("Steps in all"),
    text("Errors"),
    text("Warnings"),
    text("Vendors"),
    text("Packages"),
    text("Fault"),
)

Cells = list[object]


def portfolio_csv(
    portfolio: Portfolio, style: Style, encoding: Encoding
) -> tuple[bytes, list[Unwritable]]:
    """
    Return a row per system of each municipality, in the order of the ranks.

    Dates are in ISO 8601. A workspace that cannot be read has one row, with its first
    fault.
    """
    header = [heading.into(style) for heading in _HEADINGS]
    rows = [*_towns(portfolio, style), *_broken(portfolio, style)]
    return table(header, rows, encoding)


def _towns(portfolio: Portfolio, style: Style) -> Iterator[Cells]:
    states = {key: each.label.into(style) for key, each in STATES.items()}
    names: dict[str, str] = {}
    for row in portfolio.towns:
        head = _head(row, style)
        for system in row.town.systems:
            name = names.get(system.id)
            if name is None:
                name = names[system.id] = system_name(system.id).into(style)
            yield [*head, system.id, name, states[system.state], *_figures(system)]


def _head(row: Ranked, style: Style) -> Cells:
    code = row.town.code
    prefecture = prefecture_of(code)
    return [
        one_line(row.town.place),
        code,
        prefecture and prefecture_name(prefecture).into(style),
        one_line(town_title(row.town).into(style)),
        row.rank,
    ]


def _figures(system: TownSystem) -> Cells:
    counted = (system.done, system.started, system.not_applicable, system.steps)
    return [
        iso_day(system.cutover),
        iso_day(system.deadline),
        iso_day(system.early),
        iso_day(system.earliest),
        system.float_days,
        system.gap_days,
        int(system.designated),
        system.reason,
        iso_day(system.completion),
        # Nothing recorded is not the same as nothing done.
        *(counted if system.steps else (None,) * 4),
        system.errors,
        system.warnings,
        " / ".join(map(one_line, system.vendors)),
        " / ".join(map(one_line, system.packages)),
        None,
    ]


def _broken(portfolio: Portfolio, style: Style) -> Iterator[Cells]:
    state = text("cannot be read").into(style)
    for each in portfolio.broken:
        prefecture = prefecture_of(each.code)
        yield [
            one_line(each.place),
            each.code,
            prefecture and prefecture_name(prefecture).into(style),
            each.name and one_line(each.name),
            *[None] * 3,
            state,
            *[None] * 17,
            _fault(each, style),
        ]


def _fault(broken: Broken, style: Style) -> str | None:
    if not broken.faults:
        return None
    first = broken.faults[0]
    return one_line(f"{first.location} {first.code} {first.message.into(style)}")
