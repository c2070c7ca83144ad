"""Systems of the same day, and what they are called together (同じ日の業務)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from stdmig.inventory import System
from stdmig.words import Readable, count, listing


def by_day(
    dated: Iterable[tuple[date, System]],
) -> list[tuple[date, tuple[System, ...]]]:
    """Return the systems of each day, the first day first."""
    found: dict[date, list[System]] = {}
    for day, system in dated:
        found.setdefault(day, []).append(system)
    return [(day, tuple(systems)) for day, systems in sorted(found.items())]


def together(systems: tuple[System, ...]) -> Readable:
    """Return the names of one or two systems, the number of more."""
    if len(systems) <= 2:
        return listing(system.title for system in systems)
    return count("{n} system", "{n} systems", len(systems))
