"""The plan as steps over many samples: who waits for whom, by which rule (模型)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from stdmig.network import Network
from stdmig.risk.draws import Source
from stdmig.risk.grid import Days, Grid, Value, look
from stdmig.risk.work_rules import WorkRule, next_day
from stdmig.schedule import Plan


class Arrival(NamedTuple):
    """
    A task that is waited for.

    Attributes
    ----------
    place
        Of the task.
    link, back
        The rule of the link, from its finish to the day from which one may start, and
        the other way round; None where that is the finish itself.
    """

    place: int
    link: Days | None = None
    back: Days | None = None


class Wait(NamedTuple):
    """What a start waits for: a day, and the finishes of other tasks."""

    floor: int
    arrivals: tuple[Arrival, ...]


class Work(NamedTuple):
    """
    A task that has not begun.

    Attributes
    ----------
    wait
        Number of what its start waits for; the same for tasks that start together.
    alike
        Place of an earlier task that always has the same dates, if there is one.
    """

    wait: int
    rule: WorkRule
    alike: int | None = None


class Ready(NamedTuple):
    """
    A system that is not live.

    Attributes
    ----------
    place
        Of the system.
    tasks
        Those that its cutover waits for.
    """

    place: int
    tasks: tuple[int, ...]


@dataclass(frozen=True)
class Model:
    """
    Everything that the passes over samples need.

    Attributes
    ----------
    plan, grid
        What is sampled, and its days.
    sources
        Per task, its duration; of one that has begun, its finish.
    work
        Per task that has not begun; None for the others.
    waits
        What starts wait for, without what never decides.
    before
        Per task, all that it waits for.
    systems
        Those that are not live.
    cutovers
        By place of the system: from the day all is ready to that of the cutover.
    """

    plan: Plan
    grid: Grid
    sources: tuple[Source | int | None, ...]
    work: tuple[Work | None, ...]
    waits: tuple[Wait, ...]
    before: tuple[tuple[Arrival, ...], ...]
    systems: tuple[Ready, ...]
    cutovers: dict[int, Days]

    def work_rule(self, place: int) -> WorkRule:
        """Return the rule of a task that has not begun."""
        work = self.work[place]
        assert work is not None
        return work.rule

    @property
    def network(self) -> Network:
        """Return the network without the links that progress has overtaken."""
        return self.plan.ahead


@dataclass(slots=True)
class Run:
    """
    One pass forward over a chunk of samples.

    Attributes
    ----------
    starts
        Per wait; None where nothing asks for it.
    finish
        Per task.
    ready, cutover
        Per system of the plan, live ones as of today.
    binding
        Per system, in which samples its own readiness sets its cutover; None for all.
    """

    starts: list[Value]
    finish: list[Value]
    ready: list[Value]
    cutover: list[Value]
    binding: dict[int, Value]


def forward(model: Model, drawn: Sequence[Value]) -> Run:
    """
    Plan every task as early as its predecessors and its floor allow.

    Parameters
    ----------
    drawn
        Per task, its duration; of one that has begun, its finish.
    """
    finish: list[Value] = [0] * len(model.work)
    starts: list[Value] = [-1] * len(model.waits)
    begun = [False] * len(model.waits)
    for place, work in enumerate(model.work):
        if work is None:
            finish[place] = drawn[place]
        elif work.alike is not None:
            finish[place] = finish[work.alike]
        else:
            if not begun[work.wait]:
                starts[work.wait] = start_of(model.waits[work.wait], finish)
                begun[work.wait] = True
            finish[place] = work.rule.finish(starts[work.wait], drawn[place])
    run = Run(starts, finish, [], [], {})
    _cut_over(model, run)
    return run


def start_of(wait: Wait, finish: Sequence[Value]) -> Value:
    """Return the first day on which nothing is waited for any more."""
    days = [arrival(each, finish) for each in wait.arrivals]
    return latest_of([*days, wait.floor] if wait.floor >= 0 else days)


def arrival(each: Arrival, finish: Sequence[Value]) -> Value:
    """Return the first day on which a task holds up another no more."""
    day = finish[each.place]
    return day if each.link is None else look(each.link, np.asarray(day >> 5))


def latest_of(days: Sequence[Value]) -> Value:
    """Return the latest of some days, sample by sample."""
    latest, *others = days
    for each in others:
        latest = np.maximum(latest, each)
    return latest


def _cut_over(model: Model, run: Run) -> None:
    """Add when each system is ready and may first be cut over, in the wanted order."""
    today = model.grid.at(model.plan.as_of.toordinal())
    settled = bool(model.plan.safe.settled)
    for earlier in model.network.before_cutover:
        days = [run.finish[place] for place in earlier]
        run.ready.append(latest_of([*days, today] if settled or not days else days))

    def first(system: int, day: Value) -> Value:
        table = model.cutovers.get(system)
        return day if table is None else look(table, np.asarray(day >> 5))

    run.cutover = [first(system, day) for system, day in enumerate(run.ready)]
    reached: list[Value] = []
    following = next_day(model.grid) if model.plan.safe.order else None
    for group in model.plan.safe.order:
        assert following is not None
        waits = [look(following, np.asarray(reached[e] >> 5)) for e in group.after]
        day = latest_of([*(run.ready[system] for system in group.systems), *waits])
        for system in group.systems:
            run.cutover[system] = first(system, day)
            run.binding[system] = np.asarray(run.ready[system] == day)
        reached.append(latest_of([run.cutover[system] for system in group.systems]))
