"""Dates found the other way round: forward only, over plain jobs on `date` (検算)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from operator import attrgetter
from typing import NamedTuple

ONE_DAY = timedelta(days=1)


class Job(NamedTuple):
    """
    A task as anybody would note it down: what comes before, how many months.

    Attributes
    ----------
    votes
        Month and day of the votes that it can end with, in their order; none where it
        needs no vote.
    """

    id: str
    after: tuple[str, ...]
    months: int
    votes: tuple[tuple[int, int], ...] = ()


class Fact(NamedTuple):
    """
    What has happened of a job, whatever was to come before it.

    Attributes
    ----------
    begins, over
        Its first day, and the day after its last: as recorded, or as expected.
    final
        Whether it is over; else it is under way.
    """

    begins: date
    over: date
    final: bool


class Goal(NamedTuple):
    """A cutover: the system, the jobs it waits for, its day."""

    system: str
    after: tuple[str, ...]
    day: date


class Budget(NamedTuple):
    """
    One budget of one year.

    Attributes
    ----------
    opens, closes
        First and last day to ask for money.
    tender
        First day on which proposals may be asked for.
    usable, lapses
        First and last day on which the work on the contract may begin.
    """

    opens: date
    closes: date
    tender: date
    usable: date
    lapses: date


class Money(NamedTuple):
    """
    Which jobs ask for money, tender and spend it, and the budgets of every year.

    Attributes
    ----------
    ways
        Budgets in the order of their years, for each way that may be taken.
    contract
        The job that spends it; empty where none does.
    windowed
        Whether asking must lie inside the days of one budget.
    """

    request: str
    rfp: str | None
    contract: str
    ways: tuple[tuple[Budget, ...], ...]
    windowed: bool


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


def is_vote(day: date, votes: Iterable[tuple[int, int]]) -> bool:
    """Return whether a vote falls on a day; one of 29 February ends every February."""
    last_of_february = (day + ONE_DAY).day == 1 and day.month == 2
    return any(
        (day.month, day.day) == vote or (vote == (2, 29) and last_of_february)
        for vote in votes
    )


def vote_after(over: date, votes: Iterable[tuple[int, int]]) -> date:
    """Return the day after the first vote by which work that is over then is ready."""
    days = tuple(votes)
    while not is_vote(over - ONE_DAY, days):
        over += ONE_DAY
    return over


class Oracle:
    """Jobs in an order of their own, with those that hang on each."""

    def __init__(
        self,
        jobs: Iterable[Job],
        goals: Iterable[Goal],
        moneys: Iterable[Money] = (),
        facts: Mapping[str, Fact] | None = None,
        today: date = date.min,
    ) -> None:
        self.facts = facts or {}
        self.today = today
        self.jobs = {job.id: job for job in jobs}
        self.goals = tuple(goals)
        self.moneys = tuple(moneys)
        self.windows = {
            each.request: each.ways[0] for each in self.moneys if each.windowed
        }
        self.votes = {job.id: job.votes for job in self.jobs.values() if job.votes}
        self.spends: dict[str, list[Money]] = {}
        self.waits: dict[tuple[str, str], list[tuple[str, Money]]] = {}
        for each in self.moneys:
            if each.contract:
                self.spends.setdefault(each.contract, []).append(each)
                self._wait(each, each.contract, "usable")
            if each.rfp and each.request in self.jobs[each.rfp].after:
                self._wait(each, each.rfp, "tender")
        self.order: list[Job] = []
        placed: set[str] = set()
        waiting = list(self.jobs.values())
        while waiting:
            ready = [job for job in waiting if placed.issuperset(job.after)]
            assert ready, "the jobs wait for each other"
            self.order += ready
            placed.update(job.id for job in ready)
            waiting = [job for job in waiting if job.id not in placed]

    def _wait(self, money: Money, name: str, opened: str) -> None:
        self.waits.setdefault((money.request, name), []).append((opened, money))

    def over(self, name: str, begins: date) -> date:
        """Return the day after a job that may begin on a day, inside its window."""
        if name in self.facts:
            # What is under way ends as much later as it is taken to have begun later.
            fact = self.facts[name]
            over = fact.over + (begins - fact.begins)
            if fact.final or name not in self.votes:
                return over
            return vote_after(over, self.votes[name])
        return self.worked(name, self.paid_from(name, begins))

    def worked(self, name: str, begins: date) -> date:
        """Return the day after a job that begins on a day, with or without money."""
        months = self.jobs[name].months
        if name in self.votes:
            # Even work that takes no time is not voted on before it has begun.
            ready = max(months_later(begins, months), begins + ONE_DAY)
            return vote_after(ready, self.votes[name])
        if name not in self.windows:
            return months_later(begins, months)
        return next(
            over
            for each in self.windows[name]
            if (over := months_later(max(begins, each.opens), months))
            <= each.closes + ONE_DAY
        )

    def latest_start(self, name: str, limit: date) -> date:
        """Return the latest day from which a job is over by `limit`."""
        start = self.latest_work(name, limit)
        while self.paid_from(name, start) > start:
            start -= ONE_DAY
        return start

    def latest_work(self, name: str, limit: date) -> date:
        """Return the latest day from which a job is worked by `limit`, paid or not."""
        months = self.jobs[name].months
        if name in self.votes:
            while not is_vote(limit - ONE_DAY, self.votes[name]):
                limit -= ONE_DAY
            return min(latest_start(months, limit), limit - ONE_DAY)
        if name not in self.windows:
            return latest_start(months, limit)
        return next(
            start
            for each in reversed(self.windows[name])
            if (start := latest_start(months, min(limit, each.closes + ONE_DAY)))
            >= each.opens
        )

    def paid_from(self, name: str, day: date) -> date:
        """Return the first day from one on with all its money, none of it lapsed."""
        moneys = self.spends.get(name, ())
        while (
            later := max((self._paid(each, day) for each in moneys), default=day)
        ) > day:
            day = later
        return day

    def _paid(self, money: Money, day: date) -> date:
        asked = self.facts.get(money.request)
        ways = money.ways
        if asked is not None:
            first = [way[_place(way, asked.over - ONE_DAY)] for way in ways]
            if day <= min(each.usable for each in first):
                # Until then it is the request that is waited for.
                return day
            ways = tuple(self._askable(way, asked.over - ONE_DAY) for way in ways)
        found = (next(each for each in way if each.lapses >= day) for way in ways)
        return min(max(day, each.usable) for each in found)

    def _askable(self, way: Sequence[Budget], asked: date) -> tuple[Budget, ...]:
        """Return the budget that was asked for, and those that still can be."""
        first, *later = way[_place(way, asked) :]
        return first, *(each for each in later if each.closes >= self.today)

    def next_day(self, earlier: str, later: str, over: date) -> date:
        """Return when a job may begin once one before it is over."""
        begins = over
        for opened, money in self.waits.get((earlier, later), ()):
            # Handed in on the last day of the work, for the first budget still open.
            found = (way[_place(way, over - ONE_DAY)] for way in money.ways)
            days: list[date] = [getattr(each, opened) for each in found]
            begins = max(begins, min(days))
        return begins

    def last_day(self, earlier: str, later: str, start: date) -> date:
        """Return by when a job must be over for one after it to begin on a day."""
        last = start
        for opened, money in self.waits.get((earlier, later), ()):
            closes = (
                each.closes + ONE_DAY
                for way in money.ways
                for each in way
                if getattr(each, opened) <= start
            )
            last = min(last, max(closes))
        return last

    def lapses(
        self, money: Money, over: date, tender: date | None, signed: date
    ) -> date | None:
        """
        Return until when a contract could begin on the money that was asked for.

        Parameters
        ----------
        over
            The day after the job that asks for it.
        tender, signed
            When proposals are asked for, and when the contract begins.
        """
        budgets = (
            each
            for way in money.ways
            for place, each in enumerate(way[_place(way, over - ONE_DAY) :])
            # A request for one year's ordinary budget is none for the next.
            if place == 0 or each.opens == date.min
        )
        return max(
            (
                each.lapses
                for each in budgets
                if each.usable <= signed and (tender is None or each.tender <= tender)
            ),
            default=None,
        )

    def downstream(self, held: str) -> list[Job]:
        """Return the jobs that wait for a job, however far down, in order."""
        reached = {held}
        found = []
        for job in self.order:
            if not reached.isdisjoint(job.after):
                reached.add(job.id)
                found.append(job)
        return found

    def lost(
        self, held: str, *starts: date, lapses: Mapping[str, date] | None = None
    ) -> list[set[str]]:
        """
        Return the systems that miss their cutover, for each start of one job.

        Nothing else holds anything up: neither an as-of date nor a publication. All
        that does not wait for the job is long finished, so that only what does is
        counted forward. A contract that begins after its money lapses is lost too.
        """
        chain = self.downstream(held)
        return [self._lost(held, start, chain, lapses or {}) for start in starts]

    def _lost(
        self, held: str, start: date, chain: list[Job], lapses: Mapping[str, date]
    ) -> set[str]:
        over = {held: self.over(held, start)}
        lost = {held} if start > lapses.get(held, date.max) else set()
        for job in chain:
            begins = max(
                self.next_day(name, job.id, over[name])
                for name in job.after
                if name in over
            )
            over[job.id] = self.over(job.id, begins)
            if begins > lapses.get(job.id, date.max):
                lost.add(job.id)
        return lost | {
            goal.system
            for goal in self.goals
            if any(over.get(name, date.min) > goal.day for name in goal.after)
        }

    def finishes(self, first_days: Mapping[str, date]) -> dict[str, date]:
        """Return when each job is over if none starts before its first day."""
        over: dict[str, date] = {}
        for job in self.order:
            waits = (self.next_day(name, job.id, over[name]) for name in job.after)
            over[job.id] = self.over(job.id, max([first_days[job.id], *waits]))
            if job.id in self.facts:
                over[job.id] = self.facts[job.id].over
        return over

    def ready(self, over: Mapping[str, date]) -> dict[str, date]:
        """
        Return the day on which all that a system's cutover waits for is over.

        With nothing left to wait for it is today.
        """
        return {
            goal.system: max((over[name] for name in goal.after), default=self.today)
            for goal in self.goals
        }


def _place(way: Sequence[Budget], day: date) -> int:
    """Return the place of the first budget for which one can still ask on a day."""
    return bisect_left(way, day, key=attrgetter("closes"))
