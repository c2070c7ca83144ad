"""Days as numbers with which months are added by one look into a table (日付の格子)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Days: TypeAlias = NDArray[np.int32]
"""Days on a grid, or durations, one per sample."""

Value: TypeAlias = Days | int
"""The same, or one that holds for every sample."""

DAY = 32
"""What a day counts on the grid; it is also the number of parts of a month."""

MONTH = 32 * DAY
"""What a month counts on the grid, and in a duration."""


class SplitDuration(NamedTuple):
    """
    A duration taken apart, to go back by it (期間).

    Attributes
    ----------
    whole
        Its whole months, on the scale of the grid.
    parts
        The parts of one more.
    """

    whole: Value
    parts: Value


def taken_apart(duration: Value) -> SplitDuration:
    """Return whole months and parts of a duration."""
    parts = duration & (DAY - 1)
    return SplitDuration(duration - parts, parts)


@dataclass(frozen=True, slots=True)
class Grid:
    """
    A stretch of the calendar, every month of which has 32 places for days.

    A day is 1024 times its month plus 32 times the days before it in the month. A
    duration is 1024 times its whole months plus the parts (32nds) of one more, so that
    their sum names a place in a table which holds the day that is reached.

    Attributes
    ----------
    base
        Ordinal of the first day.
    after
        The day that a duration reaches, by the sum of first day and duration.
    before
        By day and parts: the latest day that reaches it, before the whole months are
        taken off. A place behind the end of a month stands for the month's last day.
    ordinals
        Ordinal of each place for a day.
    values
        The grid's day of each ordinal from `base` on.
    """

    base: int
    after: Days
    before: Days
    ordinals: Days
    values: Days

    def at(self, day: int) -> int:
        """Return the grid's day of an ordinal; one beyond the grid is at its edge."""
        return int(self.values[min(max(day - self.base, 0), len(self.values) - 1)])

    def days(self, values: Days) -> Days:
        """Return the ordinals of days on the grid."""
        return look(self.ordinals, values >> 5)

    def finish(self, start: Value, duration: Value) -> Days:
        """Return the day after the last one of work of a duration."""
        return look(self.after, np.add(start, duration, dtype=np.int32))

    def start(self, limit: Value, duration: SplitDuration) -> Days:
        """Return the latest first day of work that is over by a limit."""
        reached = look(self.before, np.add(limit, duration.parts, dtype=np.int32))
        return np.subtract(reached, duration.whole)

    def table(self, rule: Callable[[int], int], first: int, last: int) -> Days:
        """
        Return the days to which a monotone map leads, by place for a day.

        The map is asked as seldom as its steps allow.

        Parameters
        ----------
        rule
            From ordinal to ordinal.
        first, last
            Ordinals between which it will be asked; beyond them, its value there.
        """
        last = max(first, last)
        found = np.empty(last - first + 1, np.int64)
        spans = [(first, rule(first), last, rule(last))]
        while spans:
            low, lowest, high, highest = spans.pop()
            if lowest == highest:
                found[low - first : high - first + 1] = lowest
            elif high - low == 1:
                found[low - first], found[high - first] = lowest, highest
            else:
                middle = (low + high) // 2
                value = rule(middle)
                spans += [(low, lowest, middle, value), (middle, value, high, highest)]
        places = np.clip(self.ordinals - first, 0, last - first)
        reached = np.clip(found[places] - self.base, 0, len(self.values) - 1)
        return self.values[reached]

    def inverse(self, table: Days) -> Days:
        """Return, for each day, the latest one from which a table leads no further."""
        by_day = look(table, self.values >> 5)
        latest = np.searchsorted(by_day, self.values, side="right") - 1
        found = self.values[np.maximum(latest, 0)]
        return found[self.ordinals - self.base]


def look(table: Days, places: NDArray[np.integer[Any]]) -> Days:
    """Return what stands at some places of a table; beyond it, what is at its edge."""
    return table.take(places, mode="clip")


def grid(first: int, last: int) -> Grid:
    """
    Return the grid of the months around two days.

    A part of a month is counted in days between the day after the whole months and
    the day after one more, to the nearest day (halves upward).
    """
    begin, end = date.fromordinal(first), date.fromordinal(last)
    month = 12 * begin.year + begin.month - 1
    size = 12 * end.year + end.month - month
    firsts = np.array(
        [
            date((month + each) // 12, (month + each) % 12 + 1, 1).toordinal()
            for each in range(size + 3)
        ],
        np.int32,
    )
    base, lengths = int(firsts[0]), np.diff(firsts)
    place = np.arange(DAY, dtype=np.int32)
    # A day that a month does not have is the first of the following one (民法143条).
    reached = firsts[:-1, None] + np.minimum(place, lengths[:, None])
    low, high = reached[:size].ravel(), reached[1 : size + 1].ravel()
    after = low[:, None] + (2 * place * (high - low)[:, None] + DAY) // (2 * DAY) - base
    total = int(firsts[size + 2]) - base
    within = np.repeat(np.arange(size + 2), lengths[: size + 2])
    number = np.arange(total) - (firsts[within] - base)
    values = (MONTH * within + DAY * number).astype(np.int32)
    ordinals = firsts[:size, None] + np.minimum(place, lengths[:size, None] - 1)
    counted = np.bincount((after * DAY + place).ravel(), minlength=total * DAY)
    latest = counted.reshape(total, DAY).cumsum(axis=0, dtype=np.int32) - 1
    before = np.maximum(latest, 0) * DAY
    return Grid(
        base,
        values[after.ravel()],
        before[ordinals.ravel() - base].ravel(),
        ordinals.ravel(),
        values,
    )
