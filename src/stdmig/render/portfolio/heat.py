"""How many systems each vendor works on, month by month (事業者×月)."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from stdmig.dates import fiscal_year, shown_fiscal_year
from stdmig.outlook.portfolio.month_number import MonthNumber, first_day, month_of
from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.outlook.portfolio.vendor_row import VendorMonth, VendorRow
from stdmig.render.html.pen import Pen
from stdmig.words import listing

_STEPS = 5
MOST_VENDORS = 60
"""So many vendors are drawn; the workbook has all."""


class Cell(NamedTuple):
    """A month: how many systems, how dark it is (0 to 5), whether it is too much."""

    systems: int
    look: str


class Vendor(NamedTuple):
    """A vendor with its months."""

    name: Markup
    packages: Markup
    towns: str
    systems: str
    lost: str
    peak: int
    cells: tuple[Cell, ...]


class Heat(NamedTuple):
    """
    The table.

    Attributes
    ----------
    years
        Fiscal years with the number of their months that are shown.
    months
        Number of each month, and whether it opens a fiscal year.
    hidden
        Vendors that have no room.
    """

    years: tuple[tuple[Markup, int], ...]
    months: tuple[tuple[int, bool], ...]
    vendors: tuple[Vendor, ...]
    hidden: int


def busy_months(portfolio: Portfolio) -> range:
    """Return the months with such work, from the as-of date's on, to the last."""
    today = month_of(portfolio.as_of.toordinal())
    found = [
        month
        for row in portfolio.vendors
        for month, load in row.months.items()
        if load.moving and month >= today
    ]
    return range(min(found), max(found) + 1) if found else range(0)


def heat(portfolio: Portfolio, pen: Pen) -> Heat | None:
    """Return the table, None where nobody has such work to do."""
    months = busy_months(portfolio)
    if not months:
        return None
    loads = {
        row.vendor: [
            row.months[month].moving for month in months if month in row.months
        ]
        for row in portfolio.vendors
    }
    busy = [row for row in portfolio.vendors if any(loads[row.vendor])]
    most = max(number for row in busy for number in loads[row.vendor])
    return Heat(
        tuple(
            (pen(shown_fiscal_year(year)), len(list(own)))
            for year, own in groupby(months, key=_year)
        ),
        tuple((month % 12 + 1, month % 12 == 3) for month in months),
        tuple(_vendor(row, months, most, pen) for row in busy[:MOST_VENDORS]),
        len(busy[MOST_VENDORS:]),
    )


def _year(month: MonthNumber) -> int:
    return fiscal_year(first_day(month))


def _vendor(row: VendorRow, months: range, most: int, pen: Pen) -> Vendor:
    packages = [each for each in row.packages if each != row.vendor]
    cells = tuple(_cell(row.months.get(month), month, most) for month in months)
    return Vendor(
        pen(row.vendor),
        pen(listing(packages)) if packages else Markup(),
        f"{row.towns:,}",
        f"{row.systems:,}",
        f"{row.lost:,}" if row.lost else "",
        max(each.systems for each in cells),
        cells,
    )


def _cell(load: VendorMonth | None, month: MonthNumber, most: int) -> Cell:
    systems = 0 if load is None else load.moving
    looks = [f"h{-(-systems * _STEPS // most)}"] if systems else []
    if load is not None and load.over and systems:
        looks.append("over")
    if month % 12 == 3:
        looks.append("y")
    return Cell(systems, " ".join(looks))
