"""From a planned workspace to how far its work is (進捗の把握)."""

from __future__ import annotations

from stdmig.inventory.baselines import Baseline
from stdmig.outlook import Share, budget_groups
from stdmig.outlook.status import Status, status
from stdmig.schedule import milestones
from stdmig.workspace.plan import Planned
from stdmig.workspace.section import (
    coverages_of,
    lines_of,
    milestones_of,
    places_of,
    systems_of,
)


def status_of(
    planned: Planned,
    baseline: Baseline | None,
    horizons: tuple[int, ...],
    section: str | None = None,
) -> Status:
    """
    Return the status of a workspace.

    Parameters
    ----------
    planned
        The workspace.
    baseline
        The kept plan that it is held against, if any.
    horizons
        Days ahead of the as-of date, upward; at least one.
    section
        Whose part it is; None for all.
    """
    plan = planned.plan
    systems = systems_of(planned.inventory, section)
    share = Share(
        plan,
        places_of(plan, section),
        coverages_of(planned.coverages, section),
        lines_of(planned.budget, section),
        budget_groups(plan, systems),
        milestones_of(plan, milestones(plan), section),
    )
    return status(share, baseline, horizons, systems)
