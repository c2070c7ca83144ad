"""The plan as it stands into baselines.yaml (基準計画の保存)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date

from stdmig.dates import era_of
from stdmig.inventory import Inventory, Sources
from stdmig.inventory.baselines import Baseline
from stdmig.inventory.kept_plan import KeptCutover, KeptPlan, KeptTask
from stdmig.schedule import Plan
from stdmig.words import Style
from stdmig.workspace.file_draft import FileDraft, file_draft
from stdmig.workspace.files import BASELINES


def kept_plans(inventory: Inventory) -> tuple[Baseline, ...]:
    """Return the kept plans (基準計画), the oldest first."""
    return inventory.baselines.baselines if inventory.baselines else ()


def usual_id(as_of: date, style: Style) -> str:
    """Return what a plan is called after its day: r8-06-01, or 2026-06-01."""
    if not style.era:
        return as_of.isoformat()
    era = era_of(as_of)
    return f"{era.letter.lower()}{era.year_of(as_of)}-{as_of:%m-%d}"


def free_id(inventory: Inventory, wanted: str) -> str:
    """Return an id that no kept plan has, with a number behind it where it must be."""
    taken = {each.id for each in kept_plans(inventory)}
    return next(each for each in _numbered(wanted) if each not in taken)


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted
    yield from (f"{wanted}-{number}" for number in itertools.count(2))


def plan_to_keep(plan: Plan, name: str, note: str | None = None) -> KeptPlan:
    """
    Return what is kept of a plan.

    That is the planned first and last day of every task that is not over, and the
    cutover of every system that is not live.
    """
    day = date.fromordinal
    cutovers = tuple(
        KeptCutover(each.system.id, each.day, each.system.title)
        for each in plan.cutovers
        if each.source != "live"
    )
    places = (place for place in range(len(plan.tasks)) if not plan.is_over(place))
    tasks = tuple(
        KeptTask(
            plan.tasks[place].id,
            day(plan.planned.start[place]),
            # A task without a duration is over on the day on which it begins.
            day(max(plan.planned.finish[place] - 1, plan.planned.start[place])),
            plan.tasks[place].title,
        )
        for place in sorted(places, key=lambda place: plan.tasks[place].order)
    )
    return KeptPlan(name, plan.as_of, cutovers, tasks, note)


def kept_draft(sources: Sources, kept: KeptPlan, style: Style) -> FileDraft:
    """
    Return ``baselines.yaml`` with a plan at its end; nothing is written.

    Parameters
    ----------
    sources
        The workspace as it was read.
    style
        Language of the remarks in the file, and how the as-of date is written where
        the file has no plan yet.
    """
    # Imported here, so that no other command waits for the editor.
    from stdmig.inventory.editing.baselines import keep_plan
    from stdmig.inventory.writing.baselines import new_baselines_yaml

    return file_draft(
        sources,
        BASELINES,
        lambda file: keep_plan(file, kept, style),
        lambda: new_baselines_yaml(style),
    )
