"""What a page about a plan shows, whatever it is written on (計画の内容)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.coverage import Coverage
from stdmig.outlook import BudgetGroup, NextDate, Summary
from stdmig.render.plan.rows import Grouping
from stdmig.schedule import Assumption, Cutover, MilestoneDate, Plan


class PlanPage(NamedTuple):
    """
    What a page about a plan shows.

    Attributes
    ----------
    places
        The tasks, for instance those of one section.
    coverages
        The contracts, likewise.
    assumptions
        All of them; they are counted, or listed where `list_assumptions` says so.
    as_of_today
        Whether the as-of date is the clock's.
    section
        Whose part it is; None means everybody's.
    systems
        Ids of the systems that are looked at; None means all.
    budgets
        Which budget pays for what.
    next_dates
        What is due from the as-of date on, the next first.
    options
        What a command must be given to open the same workspace.
    """

    plan: Plan
    summary: Summary
    places: list[int]
    coverages: tuple[Coverage, ...]
    milestones: tuple[MilestoneDate, ...]
    assumptions: tuple[Assumption, ...]
    grouping: Grouping = "item"
    full: bool = False
    list_assumptions: bool = False
    as_of_today: bool = False
    section: str | None = None
    systems: frozenset[str] | None = None
    budgets: tuple[BudgetGroup, ...] = ()
    next_dates: tuple[NextDate, ...] = ()
    options: str = ""

    @property
    def cutovers(self) -> list[Cutover]:
        """Return the cutovers of the systems that are looked at."""
        return [self.plan.cutovers[place] for place in self.system_places]

    @property
    def system_places(self) -> list[int]:
        """Return the places of the systems that are looked at."""
        return [
            place
            for place, system in enumerate(self.plan.network.systems)
            if self.systems is None or system.id in self.systems
        ]
