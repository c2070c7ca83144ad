"""Everything that a paper about a plan can show (計画書の内容)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.budget import BudgetLine
from stdmig.outlook import Workload
from stdmig.render.check.report import Report
from stdmig.render.plan.page import PlanPage
from stdmig.schedule import Plan


class Dossier(NamedTuple):
    """
    A plan with its findings, its budget request and its load.

    Attributes
    ----------
    page
        The plan: summary, tasks, contracts, milestones, assumptions.
    report
        The findings.
    lines
        The budget request.
    workloads
        Tasks per section and month.
    """

    page: PlanPage
    report: Report
    lines: tuple[BudgetLine, ...]
    workloads: tuple[Workload, ...]

    @property
    def plan(self) -> Plan:
        """Return the dates."""
        return self.page.plan
