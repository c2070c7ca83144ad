"""Days on which systems may be cut over together, one by one (切替日の検算)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from tests.open_days import closed_before, is_open
from tests.oracle import ONE_DAY, is_vote


class Busy(NamedTuple):
    """
    A season of every year in which a system should not, or must not, be cut over.

    Attributes
    ----------
    months, days
        Whole months, or days of the year; one of the two is empty.
    either_side
        Days around each of the days on which it should not.
    stated
        Whether it must not.
    """

    system: str
    months: tuple[int, ...] = ()
    days: tuple[tuple[int, int], ...] = ()
    either_side: int = 0
    stated: bool = True

    def hits(self, day: date) -> bool:
        """Return whether it holds on a day."""
        return day.month in self.months or is_vote(day, self.days)

    def is_near(self, day: date) -> bool:
        """Return whether it holds on a day or around it."""
        around = range(-self.either_side, self.either_side + 1)
        return self.hits(day) or any(
            is_vote(day + timedelta(shift), self.days) for shift in around
        )


class Shut(NamedTuple):
    """First and last day on which a town wants no cutover of all systems or some."""

    first: date
    last: date
    systems: tuple[str, ...] | None = None


class Wall(NamedTuple):
    """The calendar on the wall for systems that are cut over together."""

    systems: frozenset[str]
    busy: tuple[Busy, ...]
    shut: tuple[Shut, ...]

    def is_allowed(self, day: date) -> bool:
        """Return whether the systems may be cut over on a day."""
        return (
            is_open(day)
            and not any(each.stated and each.hits(day) for each in self._busy())
            and not any(each.first <= day <= each.last for each in self._shut())
        )

    def next(self, day: date) -> date:
        """Return the first day from a day on that is allowed."""
        while not self.is_allowed(day):
            day += ONE_DAY
        return day

    def best(self, first: date, last: date) -> date | None:
        """Return the day to choose between two days, or None where none is allowed."""
        for run in self._runs(first, last):
            if run:
                return max(run, key=self._worth)
        return None

    def _worth(self, day: date) -> tuple[int, int, date]:
        """Return what makes one day better than another, the weightiest first."""
        against = sum(
            each.is_near(day) and not (each.stated and each.hits(day))
            for each in self._busy()
        )
        return closed_before(day), -against, day

    def _runs(self, first: date, last: date) -> Iterator[list[date]]:
        """Yield the allowed days of each unbroken run of months, from the last back."""
        day, months, run = last, 0, list[date]()
        while day >= first:
            shut = any(
                each.stated and day.month in each.months for each in self._busy()
            )
            if shut or months == 12:
                yield run
                months, run = 0, []
            if not shut:
                months += 1
            begins = day.replace(day=1)
            while day >= begins:
                if not shut and day >= first and self.is_allowed(day):
                    run.append(day)
                day -= ONE_DAY
        yield run

    def _busy(self) -> Iterable[Busy]:
        return (each for each in self.busy if each.system in self.systems)

    def _shut(self) -> Iterable[Shut]:
        return (
            each
            for each in self.shut
            if each.systems is None or not self.systems.isdisjoint(each.systems)
        )
