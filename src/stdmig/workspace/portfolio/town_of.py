"""From one workspace to what the roll-up keeps of it (団体ごとの計画)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import NamedTuple

from stdmig.coverage import cover
from stdmig.inventory import Inventory
from stdmig.inventory.read_municipality import read_municipality
from stdmig.network import expand
from stdmig.outlook.portfolio.portfolio import Broken
from stdmig.outlook.portfolio.summary_of import summary_of
from stdmig.outlook.portfolio.town import Town
from stdmig.rules import Context, check
from stdmig.schedule import schedule
from stdmig.workspace.open import load_sources
from stdmig.workspace.portfolio.reading import Reading, read_unchanged


class Job(NamedTuple):
    """
    What is asked of every workspace.

    Attributes
    ----------
    as_of
        The day that all are looked at from; a workspace's own does not count.
    items
        Refs of further work items whose vendors are wanted; see `summary_of`.
    """

    as_of: date
    items: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """A municipality, or what is wrong with it, and what was read."""

    found: Town | Broken
    reading: Reading


def town_of(place: Path, job: Job) -> Outcome:
    """Read, plan and check one workspace."""
    reading = read_unchanged(place)
    if reading.sources is None:
        return Outcome(Broken(place.as_posix(), reading.faults), reading)
    inventory, faults, _ = load_sources(reading.sources)
    if inventory is None:
        who = read_municipality(reading.sources.systems)
        named = (who.code, who.name) if who else (None, None)
        return Outcome(Broken(place.as_posix(), tuple(faults), *named), reading)
    return Outcome(planned_town(place, inventory, job.as_of, job.items), reading)


def planned_town(
    place: Path, inventory: Inventory, as_of: date, items: Collection[str] = ()
) -> Town:
    """Plan and check what was read, and keep the plain values; see `town_of`."""
    plan = schedule(expand(inventory, as_of), as_of)
    coverages = cover(plan)
    findings = check(Context(plan, coverages))
    return summary_of(place.as_posix(), plan, coverages, findings, items)
