"""Work that compares with a specification that is not out yet (公表前の作業)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stdmig.inventory import System
from stdmig.schedule.floors import publication
from stdmig.schedule.plan import Plan


class TooEarly(NamedTuple):
    """
    A task that is planned to start before a specification it waits for.

    Attributes
    ----------
    place
        Of the task.
    published
        Last day on which the specification may still be missing.
    days
        By how many days the start would have to move.
    """

    place: int
    system: System
    published: date
    days: int


def work_too_early(plan: Plan) -> Iterator[TooEarly]:
    """
    Yield the planned starts on or before the publication of a specification.

    One that is out by the as-of date keeps nobody waiting any more.
    """
    for place, task in enumerate(plan.tasks):
        if task.item.waits_for != "specification":
            continue
        for system in task.systems:
            published = publication(plan.inventory, system)
            if published is None or published < plan.as_of:
                continue
            days = published.toordinal() + 1 - plan.planned.start[place]
            if days > 0:
                yield TooEarly(place, system, published, days)


def waiting_systems(plan: Plan) -> Iterator[tuple[System, date | None]]:
    """Yield the systems with work that waits for a specification, and its day."""
    waiting = {
        system.id
        for task in plan.tasks
        if task.item.waits_for == "specification"
        for system in task.systems
    }
    for system in plan.network.systems:
        if system.id in waiting:
            yield system, publication(plan.inventory, system)
