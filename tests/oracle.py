"""Dates found the other way round: forward only, over plain jobs on `date` (検算)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)


class Job(NamedTuple):
    """A task as anybody would note it down: what comes before, how many months."""

    id: str
    after: tuple[str, ...]
    months: int


class Goal(NamedTuple):
    """A cutover: the system, the jobs it waits for, its day."""

    system: str
    after: tuple[str, ...]
    day: date


def months_later(day: date, months: int) -> date:
    """
    Return the day after a period of months (民法143条).

    It is the day of the same number; where that month has none, the period ends with
    the month.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return day.replace(year=year, month=month + 1)
    except ValueError:
        # Four days after the 28th it is always the next month.
        return (date(year, month + 1, 28) + timedelta(days=4)).replace(day=1)


def latest_start(months: int, limit: date) -> date:
    """Return the latest day from which a period of months is over by `limit`."""
    # No month is shorter than 28 days, so that no later day comes into question.
    day = limit - months * timedelta(days=28)
    while months_later(day, months) > limit:
        day -= ONE_DAY
    return day


class Oracle:
    """Jobs in an order of their own, with those that hang on each."""

    def __init__(self, jobs: Iterable[Job], goals: Iterable[Goal]) -> None:
        self.jobs = {job.id: job for job in jobs}
        self.goals = tuple(goals)
        self.order: list[Job] = []
        placed: set[str] = set()
        waiting = list(self.jobs.values())
        while waiting:
            ready = [job for job in waiting if placed.issuperset(job.after)]
            assert ready, "the jobs wait for each other"
            self.order += ready
            placed.update(job.id for job in ready)
            waiting = [job for job in waiting if job.id not in placed]

    def downstream(self, held: str) -> list[Job]:
        """Return the jobs that wait for a job, however far down, in order."""
        reached = {held}
        found = []
        for job in self.order:
            if not reached.isdisjoint(job.after):
                reached.add(job.id)
                found.append(job)
        return found

    def lost(self, held: str, *starts: date) -> list[set[str]]:
        """
        Return the systems that miss their cutover, for each start of one job.

        Nothing else holds anything up: neither an as-of date nor a publication. All
        that does not wait for the job is long finished, so that only what does is
        counted forward.
        """
        chain = self.downstream(held)
        return [self._lost(held, start, chain) for start in starts]

    def _lost(self, held: str, start: date, chain: list[Job]) -> set[str]:
        over = {held: months_later(start, self.jobs[held].months)}
        for job in chain:
            begins = max(over[name] for name in job.after if name in over)
            over[job.id] = months_later(begins, job.months)
        return {
            goal.system
            for goal in self.goals
            if any(over.get(name, date.min) > goal.day for name in goal.after)
        }

    def finishes(self, first_days: Mapping[str, date]) -> dict[str, date]:
        """Return when each job is over if none starts before its first day."""
        over: dict[str, date] = {}
        for job in self.order:
            begins = max([first_days[job.id], *(over[name] for name in job.after)])
            over[job.id] = months_later(begins, job.months)
        return over

    def ready(self, over: Mapping[str, date]) -> dict[str, date]:
        """Return the day on which all that a system's cutover waits for is over."""
        return {
            goal.system: max(over[name] for name in goal.after) for goal in self.goals
        }
