"""What the page's script draws from, as one compact block (埋込みデータ)."""

from __future__ import annotations

import json
from collections.abc import Hashable
from typing import Any

from markupsafe import Markup

from stdmig.inventory.prefectures import prefecture_of
from stdmig.outlook.portfolio.portfolio import Portfolio, Ranked
from stdmig.outlook.portfolio.town import Day, TownSystem
from stdmig.render.one_line import one_line
from stdmig.render.portfolio.labels import SCRIPT
from stdmig.render.portfolio.matrix_columns import columns
from stdmig.render.portfolio.names import town_name
from stdmig.render.portfolio.town_figures import by_id, town_figures
from stdmig.render.towns.figures import day, percent, work_percent
from stdmig.render.towns.names import prefecture_name, system_name
from stdmig.render.towns.states import STATES, number_of
from stdmig.words import Style, in_style

# Inside a script element nothing is escaped as elsewhere on a page: what could end it,
# or open a comment in it, is written as JSON may write any character.
_UNSAFE = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
)

_NOT_LISTED = "."
"""Stands in a town's states where it does not list a system."""


def data_block(portfolio: Portfolio, style: Style) -> Markup:
    """
    Return the towns as JSON that may stand inside a ``script`` element.

    What many towns have in common stands once, in tables that others point into by
    number: 34,820 systems take about a megabyte.
    """
    told = json.dumps(
        _document(portfolio, style), ensure_ascii=False, separators=(",", ":")
    )
    return Markup(told.translate(_UNSAFE))


class _Pool:
    """Different values, each with a number of its own."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}

    def number(self, value: Hashable) -> int:
        return self._numbers.setdefault(value, len(self._numbers))

    def values(self) -> list[Any]:
        return list(self._numbers)


class _Writer:
    """Turns towns into rows while it fills the tables that they point into."""

    def __init__(self, portfolio: Portfolio, style: Style) -> None:
        self.style, self.columns = style, columns(portfolio)
        self.days, self.vendors = _Pool(), _Pool()
        self.plans, self.steps, self.makers = _Pool(), _Pool(), _Pool()

    def words(self, words: object) -> str:
        return one_line(in_style(words, self.style))

    def town(self, row: Ranked) -> list[Any]:
        town, figures, systems = row.town, town_figures(row), by_id(row)
        name = self.words(town_name(town))
        other = one_line(town.name)
        places = [systems.pop(id_, None) for id_ in self.columns]
        return [
            name,
            other if other != name else 0,
            town.code or 0,
            prefecture_of(town.code) or 0,
            town.population,
            row.rank,
            row.lost,
            row.late,
            row.days_late,
            row.uncovered,
            row.gap_days,
            row.errors,
            figures.warnings,
            figures.slack,
            figures.designated,
            percent(figures.step_rate),
            work_percent(figures.work_rate),
            one_line(town.place),
            "".join(
                _NOT_LISTED if each is None else str(number_of(each.state))
                for each in places
            ),
            *self._systems(places),
            [self._other(each) for each in systems.values()],
        ]

    def _systems(self, places: list[TownSystem | None]) -> list[list[int]]:
        known = [each for each in places if each is not None]
        return [
            [self.plan(each) for each in known],
            [self.step(each) for each in known],
            [self.maker(each) for each in known],
        ]

    def _other(self, each: TownSystem) -> list[Any]:
        parts = self.plan(each), self.step(each), self.maker(each)
        return [self.words(each.id), number_of(each.state), *parts]

    def plan(self, each: TownSystem) -> int:
        """Return where cutover, deadline, float, gap and designation stand."""
        return self.plans.number(
            (
                self.day(each.cutover),
                self.day(each.deadline),
                each.float_days,
                each.gap_days,
                int(each.designated),
                each.reason,
                self.day(each.completion),
            )
        )

    def step(self, each: TownSystem) -> int:
        return self.steps.number(
            (each.done, each.started, each.not_applicable, each.steps)
        )

    def maker(self, each: TownSystem) -> int:
        vendors = tuple(self.vendors.number(one_line(name)) for name in each.vendors)
        return self.makers.number((vendors, tuple(map(one_line, each.packages))))

    def day(self, ordinal: Day | None) -> int | None:
        return None if ordinal is None else self.days.number(ordinal)


def _document(portfolio: Portfolio, style: Style) -> dict[str, Any]:
    writer = _Writer(portfolio, style)
    towns = [writer.town(row) for row in portfolio.towns]
    codes = {prefecture_of(row.town.code) for row in portfolio.towns}
    ordered = sorted(codes, key=lambda code: code or "~")
    return {
        "towns": towns,
        "systems": [writer.words(system_name(id_)) for id_ in writer.columns],
        "prefectures": [
            [code or 0, writer.words(prefecture_name(code))] for code in ordered
        ],
        "states": [
            [each.sign, writer.words(each.label), key] for key, each in STATES.items()
        ],
        "days": [day(ordinal, style) for ordinal in writer.days.values()],
        "vendors": writer.vendors.values(),
        "plans": writer.plans.values(),
        "steps": writer.steps.values(),
        "makers": writer.makers.values(),
        "words": {
            **{key: writer.words(told) for key, told in SCRIPT.items()},
            "comma": "、" if style.language == "ja" else ", ",
        },
    }
