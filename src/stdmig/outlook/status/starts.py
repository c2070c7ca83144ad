"""What must begin soon, and who must begin it (これから始める作業)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from stdmig.levelling.levelled import Worker
from stdmig.network import Task
from stdmig.schedule import Plan


class Start(NamedTuple):
    """
    A task that is to begin, or should have begun (着手).

    Attributes
    ----------
    day
        Its planned start.
    days
        From the as-of date to it; negative where it is overdue.
    workers
        Who begins it: the lead section first, then sections in the order of the file.
    """

    place: int
    task: Task
    day: date
    days: int
    workers: tuple[Worker, ...]


class WorkerStarts(NamedTuple):
    """
    How much one section has to begin (担当別の着手件数).

    Attributes
    ----------
    overdue
        Tasks that should have begun.
    within
        Tasks that begin by each horizon and after the one before it.
    """

    worker: Worker
    overdue: int
    within: tuple[int, ...]


def starts(plan: Plan, places: Iterable[int], days: int) -> tuple[Start, ...]:
    """
    Return the planned starts of tasks that have not begun, the first one first.

    Parameters
    ----------
    plan
        The dates, and what has begun.
    places
        The tasks that the reader looks at.
    days
        How far ahead of the as-of date.
    """
    today, planned = plan.as_of.toordinal(), plan.planned.start
    found = [
        Start(
            place,
            plan.tasks[place],
            date.fromordinal(planned[place]),
            planned[place] - today,
            _workers(plan, place),
        )
        for place in places
        if planned[place] - today <= days and plan.status(place) == "not_started"
    ]
    return tuple(sorted(found, key=lambda each: (each.day, *each.task.order)))


def by_worker(
    plan: Plan, found: tuple[Start, ...], horizons: tuple[int, ...]
) -> tuple[WorkerStarts, ...]:
    """
    Return the starts counted by who begins them; a task of several counts in each.

    The lead section comes first, then the sections in the order of the file.

    Parameters
    ----------
    plan
        The dates.
    found
        The starts.
    horizons
        Days from the as-of date, upward.
    """
    counted: dict[Worker, list[int]] = {}
    for each in found:
        column = 0 if each.days < 0 else 1 + _horizon(each.days, horizons)
        for worker in each.workers:
            own = counted.setdefault(worker, [0] * (len(horizons) + 1))
            own[column] += 1
    lead = _lead(plan)
    sections = (each.unit.section for each in plan.inventory.installations)
    everybody = dict.fromkeys([lead, *(_group(each, lead) for each in sections)])
    return tuple(
        WorkerStarts(worker, counted[worker][0], tuple(counted[worker][1:]))
        for worker in everybody
        if worker in counted
    )


def _horizon(days: int, horizons: tuple[int, ...]) -> int:
    return next(place for place, limit in enumerate(horizons) if days <= limit)


def _workers(plan: Plan, place: int) -> tuple[Worker, ...]:
    """Return whose task it is; what a vendor does alone is its section's to see to."""
    task, lead = plan.tasks[place], _lead(plan)
    found = {lead: None} if "lead" in task.item.actors else {}
    if "section" in task.item.actors or not found:
        found |= dict.fromkeys(_group(each, lead) for each in task.sections)
    return tuple(found) or (lead,)


def _lead(plan: Plan) -> Worker:
    return Worker("lead", plan.inventory.municipality.lead_section)


def _group(section: str, lead: Worker) -> Worker:
    """Return the group of people that a section is."""
    return lead if section == lead.name else Worker("section", section)
