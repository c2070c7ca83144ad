"""Where a town begins in time (開始時点と期限)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.cli.clock import today
from stdmig.dates import Period, parse_period, shown
from stdmig.words import Text, text
from stdmig.workspace.starter import deadlines


class Horizon(NamedTuple):
    """
    Where a town begins in time.

    Attributes
    ----------
    today
        The day on which it begins.
    general, designated
        Deadline of all systems, and of designated ones.
    """

    today: date
    general: date
    designated: date

    @property
    def is_passed(self) -> bool:
        """Return whether a system that is not live can only be designated."""
        return self.today > self.general

    def unknown_day(self) -> Period:
        """Return the day that stands for one that nobody knows yet."""
        day = min(self.today, self.general)
        return Period(day, day)

    def typed_since(self, written: str) -> Period | Text:
        """Return the day or month from which systems serve, or what is wrong."""
        period = parse_period(written)
        if isinstance(period, Period) and period.first > self.today:
            return text(
                "{day} is still to come; live is what serves already",
                day=shown(period.first),
            )
        return period


def horizon() -> Horizon:
    """Return where a town begins that begins today."""
    return Horizon(today(), *deadlines())
