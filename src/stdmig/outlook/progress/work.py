"""The rate that weighs the work: months that are over, of all months (作業量)."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from stdmig.network import Task, every_task
from stdmig.schedule import Duration, Plan, Record
from stdmig.schedule.timing import durations


class Work(NamedTuple):
    """
    Work in months of the longest durations (作業量).

    Works of several municipalities are added up part by part.

    Attributes
    ----------
    done
        What is over of it.
    whole
        All of it.
    """

    done: float
    whole: float

    @property
    def rate(self) -> float | None:
        """Return the share that is over; None where there is no work."""
        return self.done / self.whole if self.whole else None


class WorkProgress(NamedTuple):
    """
    How far the work of a plan is (作業量の進捗).

    Attributes
    ----------
    whole
        All tasks of the systems looked at, each once.
    systems
        The tasks of each system, by its id; what is done for several systems counts in
        each.
    unmeasured
        Places of the tasks that are under way with neither a percentage nor remaining
        months on record: they count as nothing done.
    """

    whole: Work
    systems: dict[str, Work]
    unmeasured: tuple[int, ...]


class _Weighed(NamedTuple):
    """Every task that there is or was, and which share of it is over, by its place."""

    tasks: tuple[Task, ...]
    months: tuple[Duration, ...]
    shares: dict[int, float]


def work_done(plan: Plan) -> Work:
    """
    Return how much of a plan's work is over.

    A task weighs its longest duration in months. One that is done or does not apply
    counts whole; one under way by its percentage, else by the months that are recorded
    as remaining, else not at all. The tasks of systems that are live are no longer in
    the plan, but they were work: they count as done.
    """
    weighed = _weighed(plan)
    months = weighed.months
    done = sum(months[place].max * each for place, each in weighed.shares.items())
    return Work(float(done), float(sum(span.max for span in months)))


def work_progress(plan: Plan, systems: Collection[str] | None = None) -> WorkProgress:
    """
    Return how much of the work is over, by system too; see `work_done`.

    Parameters
    ----------
    plan
        The dates, and what is recorded.
    systems
        Ids of the systems that the reader looks at; None means all that apply.
    """
    weighed, live = _weighed(plan), plan.network.live
    looked_at = [each.id for each in plan.network.systems]
    if systems is not None:
        looked_at = [each for each in looked_at if each in systems]
    done = dict.fromkeys(looked_at, 0.0)
    whole = dict(done)
    all_done = all_whole = 0.0
    for place, task in enumerate(weighed.tasks):
        own = [each.id for each in task.systems if each.id in whole]
        longest, share = weighed.months[place].max, weighed.shares.get(place, 0.0)
        for system in own:
            whole[system] += longest
            # It serves already, whatever is left to do for the others.
            done[system] += longest if system in live else longest * share
        if own:
            all_whole += longest
            all_done += longest * share
    return WorkProgress(
        Work(all_done, all_whole),
        {each: Work(done[each], whole[each]) for each in looked_at},
        tuple(place for place in _unmeasured(plan) if _concerns(plan, place, whole)),
    )


def _concerns(plan: Plan, place: int, systems: Collection[str]) -> bool:
    return any(each.id in systems for each in plan.tasks[place].systems)


def _weighed(plan: Plan) -> _Weighed:
    known = {
        place: share
        for place, record in plan.progress.items()
        if (share := _share(plan, place, record))
    }
    if not plan.network.live:
        return _Weighed(plan.tasks, plan.durations, known)
    tasks = every_task(plan.network)
    open_place = plan.network.place_of
    shares = {}
    for place, task in enumerate(tasks):
        own = open_place.get(task.id)
        share = 1.0 if own is None else known.get(own, 0.0)
        if share:
            shares[place] = share
    return _Weighed(tasks, durations(plan.inventory, tasks), shares)


def _share(plan: Plan, place: int, record: Record) -> float:
    """Return which share of a task is over, from 0 to 1."""
    if record.status in ("done", "not_applicable"):
        return 1.0
    if record.status != "started":
        return 0.0
    percent = _percent(plan, record)
    if percent is not None:
        return percent / 100
    if record.remaining_months is None:
        return 0.0
    longest = plan.durations[place].max
    return max(longest - record.remaining_months, 0) / longest if longest else 0.0


def _percent(plan: Plan, record: Record) -> int | None:
    written = plan.inventory.progress
    return written.tasks[record.entry].percent if written is not None else None


def _unmeasured(plan: Plan) -> tuple[int, ...]:
    return tuple(
        place
        for place, record in plan.progress.items()
        if record.status == "started"
        and record.remaining_months is None
        and _percent(plan, record) is None
    )
