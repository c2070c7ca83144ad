"""From a workspace to its plan, contracts and findings (計画・点検)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from stdmig.coverage import Coverage, cover
from stdmig.inventory import Inventory
from stdmig.network import expand
from stdmig.rules import Context, Finding, Rule, check
from stdmig.schedule import Plan, schedule

if TYPE_CHECKING:
    from stdmig.budget import BudgetLine

AsOfSource = Literal["option", "template", "today"]
"""Who said which day the plan is looked at from."""


@dataclass(frozen=True)
class Planned:
    """
    A workspace with everything that follows from it, computed when it is asked for.

    Attributes
    ----------
    plan
        The dates.
    as_of_source
        Where the as-of date is from; ``today`` is the one reading of the clock.
    """

    plan: Plan
    as_of_source: AsOfSource

    @property
    def inventory(self) -> Inventory:
        """Return what was read."""
        return self.plan.inventory

    @cached_property
    def coverages(self) -> tuple[Coverage, ...]:
        """Return the contracts held against the plan."""
        return cover(self.plan)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings of all rules."""
        return self.check()

    def check(
        self, chosen: Callable[[Rule], bool] = lambda rule: True
    ) -> tuple[Finding, ...]:
        """Return the findings of the chosen rules."""
        return check(Context(self.plan, self.coverages), chosen)

    @cached_property
    def budget(self) -> tuple[BudgetLine, ...]:
        """Return the lines of the budget request."""
        # Not every command asks for money; the check starts without this room.
        from stdmig.budget import budget

        return budget(self.plan, self.coverages)


def plan_workspace(inventory: Inventory, as_of: date | None, today: date) -> Planned:
    """
    Plan an inventory.

    Parameters
    ----------
    inventory
        What was read.
    as_of
        The day that the user named, if any; the template's wins over the clock.
    today
        What the clock says.
    """
    written = inventory.template.planning.as_of
    day = as_of or written or today
    source: AsOfSource = "option" if as_of else "template" if written else "today"
    return Planned(schedule(expand(inventory, day), day), source)
