"""How much each section has to do, month by month (担当課別の作業量)."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from stdmig.dates import fiscal_year, shown_fiscal_year
from stdmig.outlook import Month, Workload
from stdmig.render.html.facets import Facets
from stdmig.render.html.pen import Pen
from stdmig.words import text

_STEPS = 5


class Cell(NamedTuple):
    """A month: the number of tasks, and how dark it is (0 to 5)."""

    tasks: int
    heat: int
    opens_year: bool


class Section(NamedTuple):
    """A section with its months."""

    units: str
    name: Markup
    peak: int
    cells: tuple[Cell, ...]


class Load(NamedTuple):
    """
    The table.

    Attributes
    ----------
    years
        Fiscal years with the number of their months that are shown.
    months
        Number of each month, and whether it opens a fiscal year.
    """

    years: tuple[tuple[Markup, int], ...]
    months: tuple[tuple[int, bool], ...]
    sections: tuple[Section, ...]


def load(loads: tuple[Workload, ...], facets: Facets, pen: Pen) -> Load | None:
    """Return the load of the sections over their months, None where nobody has any."""
    busy = [month for each in loads for month in each.tasks]
    if not busy:
        return None
    months = _between(min(busy), max(busy))
    most = max(each.peak for each in loads)
    return Load(
        tuple(
            (pen(shown_fiscal_year(year)), len(list(own)))
            for year, own in groupby(months, key=_year)
        ),
        tuple((month, month == 4) for _, month in months),
        tuple(_section(each, months, most, facets, pen) for each in loads),
    )


def _between(first: Month, last: Month) -> list[Month]:
    span = range(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1])
    return [(number // 12, number % 12 + 1) for number in span]


def _year(month: Month) -> int:
    return fiscal_year(date(*month, 1))


def _section(
    each: Workload, months: list[Month], most: int, facets: Facets, pen: Pen
) -> Section:
    name = text("No section is recorded") if each.section is None else each.section
    return Section(
        facets.of_section(each.section),
        pen(name),
        each.peak,
        tuple(
            Cell(tasks, -(-tasks * _STEPS // most), month[1] == 4)
            for month in months
            for tasks in (each.tasks.get(month, 0),)
        ),
    )
