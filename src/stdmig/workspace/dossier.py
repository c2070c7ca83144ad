"""All about a plan for a paper: the page, findings, budget and load (計画書)."""

from __future__ import annotations

from stdmig.outlook import workloads
from stdmig.render.dossier import Dossier
from stdmig.workspace.plan import Planned
from stdmig.workspace.plan_page import plan_page
from stdmig.workspace.report import check_report
from stdmig.workspace.section import lines_of


def dossier(planned: Planned, section: str | None = None) -> Dossier:
    """Return what a paper shows: all of it, or one section's part."""
    page = plan_page(planned, section)
    return Dossier(
        page,
        check_report(planned, section=section),
        lines_of(planned.budget, section),
        workloads(planned.plan, page.places),
    )
