"""The best days for a cutover that nobody has set (稼働開始日の選択)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from stdmig.inventory import Blackout
from stdmig.schedule.allowed_days import AllowedDays

MOST_MONTHS = 12
"""How many months of an unbroken run come into question."""

WANTED_CHOICES = 3
"""A day and the next two of the order."""


class Choice(NamedTuple):
    """
    The best days of the last unbroken run of months, and what speaks for the first.

    Attributes
    ----------
    days
        The best day and the next two.
    closure
        First and last day of the closure just before the best day, if there is one.
    last
        The last allowed day: the de-facto deadline (事実上の期限).
    closed
        The calendar months after the run that stated black-outs close, in order;
        none where the run lasts until the deadline.
    """

    days: tuple[date, ...]
    closure: tuple[date, date] | None
    last: date
    closed: tuple[int, ...]

    @property
    def day(self) -> date:
        """Return the best day."""
        return self.days[0]

    @property
    def others(self) -> tuple[date, ...]:
        """Return the other choices."""
        return self.days[1:]


@lru_cache(maxsize=4096)
def choose(
    allowed: AllowedDays, held: tuple[Blackout, ...], first: int, last: int
) -> Choice | None:
    """
    Return the best days for a cutover, or None where no day is allowed.

    They are working days of the last unbroken run of months, 12 at most, that no stated
    black-out closes: those after the longest closure first, then those with the fewest
    inferred black-outs, then the latest. A run without any allowed day is passed over.

    Parameters
    ----------
    allowed
        On which days the systems may be cut over.
    held
        Their black-outs, of which the inferred ones speak against a day.
    first, last
        Ordinals of the first and the last day that come into question.
    """
    while first <= last and (run := _last_run(allowed, last)) is not None:
        start, end = run
        days = [day for day in range(max(start, first), end + 1) if allowed.holds(day)]
        if days:
            return _chosen(allowed, held, days, date.fromordinal(last), end)
        last = start - 1
    return None


def _last_run(allowed: AllowedDays, last: int) -> tuple[int, int] | None:
    """Return first and last day of the last run of open months up to a day."""
    if len(allowed.months) == MOST_MONTHS:
        return None
    end = date.fromordinal(last)
    while end.month in allowed.months and end.toordinal() > end.day:
        end -= timedelta(days=end.day)
    start = end.replace(day=1)
    for _ in range(MOST_MONTHS - 1):
        if start.toordinal() == 1:
            break
        earlier = (start - timedelta(days=1)).replace(day=1)
        if earlier.month in allowed.months:
            break
        start = earlier
    return start.toordinal(), end.toordinal()


def _chosen(
    allowed: AllowedDays,
    held: tuple[Blackout, ...],
    days: list[int],
    limit: date,
    end: int,
) -> Choice:
    closures = {day: allowed.calendar.closure_before(day) for day in days}
    # Only what can still be among the first is held against the inferred black-outs.
    least = sorted(closures.values(), reverse=True)[:WANTED_CHOICES][-1]

    def order(day: int) -> tuple[int, int, int]:
        moment = date.fromordinal(day)
        against = sum(each.on(moment) == "inferred" for each in held)
        return -closures[day], against, -day

    best = sorted((day for day in days if closures[day] >= least), key=order)
    chosen = tuple(map(date.fromordinal, best[:WANTED_CHOICES]))
    length, day = timedelta(closures[best[0]]), chosen[0]
    return Choice(
        chosen,
        (day - length, day - timedelta(days=1)) if length else None,
        date.fromordinal(days[-1]),
        _closed_after(allowed, date.fromordinal(end), limit),
    )


def _closed_after(allowed: AllowedDays, end: date, limit: date) -> tuple[int, ...]:
    """Return the closed months that follow a run which ends before the limit."""
    if (end.year, end.month) == (limit.year, limit.month):
        return ()
    months = [(end.month + number) % 12 + 1 for number in range(MOST_MONTHS - 1)]
    opens = (place for place, month in enumerate(months) if month not in allowed.months)
    return tuple(months[: next(opens, len(months))])
