"""Work that must lie inside a span of every year (受付期間・会期)."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from stdmig.dates.yearly import span_closing_from, span_closing_in

if TYPE_CHECKING:
    from stdmig.dates.rule import Rule
    from stdmig.dates.yearly import DayOfYear

_YEARS_TRIED = 9
"""A leap day comes back after eight years at the latest (1896 to 1904)."""


class Window(NamedTuple):
    """A span of every year, both days inside; it may run over New Year."""

    opens: DayOfYear
    closes: DayOfYear

    def closing_from(self, day: int) -> tuple[int, int]:
        """Return the ordinals of the first span that is not over on a day."""
        first, last = span_closing_from(date.fromordinal(day), *self)
        return first.toordinal(), last.toordinal()


@cache
def within(window: Window, duration: Rule) -> Rule:
    """
    Return the rule of a task that must lie inside a window of some year.

    Parameters
    ----------
    window
        When it can be done.
    duration
        From its start to the day after its last.

    Returns
    -------
    Rule
        From a day to the finish of the first run inside a window from that day on.
        It raises ValueError where the duration fits into no window.
    """

    @cache
    def rule(day: int) -> int:
        opens, closes = window.closing_from(day)
        for _ in range(_YEARS_TRIED):
            finish = duration(max(day, opens))
            if finish <= closes + 1:
                return finish
            opens, closes = window.closing_from(closes + 1)
        raise ValueError(f"the task is longer than every window {window}")

    return rule


def fits(window: Window, duration: Rule) -> bool:
    """Return whether a duration fits into the window of some year."""
    spans = (
        span_closing_in(year, *window) for year in range(2000, 2000 + _YEARS_TRIED)
    )
    return any(
        duration(first.toordinal()) <= last.toordinal() + 1 for first, last in spans
    )
