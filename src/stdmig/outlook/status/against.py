"""The work held against a plan that was kept (基準計画との差)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Literal, NamedTuple

from stdmig.inventory import System
from stdmig.inventory.baselines import Baseline, BaselineTask
from stdmig.network import Task, every_task
from stdmig.schedule import Plan

LateKind = Literal["unfinished", "unbegun", "later"]
"""
Why a task is late, the first that holds.

It should be over by now; it should have begun by now; its forecast end is later than
the kept plan had it.
"""


class LateTask(NamedTuple):
    """
    A task that is late against the kept plan (遅れている作業).

    Attributes
    ----------
    place
        Its place in the plan.
    kept_start, kept_finish
        First and last day as the kept plan had them.
    start, finish
        First and last day as they must be expected now: the planned ones, or later
        ones counted forward from what has happened.
    """

    place: int
    task: Task
    kind: LateKind
    kept_start: date
    kept_finish: date
    start: date
    finish: date

    @property
    def kept(self) -> date:
        """Return the kept day that counts: the first one of what should have begun."""
        return self.kept_start if self.kind == "unbegun" else self.kept_finish

    @property
    def expected(self) -> date:
        """Return the day that is to be expected in its place."""
        return self.start if self.kind == "unbegun" else self.finish

    @property
    def days(self) -> int:
        """Return by how many days it is late."""
        return (self.expected - self.kept).days


class NewAndGone(NamedTuple):
    """
    What a kept plan did not know, and what has left the plan since.

    Attributes
    ----------
    new_systems, new_tasks
        Not live and not over, and not in the kept plan.
    gone_systems, gone_tasks
        Ids that the kept plan has and the plan has no more; what is live is not gone.
    """

    new_systems: tuple[System, ...]
    new_tasks: tuple[Task, ...]
    gone_systems: tuple[str, ...]
    gone_tasks: tuple[str, ...]


class Against(NamedTuple):
    """
    A plan held against one that was kept (基準計画との比較).

    Attributes
    ----------
    late
        What should be over first, then what should have begun, then what will be over
        later; the latest first.
    since
        What is new or gone.
    """

    baseline: Baseline
    late: tuple[LateTask, ...]
    since: NewAndGone


def held_against(
    plan: Plan,
    baseline: Baseline,
    places: Iterable[int],
    systems: Collection[str] | None = None,
) -> Against:
    """
    Return what is late, new or gone.

    Parameters
    ----------
    plan
        The dates, and what has happened.
    baseline
        The plan that was kept.
    places
        The tasks that the reader looks at.
    systems
        Ids of the systems that the reader looks at; None means all. What is gone has
        no section any more, and is told only to whoever looks at all.
    """
    own = tuple(places)
    kept = {each.task: each for each in baseline.tasks}
    found = [
        late
        for place in own
        if (entry := kept.get(plan.tasks[place].id)) is not None
        and not plan.is_over(place)
        and (late := _late(plan, place, entry)) is not None
    ]
    rank: dict[LateKind, int] = {"unfinished": 0, "unbegun": 1, "later": 2}
    found.sort(key=lambda each: (rank[each.kind], -each.days, *each.task.order))
    since = _since(plan, baseline, own, systems)
    return Against(baseline, tuple(found), since)


def _late(plan: Plan, place: int, kept: BaselineTask) -> LateTask | None:
    begun = plan.status(place) != "not_started"
    if kept.finish < plan.as_of:
        kind: LateKind = "unfinished"
    elif kept.start < plan.as_of and not begun:
        kind = "unbegun"
    else:
        kind = "later"
    early, planned = plan.planned_early, plan.planned
    late = LateTask(
        place,
        plan.tasks[place],
        kind,
        kept.start,
        kept.finish,
        date.fromordinal(max(early.start[place], planned.start[place])),
        date.fromordinal(max(early.finish[place], planned.finish[place]) - 1),
    )
    return late if kind != "later" or late.days > 0 else None


def _since(
    plan: Plan,
    baseline: Baseline,
    places: tuple[int, ...],
    systems: Collection[str] | None,
) -> NewAndGone:
    kept_tasks = [each.task for each in baseline.tasks]
    kept_systems = [each.system for each in baseline.cutovers]
    live, known = plan.network.live, {each.id for each in plan.network.systems}
    new_systems = tuple(
        each
        for each in plan.network.systems
        if each.id not in (*kept_systems, *live)
        and (systems is None or each.id in systems)
    )
    listed = frozenset(kept_tasks)
    new_tasks = tuple(
        plan.tasks[place]
        for place in places
        if plan.tasks[place].id not in listed and not plan.is_over(place)
    )
    if systems is not None:
        return NewAndGone(new_systems, new_tasks, (), ())
    there = set(plan.network.place_of)
    if any(each not in there for each in kept_tasks):
        there.update(task.id for task in every_task(plan.network))
    return NewAndGone(
        new_systems,
        new_tasks,
        tuple(each for each in kept_systems if each not in known),
        tuple(each for each in kept_tasks if each not in there),
    )
