"""The time axis of a chart in characters (時間軸)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from stdmig.dates import fiscal_year, shown_fiscal_year
from stdmig.render.cells import width
from stdmig.words import Style


class Axis(NamedTuple):
    """
    Columns of equal length in months, from the April of a fiscal year on.

    Attributes
    ----------
    first_year, last_year
        Fiscal years at both ends, inside.
    months_per_column
        Where the screen is narrow; 1 otherwise.
    columns_per_month
        Where it is wide; 1 otherwise.
    """

    first_year: int
    last_year: int
    months_per_column: int = 1
    columns_per_month: int = 1

    @property
    def months(self) -> int:
        """Return the months that the axis spans."""
        return (self.last_year - self.first_year + 1) * 12

    @property
    def columns(self) -> int:
        """Return how many cells the axis takes."""
        return -(-self.months // self.months_per_column) * self.columns_per_month

    def column(self, day: date) -> int:
        """Return the column of a day, that of the nearer end for days outside."""
        month = (day.year - self.first_year) * 12 + day.month - 4
        within = 0
        if self.columns_per_month > 1:
            length = monthrange(day.year, day.month)[1]
            within = (day.day - 1) * self.columns_per_month // length
        column = month // self.months_per_column * self.columns_per_month + within
        return min(max(column, 0), self.columns - 1)

    def years(self, style: Style) -> str:
        """Return the heading: each fiscal year above its April."""
        heading = ""
        for year in range(self.first_year, self.last_year + 1):
            label = self._label(year, style)
            column = self.column(date(year, 4, 1))
            free = not heading or width(heading) < column
            if free and column + width(label) <= self.columns:
                heading += " " * (column - width(heading)) + label
        return heading + " " * (self.columns - width(heading))

    def _label(self, year: int, style: Style) -> str:
        """Return R3 or 2021, in two digits where a year has no room for four."""
        if style.era:
            return shown_fiscal_year(year).into(Style("ja")).removesuffix("年度")
        narrow = self.columns * 12 // self.months < 5
        return f"{year % 100:02}" if narrow else str(year)

    def quarters(self) -> str | None:
        """Return the months that begin a quarter, where there is room for them."""
        if self.months_per_column > 1:
            return None
        heading = ""
        for year in range(self.first_year, self.last_year + 1):
            for first in (4, 7, 10, 1):
                day = date(year + (first == 1), first, 1)
                heading = heading.ljust(self.column(day)) + str(first)
        return heading.ljust(self.columns)


def axis(first: date, last: date, room: int) -> Axis:
    """
    Return the finest axis from `first` to `last` that fits into `room` cells.

    Columns hold 1, 2, 3 or 6 months, so that a fiscal year is a whole number of
    columns, or whole years where there are many; a month takes up to four columns.
    """
    years = fiscal_year(first), fiscal_year(last)
    months = (years[1] - years[0] + 1) * 12
    wide = min(room // months, 4)
    if wide >= 1:
        return Axis(*years, columns_per_month=wide)
    for length in (2, 3, 6):
        if months // length <= room:
            return Axis(*years, months_per_column=length)
    return Axis(*years, months_per_column=12 * -(-months // (12 * max(room, 1))))
