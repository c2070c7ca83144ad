"""From workspaces to starts that spread the work, and back into them (平準化)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from stdmig.diagnostics import Diagnostic
from stdmig.inventory import Inventory
from stdmig.inventory.starts import StartRow
from stdmig.inventory.template import Durations
from stdmig.levelling.level import level
from stdmig.levelling.levelled import Levelled, Town
from stdmig.levelling.problem import OBJECTIVES, Objective
from stdmig.levelling.solved import Limits, Told
from stdmig.workspace.plan import plan_workspace


def level_workspaces(
    inventories: Sequence[Inventory],
    as_of: date | None,
    today: date,
    *,
    limits: Limits,
    durations: Durations = "likely",
    objectives: Sequence[Objective] = OBJECTIVES,
    fix: Collection[str] = frozenset(),
    keep_begun: bool = False,
    exact: bool = True,
    told: Told = lambda reached: None,
) -> tuple[Levelled, list[Diagnostic]]:
    """
    Plan several workspaces and level them together; see `level`.

    Parameters
    ----------
    inventories
        One per municipality.
    as_of
        The day that the user named, if any; the templates' win over the clock.
    today
        What the clock says.
    limits, durations, objectives, fix, keep_begun, exact, told
        As `level` takes them.
    """
    return level(
        [plan_workspace(each, as_of, today).plan for each in inventories],
        limits=limits,
        durations=durations,
        objectives=objectives,
        fix=fix,
        keep_begun=keep_begun,
        exact=exact,
        told=told,
    )


def start_rows(town: Town) -> tuple[StartRow, ...]:
    """
    Return what ``starts.yaml`` is to say of a levelled municipality.

    A task that starts as late as it can does so without a row, and what has begun is a
    fact.
    """
    tasks = town.plan.tasks
    return tuple(
        StartRow(
            tasks[place].id, date.fromordinal(after.start), title=tasks[place].title
        )
        for place, after in sorted(town.after.items())
        if place not in town.plan.safe.settled
        and after.start != town.before[place].start
    )
