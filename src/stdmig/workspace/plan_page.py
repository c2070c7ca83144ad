"""What the page about a plan shows: all of it, or one section's part (計画の頁)."""

from __future__ import annotations

from stdmig.outlook import Share, budget_groups, next_dates, summarise
from stdmig.render.plan.page import PlanPage
from stdmig.schedule import assumptions, milestones
from stdmig.workspace.plan import Planned
from stdmig.workspace.section import (
    assumptions_of,
    coverages_of,
    lines_of,
    milestones_of,
    places_of,
    systems_of,
)


def plan_page(planned: Planned, section: str | None = None) -> PlanPage:
    """Return the contents of the page; how it is folded is for the caller to say."""
    plan = planned.plan
    own = coverages_of(planned.coverages, section)
    systems = systems_of(planned.inventory, section)
    share = Share(
        plan,
        places_of(plan, section),
        own,
        lines_of(planned.budget, section),
        budget_groups(plan, systems),
        milestones_of(plan, milestones(plan), section),
    )
    dates = next_dates(share)
    return PlanPage(
        plan,
        summarise(plan, own, dates, systems),
        share.places,
        own,
        share.milestones,
        assumptions_of(plan, assumptions(plan), section),
        as_of_today=planned.as_of_source == "today",
        section=section,
        systems=systems,
        budgets=share.budgets,
        next_dates=dates,
    )
