"""Letters and columns of the chart, so that A3 stays legible (図の寸法)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from stdmig.render.workbook.measure import digits
from stdmig.render.workbook.table import ROOM
from stdmig.words import Style

_MANY = 72


class ChartSize(NamedTuple):
    """
    Sizes of the chart before it is fitted to a page.

    Attributes
    ----------
    letters, small
        Of the texts on the left and of the months, in points.
    month
        Width of a month, in digits.
    row
        Least height of a row, in points.
    """

    letters: float
    small: float
    month: float
    row: float

    def room(self, longest: float) -> float:
        """Return the width of a column on the left that holds so many digits."""
        return round(longest * self.letters / 10 + ROOM, 1)

    def label_room(self, labels: Iterable[str]) -> float:
        """Return the width of the column of the works: most fit on a line."""
        longest = max(map(digits, labels), default=0)
        return self.room(min(max(longest, 24), 38))

    def day_room(self, style: Style) -> float:
        """Return the width of a column of days."""
        return self.room(digits("R6.10.31" if style.era else "2024-10-31"))


def chart_size(months: int) -> ChartSize:
    """Return the sizes: of many months each is narrower, and the letters larger."""
    if months > _MANY:
        return ChartSize(letters=12, small=9, month=1.2, row=21)
    return ChartSize(letters=10, small=8, month=1.9, row=19.5)
