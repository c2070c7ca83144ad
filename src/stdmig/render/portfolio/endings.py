"""Contracts that end, by vendor and fiscal year (事業者別の契約満了)."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from markupsafe import Markup

from stdmig.dates import fiscal_year, shown_fiscal_year
from stdmig.outlook.portfolio.month_number import first_day
from stdmig.outlook.portfolio.portfolio import Ending, Portfolio
from stdmig.outlook.portfolio.town import Day
from stdmig.render.html.pen import Pen
from stdmig.render.towns.figures import day
from stdmig.words import text

NOBODY = text("Vendor not recorded")


class Row(NamedTuple):
    """A vendor: its contracts by year, each with those that leave days uncovered."""

    name: Markup
    contracts: str
    gaps: str
    next_end: Markup
    years: tuple[tuple[int, int], ...]


class Endings(NamedTuple):
    """The table; `years` are its columns."""

    years: tuple[Markup, ...]
    rows: tuple[Row, ...]


def endings(portfolio: Portfolio, pen: Pen) -> Endings | None:
    """Return the vendors, those with the most contracts first; None without any."""
    years = sorted({_year(each) for each in portfolio.endings})
    known: defaultdict[str | None, list[Ending]] = defaultdict(list)
    for each in portfolio.endings:
        known[each.vendor].append(each)
    if not known:
        return None
    rows = [_row(vendor, own, years, pen) for vendor, own in known.items()]
    rows.sort(key=lambda row: -int(row.contracts.replace(",", "")))
    return Endings(tuple(pen(shown_fiscal_year(year)) for year in years), tuple(rows))


def _year(ending: Ending) -> int:
    return fiscal_year(first_day(ending.month))


def _row(vendor: str | None, own: list[Ending], years: list[int], pen: Pen) -> Row:
    contracts, gaps = Counter[int](), Counter[int]()
    for each in own:
        contracts[_year(each)] += len(each.contracts)
        gaps[_year(each)] += sum(row[3] > 0 for row in each.contracts)
    return Row(
        pen(NOBODY if vendor is None else vendor),
        f"{contracts.total():,}",
        f"{gaps.total():,}" if gaps.total() else "",
        pen(day(_next(own), pen.style)),
        tuple((contracts[year], gaps[year]) for year in years),
    )


def _next(own: list[Ending]) -> Day:
    return min(last for each in own for _, _, last, _ in each.contracts)
