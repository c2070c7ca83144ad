"""The work of vendors that a municipality waits for (事業者の作業)."""

from __future__ import annotations

from stdmig.levelling.demand import load_of
from stdmig.network import Task
from stdmig.outlook.portfolio.town import TownWork
from stdmig.schedule import Plan

_NUMBERS = frozenset((13, 14, 15))
"""Setting up, data migration, tests and training."""


class _Share:
    """What a vendor does at one time in one package and item."""

    def __init__(self) -> None:
        self.systems: dict[str, None] = {}
        self.load = 0


def work_of(plan: Plan, items: frozenset[str] = frozenset()) -> tuple[TownWork, ...]:
    """
    Return the work of the present vendors that is not over, with its planned dates.

    What a vendor does at the same time in the same package and item is one.

    Parameters
    ----------
    plan
        The dates.
    items
        Refs of further work items that are wanted.
    """
    starts, finishes = plan.planned.start, plan.planned.finish
    found: dict[tuple[str, str | None, str, int, int], _Share] = {}
    for place, task in enumerate(plan.tasks):
        item = task.item
        wanted = item.number in _NUMBERS or item.ref in items
        if not wanted or "vendor" not in item.actors or plan.is_over(place):
            continue
        span, load = (starts[place], finishes[place]), int(load_of(item, "vendor") * 10)
        counted: set[str] = set()
        for (vendor, package), systems in _shares(task).items():
            share = found.setdefault((vendor, package, item.ref, *span), _Share())
            share.systems.update(systems)
            # A task is one for its vendor, however many packages it is about.
            share.load += 0 if vendor in counted else load
            counted.add(vendor)
    return tuple(
        TownWork(*key, tuple(share.systems), share.load) for key, share in found.items()
    )


def _shares(task: Task) -> dict[tuple[str, str | None], dict[str, None]]:
    """Return the systems of a task that a vendor works on, by vendor and package."""
    shares: dict[tuple[str, str | None], dict[str, None]] = {}
    for placed in task.installations:
        unit = placed.unit
        if unit.vendor:
            own = shares.setdefault((unit.vendor, unit.package), {})
            own[placed.system.id] = None
    return shares
