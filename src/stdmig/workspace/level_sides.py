"""Both sides of a comparison with their work spread (比較する計画の平準化)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from stdmig.inventory import Inventory
from stdmig.inventory.starts import ChosenStart, StartsFile
from stdmig.levelling.solved import Limits
from stdmig.workspace.level import level_workspaces, start_rows
from stdmig.workspace.plan import plan_workspace

SEED = 1
"""Of everything random: the same input gives the same bytes."""


def level_sides(
    before: Inventory, after: Inventory, as_of: date | None, today: date
) -> tuple[Inventory, Inventory]:
    """
    Return both inventories with starts that spread the work.

    Where one side supposes another capacity, the dates of the other are levelled as
    well: else levelling itself would be the difference. The heuristic alone is asked,
    without a limit of time, so that the result is the same on every machine.
    """
    day = plan_workspace(after, as_of, today).plan.as_of
    first, second = (_levelled(each, day) for each in (before, after))
    return first, second


def _levelled(inventory: Inventory, day: date) -> Inventory:
    limits = Limits(remaining=lambda: float("inf"), workers=1, seed=SEED)
    found, _ = level_workspaces([inventory], day, day, limits=limits, exact=False)
    starts = tuple(
        ChosenStart(task=row.task, start=row.start, fixed=row.fixed)
        for row in start_rows(found.towns[0])
    )
    file = StartsFile(schema="stdmig.starts/1", durations="likely", starts=starts)
    return replace(inventory, starts=file)
