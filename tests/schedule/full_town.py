"""A town with all that can move a date, and its dates counted anew (検算用の自治体)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from stdmig.inventory import Source, Sources, load
from stdmig.network import expand
from stdmig.schedule import Plan, schedule
from tests.closed_days import Busy, Shut, Wall
from tests.network.by_hand import Unfolded, bought_under, unfold
from tests.oracle import Fact, Goal, Job, Oracle, months_later, vote_after
from tests.schedule.town import Business, Town, sources

Length = Literal["longest", "likely", "shortest"]


class Noted(NamedTuple):
    """What somebody wrote down of a task."""

    task: str
    status: str
    start: date | None = None
    finish: date | None = None
    remaining: int | None = None


class FullTown(NamedTuple):
    """
    A town with votes, variants, black-outs, progress and chosen starts.

    Attributes
    ----------
    decided
        The systems for which no ordinance is amended.
    likely
        Months that an item mostly takes, by its ref.
    in_full
        Shortest and longest months of an item under a full assessment, by its ref.
    live
        First days of service.
    starts
        Chosen starts by task, of the likely plan.
    """

    town: Town
    decided: frozenset[str] = frozenset()
    likely: Mapping[str, int] = {}
    in_full: Mapping[str, tuple[int, int]] = {}
    busy: tuple[Busy, ...] = ()
    shut: tuple[Shut, ...] = ()
    live: Mapping[str, date] = {}
    noted: tuple[Noted, ...] = ()
    starts: Mapping[str, date] = {}

    @property
    def open_town(self) -> Town:
        """Return the town without the systems that are live on the as-of date."""
        return self.town._replace(
            systems=tuple(
                each
                for each in self.town.systems
                if self.live.get(each.id, date.max) > self.town.as_of
            )
        )


def plan_of_full(full: FullTown) -> Plan:
    """Return the product's plan of the town."""
    inventory, faults = load(_sources(full))
    assert inventory is not None, faults
    return schedule(expand(inventory, full.town.as_of), full.town.as_of)


class Recount:
    """The dates of a town, counted from the files as a clerk reads them."""

    def __init__(self, full: FullTown) -> None:
        self.full = full
        self.town = full.open_town
        absent = {each.task for each in full.noted if each.status == "not_applicable"}
        self.unfolded: Unfolded = unfold(self.town, frozenset(absent))
        self.items = {item.ref: item for item in self.town.items}
        self.walls = self._walls()

    def cutover(self, system: Business) -> date:
        """Return the day wanted for a system, else the best one, else its last."""
        wanted, last = self._wanted(system), self._limit(system)
        return wanted or self.walls[system.id].best(self.town.as_of, last) or last

    def first_cutover(self, system: Business, ready: date) -> date:
        """Return the first day on which a system can be cut over, ready on a day."""
        planned = self.cutover(system)
        following = self.walls[system.id].next(ready)
        return min(following, planned) if ready <= planned else following

    def oracle(self, length: Length) -> Oracle:
        """Return what counts forward with durations of some length."""
        plain = self._oracle(length, {})
        return self._oracle(length, self._facts(plain))

    def ready(self, oracle: Oracle, over: Mapping[str, date]) -> dict[str, date]:
        """Return when each system is ready; with work recorded, not before today."""
        ready = oracle.ready(over)
        if not oracle.facts:
            return ready
        return {name: max(day, self.town.as_of) for name, day in ready.items()}

    def chosen(self, task: str, day: date, oracle: Oracle) -> tuple[date, date]:
        """
        Return first day and end of a task that somebody lets start on a day.

        What the money says to that day moves nothing: it is told as a finding.
        """
        over = oracle.worked(task, day)
        length = oracle.jobs[task].months
        budgets = oracle.windows.get(task)
        if budgets is None or any(
            each.opens <= day and months_later(day, length) <= _after(each.closes)
            for each in budgets
        ):
            return day, over
        return oracle.latest_work(task, over), over

    def _oracle(self, length: Length, facts: Mapping[str, Fact]) -> Oracle:
        jobs = [
            Job(
                name,
                () if name in facts else tuple(earlier),
                self._months(name, length),
                self._votes(name),
            )
            for name, earlier in self.unfolded.before.items()
        ]
        moneys = self.unfolded.moneys(self.town, shortest=length == "shortest")
        goals = self._goals(jobs, facts)
        return Oracle(jobs, goals, moneys, facts, self.town.as_of)

    def _goals(self, jobs: list[Job], facts: Mapping[str, Fact]) -> list[Goal]:
        """Return what each cutover waits for: also open work that nothing waits for."""
        ends = self.unfolded.before_cutover
        waited_for = {name for job in jobs for name in job.after}.union(*ends.values())
        loose = {
            job.id
            for job in jobs
            if facts
            and job.id not in waited_for
            and not (job.id in facts and facts[job.id].final)
        }
        return [
            Goal(
                system.id,
                tuple(
                    sorted(
                        ends[system.id]
                        | {
                            name
                            for name in loose
                            if system.id in self.unfolded.systems[name]
                        }
                    )
                ),
                self.cutover(system),
            )
            for system in self.town.planned_systems
        ]

    def _months(self, name: str, length: Length) -> int:
        item = self.items[name.partition("@")[0]]
        shortest, longest = item.shortest, item.longest
        if item.ref in self.full.in_full and any(
            system.assessment == "full" and system.id in self.unfolded.systems[name]
            for system in self.town.systems
        ):
            shortest, longest = self.full.in_full[item.ref]
        if length == "likely":
            # Half a month is rounded up.
            usual = self.full.likely.get(item.ref, -(-(shortest + longest) // 2))
            return sorted((shortest, usual, longest))[1]
        return shortest if length == "shortest" else longest

    def _votes(self, name: str) -> tuple[tuple[int, int], ...]:
        item = self.items[name.partition("@")[0]]
        if item.role != "ordinance" or self.town.calendar is None:
            return ()
        amending = self.unfolded.systems[name] - self.full.decided
        return tuple(each.end for each in self.town.calendar.sittings if amending)

    def _facts(self, plain: Oracle) -> dict[str, Fact]:
        return {
            each.task: fact
            for each in self.full.noted
            if each.task in plain.jobs and (fact := self._fact(each, plain)) is not None
        }

    def _fact(self, noted: Noted, plain: Oracle) -> Fact | None:
        today = self.town.as_of
        start, finish, status = noted.start, noted.finish, noted.status
        if start is not None and start > today:
            return None
        if finish is not None and finish > today:
            # What is said of tomorrow has not happened.
            status, finish = "started" if start else "not_started", None
        if status == "done":
            over = _after(finish) if finish else today
            begins = start or plain.latest_work(noted.task, over)
            return Fact(min(begins, over), over, True)
        if status == "started":
            begins = start or today
            votes = plain.votes.get(noted.task)
            # What is under way today is not over; a vote on it is still to come.
            soonest = vote_after(_after(today), votes) if votes else today
            over = plain.worked(noted.task, begins)
            if noted.remaining is not None:
                over = months_later(today, noted.remaining)
                over = vote_after(max(over, _after(today)), votes) if votes else over
            return Fact(begins, max(over, soonest), False)
        return None

    def _walls(self) -> dict[str, Wall]:
        """Return the calendar of each system with those that it is cut over with."""
        together = {each.id: {each.id} for each in self.town.planned_systems}
        by_id = {each.id: each for each in self.town.planned_systems}
        for first in by_id.values():
            for second in by_id.values():
                if _bought(first) & _bought(second) and self._alike(first, second):
                    joined = together[first.id] | together[second.id]
                    for name in joined:
                        together[name] = joined
        return {
            name: Wall(frozenset(group), self.full.busy, self.full.shut)
            for name, group in together.items()
        }

    def _alike(self, first: Business, second: Business) -> bool:
        """Return whether two systems have the same limit, and the same wanted day."""
        return self._limit(first) == self._limit(second) and (
            self._wanted(first) == self._wanted(second)
        )

    def _limit(self, system: Business) -> date:
        return system.deadline or self.town.deadline

    def _wanted(self, system: Business) -> date | None:
        return system.cutover or self.town.wanted


def _bought(system: Business) -> set[str]:
    return {bought_under(system, unit) for unit in system.units or (None,)}


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _sources(full: FullTown) -> Sources:
    files = sources(full.town)
    systems, procedures, template = (
        json.loads(each.data)
        for each in (files.systems, files.procedures, files.template)
    )
    for system in systems["systems"]:
        kind = "rule" if system["id"] in full.decided else "ordinance"
        system["ordinance"] = {"kind": kind}
    conditions = {"id": "full_assessment", "name": "全項目評価"}
    procedures["conditions"] = [conditions]
    for item in procedures["items"]:
        ref = item["ref"]
        if ref in full.likely:
            item["months"]["likely"] = full.likely[ref]
        if ref in full.in_full:
            shortest, longest = full.in_full[ref]
            item["variants"] = [
                {"when": "full_assessment", "min": shortest, "max": longest}
            ]
    template["blackouts"] = [_blackout(each) for each in full.busy]
    template["calendar"] = {"closed": [_closed(each) for each in full.shut]}
    progress = {
        "schema": "stdmig.progress/1",
        "live": [
            {"system": name, "since": str(day)} for name, day in full.live.items()
        ],
        "tasks": [_entry(each) for each in full.noted],
    }
    starts = {
        "schema": "stdmig.starts/1",
        "durations": "likely",
        "starts": [
            {"task": name, "start": str(day)} for name, day in full.starts.items()
        ],
    }
    return files._replace(
        systems=_source("systems.yaml", systems),
        procedures=_source("procedures.yaml", procedures),
        template=_source("schedule_template.yaml", template),
        progress=_source("progress.yaml", progress),
        starts=_source("starts.yaml", starts),
    )


def _source(name: str, content: dict[str, Any]) -> Source:
    return Source(name, json.dumps(content, ensure_ascii=False).encode())


def _blackout(busy: Busy) -> dict[str, Any]:
    span: dict[str, Any] = {"months": list(busy.months)}
    if busy.days:
        days = [f"{month:02}-{day:02}" for month, day in busy.days]
        span = {"days": days, "either_side": busy.either_side}
    confidence = "stated" if busy.stated else "inferred"
    return {"system": busy.system, "name": "繁忙期", "confidence": confidence} | span


def _closed(shut: Shut) -> dict[str, Any]:
    span = {"from": str(shut.first), "until": str(shut.last), "name": "休止"}
    return span if shut.systems is None else span | {"systems": list(shut.systems)}


def _entry(noted: Noted) -> dict[str, Any]:
    entry = {
        "task": noted.task,
        "status": noted.status,
        "start": str(noted.start) if noted.start else None,
        "finish": str(noted.finish) if noted.finish else None,
        "remaining_months": noted.remaining,
    }
    return {key: value for key, value in entry.items() if value is not None}
