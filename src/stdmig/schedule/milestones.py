"""The dates that a council is told (主な節目)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.inventory import Milestone, System
from stdmig.schedule.plan import Plan


class MilestoneDate(NamedTuple):
    """
    One date of a milestone.

    Attributes
    ----------
    milestone
        What happens.
    day
        Planned start, planned last day, or cutover.
    systems
        For which systems, in the order of the file.
    """

    milestone: Milestone
    day: date
    systems: tuple[System, ...]


def milestones(plan: Plan) -> tuple[MilestoneDate, ...]:
    """
    Return the milestones of the template, one row for each different date.

    Rows stand in the order of the template, then by date.
    """
    rows: list[MilestoneDate] = []
    for milestone in plan.inventory.template.milestones:
        by_day: dict[date, set[str]] = {}
        for day, systems in _occurrences(plan, milestone):
            names = {system.id for system in systems}
            by_day.setdefault(day, set()).update(names)
        rows += [
            MilestoneDate(
                milestone,
                day,
                tuple(each for each in plan.network.systems if each.id in names),
            )
            for day, names in sorted(by_day.items())
        ]
    return tuple(rows)


def _occurrences(
    plan: Plan, milestone: Milestone
) -> list[tuple[date, tuple[System, ...]]]:
    if milestone.cutover:
        return [(cutover.day, (cutover.system,)) for cutover in plan.cutovers]
    found = []
    for place, task in enumerate(plan.tasks):
        if task.item.ref == milestone.item:
            dates = plan.dates(place)
            starts = milestone.date == "start"
            day = dates.planned_start if starts else dates.planned_finish
            found.append((day, task.systems))
    return found
