"""Days to places along the time axis of a picture (時間軸の尺度)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.dates import fiscal_year, fiscal_year_start

_LAST_YEAR = date.max.year - 1


class Scale(NamedTuple):
    """
    Whole fiscal years over a width, every day as wide as every other.

    Attributes
    ----------
    first_year, last_year
        Fiscal years at both ends, inside.
    left, width
        Where the axis begins, and how long it is, in units of the picture.
    """

    first_year: int
    last_year: int
    left: float
    width: float

    @property
    def start(self) -> int:
        """Return the ordinal of the first day: an April 1."""
        return fiscal_year_start(self.first_year).toordinal()

    @property
    def end(self) -> int:
        """Return the ordinal of the day after the last: an April 1."""
        return fiscal_year_start(self.last_year + 1).toordinal()

    @property
    def right(self) -> float:
        """Return where the axis ends."""
        return self.left + self.width

    @property
    def month(self) -> float:
        """Return the width of an average month."""
        return self.width / (12 * (self.last_year - self.first_year + 1))

    def x(self, day: date) -> float:
        """Return where a day begins; beyond the axis its nearer end."""
        return self._at(day.toordinal())

    def after(self, day: date) -> float:
        """Return where a day ends; beyond the axis its nearer end."""
        return self._at(day.toordinal() + 1)

    def shows(self, first: date, last: date) -> bool:
        """Return whether any day of a span, both days inside, lies on the axis."""
        return first.toordinal() < self.end and last.toordinal() >= self.start

    def _at(self, ordinal: int) -> float:
        inside = min(max(ordinal, self.start), self.end)
        share = (inside - self.start) / (self.end - self.start)
        return self.left + share * self.width


def scale_over(first: date, last: date, left: float, width: float) -> Scale:
    """Return the axis from the April before `first` to the March after `last`."""
    begin, end = (min(fiscal_year(day), _LAST_YEAR) for day in (first, last))
    return Scale(begin, end, left, width)
