"""How much each section has to do, month by month (担当課別の作業量)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.schedule import Plan

Month = tuple[int, int]
"""Calendar year and month."""


class Workload(NamedTuple):
    """
    The tasks that a section has on its hands.

    Attributes
    ----------
    section
        Who; None for tasks of no unit's section.
    tasks
        Number of tasks under way at some day of each month, by the planned dates. A
        task of several sections counts in each; what is over counts nowhere.
    """

    section: str | None
    tasks: dict[Month, int]

    @property
    def peak(self) -> int:
        """Return the most tasks in one month."""
        return max(self.tasks.values(), default=0)


def workloads(plan: Plan, places: list[int]) -> tuple[Workload, ...]:
    """
    Return the load of each section by the planned dates, in the order of the file.

    Parameters
    ----------
    plan
        The dates.
    places
        Which tasks.
    """
    found: dict[str | None, dict[Month, int]] = {
        placed.unit.section: {} for placed in plan.inventory.installations
    }
    for place in places:
        if plan.is_over(place):
            continue
        dates = plan.dates(place)
        for section in plan.tasks[place].sections or (None,):
            load = found.setdefault(section, {})
            for month in _months(dates.planned_start, dates.planned_finish):
                load[month] = load.get(month, 0) + 1
    return tuple(
        Workload(section, dict(sorted(load.items())))
        for section, load in found.items()
        if load
    )


def _months(first: date, last: date) -> list[Month]:
    """Return the calendar months from one day to another, both inside."""
    span = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [(number // 12, number % 12 + 1) for number in span]
