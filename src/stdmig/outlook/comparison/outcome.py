"""One of two plans that are compared, with all that follows from it (比べる計画)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.budget import BudgetLine
from stdmig.coverage import Coverage
from stdmig.outlook.next_dates import Share
from stdmig.rules import Finding
from stdmig.schedule import Cutover, Plan


class Outcome(NamedTuple):
    """
    A plan and what follows from it: all of it, or one section's part.

    Attributes
    ----------
    share
        Tasks, contracts, budget request and milestones.
    systems
        Ids of the systems; None means all.
    """

    share: Share
    systems: frozenset[str] | None
    findings: tuple[Finding, ...]

    @property
    def plan(self) -> Plan:
        """Return the dates."""
        return self.share.plan

    @property
    def places(self) -> list[int]:
        """Return the tasks."""
        return self.share.places

    @property
    def coverages(self) -> tuple[Coverage, ...]:
        """Return the contracts held against the plan."""
        return self.share.coverages

    @property
    def lines(self) -> tuple[BudgetLine, ...]:
        """Return the budget request."""
        return self.share.lines

    @property
    def cutovers(self) -> dict[str, Cutover]:
        """Return the cutovers of its systems by their ids."""
        return {
            each.system.id: each
            for each in self.plan.cutovers
            if self.systems is None or each.system.id in self.systems
        }
