"""Which systems have another critical path (クリティカルパスの変更)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stdmig.inventory import System
from stdmig.outlook.comparison.outcome import Outcome


class Path(NamedTuple):
    """
    The critical path of one system.

    Attributes
    ----------
    items
        Refs of its work items, from the first to the one before the cutover.
    start
        Late start of the first.
    """

    items: tuple[str, ...]
    start: date


class PathChange(NamedTuple):
    """A system of both plans whose critical path goes over other work items."""

    system: System
    before: Path
    after: Path


def path_changes(before: Outcome, after: Outcome) -> Iterator[PathChange]:
    """Yield the systems of both plans that differ, in the order of the file."""
    first, second = _paths(before), _paths(after)
    for name, (system, path) in second.items():
        if name in first and first[name][1].items != path.items:
            yield PathChange(system, first[name][1], path)


def _paths(outcome: Outcome) -> dict[str, tuple[System, Path]]:
    plan, wanted = outcome.plan, outcome.cutovers
    return {
        cutover.system.id: (
            cutover.system,
            Path(
                tuple(plan.tasks[place].item.ref for place in found.places),
                date.fromordinal(found.start),
            ),
        )
        for cutover, found in zip(plan.cutovers, plan.critical_paths, strict=True)
        if cutover.system.id in wanted
    }
