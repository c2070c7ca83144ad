"""An extension as the vendor sells it: whole months, half-years, years (延長の単位)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.coverage.asks import Ask
from stdmig.coverage.gap import DAY, Gap
from stdmig.dates import months


class Purchase(NamedTuple):
    """
    What must be signed to close days without a contract.

    Attributes
    ----------
    span
        First day and last day of what is bought.
    needed_to
        Last day that is needed; the span ends then or later.
    unit
        Months of the smallest extension that is sold; None where days are.
    asks
        The requests for its money, by fiscal year.
    """

    span: Gap
    needed_to: date
    unit: int | None
    asks: tuple[Ask, ...]

    @property
    def beyond(self) -> Gap | None:
        """Return the days that are bought only because of the unit."""
        if self.span.end <= self.needed_to:
            return None
        return Gap(self.needed_to + DAY, self.span.end)


def as_sold(needed: Gap, unit: int | None) -> Gap:
    """
    Return the shortest extension on sale that covers some days.

    Parameters
    ----------
    needed
        The days; the extension begins with the first of them.
    unit
        Its length is a multiple of so many calendar months (民法143条, see `months`);
        None where it may end on any day.
    """
    if unit is None:
        return needed
    start, wanted = needed.start.toordinal(), needed.end.toordinal()
    apart = (needed.end.year - needed.start.year) * 12
    apart += needed.end.month - needed.start.month
    times = max(1, apart // unit)
    while months(times * unit)(start) <= wanted:
        times += 1
    end = date.fromordinal(months(times * unit)(start)) - DAY
    return Gap(needed.start, end)
