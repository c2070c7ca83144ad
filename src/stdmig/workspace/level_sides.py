"""Both sides of a comparison with their work spread (比較する計画の平準化)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import zip_longest

from stdmig.inventory import Inventory
from stdmig.inventory.starts import ChosenStart, StartsFile
from stdmig.levelling.levelled import Levelled, Series, Worker
from stdmig.levelling.solved import Limits
from stdmig.workspace.level import level_workspaces, start_rows
from stdmig.workspace.plan import plan_workspace

SEED = 1
"""Of everything random: the same input gives the same bytes."""


def level_sides(
    before: Inventory, after: Inventory, as_of: date | None, today: date
) -> tuple[tuple[Inventory, Levelled], tuple[Inventory, Levelled]]:
    """
    Return both inventories with starts that spread the work, and how well they do.

    Where one side supposes another capacity, the dates of the other are levelled as
    well: else levelling itself would be the difference. The heuristic alone is asked,
    without a limit of time, so that the result is the same on every machine.
    """
    day = plan_workspace(after, as_of, today).plan.as_of
    first, second = (_levelled(each, day) for each in (before, after))
    if replace(before, capacity=after.capacity) == after and is_as_good(
        first[1], second[1]
    ):
        # What already suits needs no other search, which would only find other dates.
        file = first[0].starts
        towns = (first[1].towns[0]._replace(series=_under(first[1], second[1])),)
        second = replace(after, starts=file), replace(second[1], towns=towns)
    return first, second


def is_as_good(first: Levelled, second: Levelled) -> bool:
    """Return whether one plan keeps the capacities of another, and peaks no higher."""
    if any(
        (each.clashes or each.excess or each.impossible) for each in (first, second)
    ):
        return False
    ours, theirs = _by_worker(first), _by_worker(second)
    if set(ours) != set(theirs) or not ours:
        return False
    lead = first.towns[0].series[0].worker
    if max(ours[lead].after, default=0) > max(theirs[lead].after, default=0):
        return False
    return all(_is_kept(ours[each].after, theirs[each].capacity) for each in ours)


def _is_kept(
    loads: Sequence[Decimal], capacity: Sequence[Decimal | None] | None
) -> bool:
    if capacity is None:
        return True
    pairs = zip_longest(loads, capacity[: len(loads)])
    return all(most is None or load <= most for load, most in pairs)


def _under(first: Levelled, second: Levelled) -> tuple[Series, ...]:
    """Return the loads of the first against the capacities of the second."""
    theirs = _by_worker(second)
    return tuple(
        each._replace(capacity=theirs[each.worker].capacity)
        for each in first.towns[0].series
    )


def _by_worker(found: Levelled) -> dict[Worker, Series]:
    return {each.worker: each for each in found.towns[0].series}


def _levelled(inventory: Inventory, day: date) -> tuple[Inventory, Levelled]:
    limits = Limits(remaining=lambda: float("inf"), workers=1, seed=SEED)
    found, _ = level_workspaces([inventory], day, day, limits=limits, exact=False)
    starts = tuple(
        ChosenStart(task=row.task, start=row.start, fixed=row.fixed)
        for row in start_rows(found.towns[0])
    )
    file = StartsFile(schema="stdmig.starts/1", durations="likely", starts=starts)
    return replace(inventory, starts=file), found
