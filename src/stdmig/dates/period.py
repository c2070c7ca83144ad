"""What a date in a file stands for: one day, or one whole month (日・月)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Period(NamedTuple):
    """
    A day, or a calendar month of which the first or the last day is meant.

    Attributes
    ----------
    first
        The day itself, or the first day of the month.
    last
        The day itself, or the last day of the month (inclusive).
    """

    first: date
    last: date

    @property
    def is_month(self) -> bool:
        """Return whether a month was written; the shortest has 28 days."""
        return self.first != self.last
