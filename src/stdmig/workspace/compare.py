"""Two workspaces, planned from the same day and held against each other (比較)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.inventory import Inventory
from stdmig.outlook import Share, budget_groups
from stdmig.outlook.comparison import Outcome, compare_outcomes
from stdmig.render.compare.level_notes import Levels
from stdmig.render.compare.page import ComparePage
from stdmig.schedule import milestones
from stdmig.words import Readable
from stdmig.workspace.plan import Planned, plan_workspace
from stdmig.workspace.section import (
    coverages_of,
    findings_of,
    lines_of,
    milestones_of,
    places_of,
    systems_of,
)


class Sides(NamedTuple):
    """
    Two workspaces, planned.

    Attributes
    ----------
    levels
        How their work was spread; None where nobody supposes another capacity.
    """

    before: Planned
    after: Planned
    levels: Levels | None = None


class Side(NamedTuple):
    """
    One of two workspaces.

    Attributes
    ----------
    title
        What the reader is told that it is: a folder, a revision, a scenario.
    supposes_capacity
        Whether it is a scenario of another capacity (体制の想定).
    """

    title: Readable
    inventory: Inventory
    supposes_capacity: bool = False


def plan_sides(before: Side, after: Side, as_of: date | None, today: date) -> Sides:
    """
    Return both plans, looked at from one day.

    That is the day that the user named, else the one of the second workspace's
    template, else today: what is proposed says from when it is looked at. Where a
    side supposes another capacity, the work of both is levelled.
    """
    levels = None
    if before.supposes_capacity or after.supposes_capacity:
        # Only a capacity that is supposed needs the room of levelling.
        from stdmig.workspace.level_sides import level_sides

        (first_of, first_level), (second_of, second_level) = level_sides(
            before.inventory, after.inventory, as_of, today
        )
        before = before._replace(inventory=first_of)
        after = after._replace(inventory=second_of)
        levels = first_level, second_level
    second = plan_workspace(after.inventory, as_of, today)
    first = plan_workspace(before.inventory, second.plan.as_of, today)
    return Sides(first, second, levels)


def compare_page(
    before: Side,
    after: Side,
    plans: tuple[Planned, Planned],
    section: str | None = None,
    levels: Levels | None = None,
) -> ComparePage:
    """Return what a page about two plans shows: all of it, or one section's part."""
    first, second = plans
    return ComparePage(
        before.title,
        after.title,
        compare_outcomes(outcome(first, section), outcome(second, section)),
        as_of_today=second.as_of_source == "today",
        section=section,
        levels=levels,
    )


def outcome(planned: Planned, section: str | None = None) -> Outcome:
    """Return a plan with what follows from it, whole or one section's part."""
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
    return Outcome(share, systems, findings_of(plan, planned.findings, section))
