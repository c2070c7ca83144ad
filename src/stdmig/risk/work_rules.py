"""The rules of time of tasks, over many samples at once (作業の時間の規則)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np

from stdmig.dates import DayOfYear, Rule, Window, ending_with_vote
from stdmig.risk.grid import Days, Grid, SplitDuration, Value, look

_YEARS_TRIED = 12
"""A duration fits into a window after nine years, or the file is at fault."""


class WorkRule(Protocol):
    """From start to finish, and from finish to the latest start."""

    def finish(self, start: Value, duration: Value) -> Days:
        """Return the day after the last one."""

    def start(self, limit: Value, duration: SplitDuration) -> Days:
        """Return the latest start that is over by a limit."""


@dataclass(frozen=True, slots=True)
class InWindow:
    """
    Work that must lie inside a span of every year (`stdmig.dates.within`).

    Attributes
    ----------
    opens, ends
        By day: first day of the span that is not over, and the day after its last.
    opened, ended
        By day: the same of the last span that opens before it.
    """

    grid: Grid
    opens: Days
    ends: Days
    opened: Days
    ended: Days

    def finish(self, start: Value, duration: Value) -> Days:
        """Return the finish of the first run inside a span from a day on."""
        for _ in range(_YEARS_TRIED):
            place = np.asarray(start >> 5)
            first = np.maximum(start, look(self.opens, place))
            ends = look(self.ends, place)
            finish = self.grid.finish(first, duration)
            late = finish > ends
            if not late.any():
                break
            start = np.where(late, ends, start)
        return finish

    def start(self, limit: Value, duration: SplitDuration) -> Days:
        """Return the latest start inside a span that is over by a limit."""
        for _ in range(_YEARS_TRIED):
            place = np.asarray(limit >> 5)
            opened = look(self.opened, place)
            ends = np.minimum(limit, look(self.ended, place))
            start = self.grid.start(ends, duration)
            early = start < opened
            if not early.any():
                return start
            limit = np.where(early, opened, limit)
        return np.where(early, 0, start)


@dataclass(frozen=True, slots=True)
class ToVote:
    """
    Work that ends with a vote of the council (`stdmig.dates.ending_with_vote`).

    Attributes
    ----------
    voted
        By the day after the work: the day after the vote.
    soonest
        By the day on which it begins: the day after the first vote.
    called, begun
        By a limit: the last finish and the last start that keep it.
    """

    grid: Grid
    voted: Days
    soonest: Days
    called: Days
    begun: Days

    def finish(self, start: Value, duration: Value) -> Days:
        """Return the day after the vote that the work is ready for."""
        done = self.grid.finish(start, duration)
        soonest = look(self.soonest, np.asarray(start >> 5))
        return np.maximum(look(self.voted, done >> 5), soonest)

    def start(self, limit: Value, duration: SplitDuration) -> Days:
        """Return the latest start of work whose vote is over by a limit."""
        place = np.asarray(limit >> 5)
        start = self.grid.start(look(self.called, place), duration)
        return np.minimum(start, look(self.begun, place))


@dataclass(frozen=True, slots=True)
class WhenPaid:
    """
    Work that begins while there is money (`stdmig.schedule.money_at_hand`).

    Attributes
    ----------
    paid
        By day: the first one from it on with money.
    begun
        By the day on which the work begins: the last one that is held up to it.
    work
        The rule of the work once there is money; it may end with a vote.
    """

    paid: Days
    begun: Days
    work: WorkRule

    def finish(self, start: Value, duration: Value) -> Days:
        """Return the day after the last one of work that waits for money."""
        return self.work.finish(look(self.paid, np.asarray(start >> 5)), duration)

    def start(self, limit: Value, duration: SplitDuration) -> Days:
        """Return the latest start that is over by a limit."""
        begins = np.asarray(self.work.start(limit, duration))
        return look(self.begun, begins >> 5)


def when_paid(grid: Grid, money: Rule, work: WorkRule) -> WhenPaid:
    """Return the rule of work that waits for money, and then follows another rule."""
    first, last = _ends(grid)
    paid = grid.table(money, first, last)
    return WhenPaid(paid, grid.inverse(paid), work)


def in_window(grid: Grid, window: Window) -> InWindow:
    """Return the rule of work inside a window."""
    first, last = _ends(grid)

    def opened(day: int) -> tuple[int, int]:
        span = window.closing_from(max(1, day - 1000))
        while (later := window.closing_from(span[1] + 1))[0] < day:
            span = later
        return span

    return InWindow(
        grid,
        grid.table(lambda day: window.closing_from(day)[0], first, last),
        grid.table(lambda day: window.closing_from(day)[1] + 1, first, last),
        grid.table(lambda day: opened(day)[0], first, last),
        grid.table(lambda day: opened(day)[1] + 1, first, last),
    )


def to_vote(grid: Grid, votes: tuple[DayOfYear, ...]) -> ToVote:
    """Return the rule of work that ends with a vote."""
    first, last = _ends(grid)
    at_once = ending_with_vote(0, votes)

    def voted(day: int) -> int:
        return at_once(day - 1)

    over, soonest = grid.table(voted, first, last), grid.table(at_once, first, last)
    return ToVote(grid, over, soonest, grid.inverse(over), grid.inverse(soonest))


def _ends(grid: Grid) -> tuple[int, int]:
    """Return the ordinals of the first and the last day of a grid."""
    last = int(grid.ordinals[-1])
    return grid.base, min(last, date.max.toordinal() - 800)


def next_day(grid: Grid) -> Days:
    """Return the day after each day."""
    return look(grid.values, grid.ordinals - grid.base + 1)
