"""Days in a row, counted by the months and fiscal years they touch (契約の空白)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from stdmig.dates import Span, months_by_fiscal_year

DAY = timedelta(days=1)


class Gap(NamedTuple):
    """
    Days without a contract before a cutover; both days are inside.

    Attributes
    ----------
    start
        The day after the contract's last day.
    end
        The last day on which it is needed: the day before the cutover, unless the
        old system is wanted longer.
    """

    start: date
    end: date

    @property
    def days(self) -> int:
        """Return its length."""
        return (self.end - self.start).days + 1

    @property
    def months_by_year(self) -> dict[int, int]:
        """Return the calendar months that it touches, per fiscal year."""
        return months_by_fiscal_year(self.start, self.end)

    @property
    def months(self) -> int:
        """Return the calendar months that it touches."""
        return sum(self.months_by_year.values())

    def within(self, other: Gap) -> Gap | None:
        """Return the days that are in both, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return None if start > end else Gap(start, end)


def gap_between(last_day: date | None, needed_to: date) -> Gap | None:
    """Return the days after a last day up to the one needed; None where it is known."""
    if last_day is None or last_day >= needed_to:
        return None
    return Gap(last_day + DAY, needed_to)


def left_over(gap: Gap, spans: Iterable[Span]) -> tuple[Gap, ...]:
    """
    Return what is left of a gap where some of its days are covered.

    Parameters
    ----------
    gap
        All of its days.
    spans
        First and last days of what covers some, in any order; they may overlap.
    """
    left, start = [], gap.start
    for first, last in sorted(spans):
        if first > gap.end:
            break
        if start < first:
            left.append(Gap(start, first - DAY))
        start = max(start, last + DAY)
    if start <= gap.end:
        left.append(Gap(start, gap.end))
    return tuple(left)
