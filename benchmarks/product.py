"""The plan of a workspace with stdmig's own API: the side that is measured."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from stdmig.cli.collector import spare_collector
from stdmig.coverage import Coverage, cover
from stdmig.inventory import Source, Sources, load
from stdmig.network import expand
from stdmig.rules import Context, Finding, check
from stdmig.schedule import Plan, schedule

# As every command of the product does.
spare_collector()


class Outcome(NamedTuple):
    """A planned municipality: its dated plan, its contracts and its findings."""

    plan: Plan
    coverages: tuple[Coverage, ...]
    findings: tuple[Finding, ...]


def plan(folder: Path, packaged: Path, as_of: date) -> Outcome:
    """
    Load, validate, plan and check one workspace.

    Parameters
    ----------
    folder
        The workspace.
    packaged
        Folder of the files that a workspace without its own falls back to.
    as_of
        "Today" of the run.

    Raises
    ------
    ValueError
        If the workspace has a fault.
    """
    sources = Sources(
        Source("systems.yaml", (folder / "systems.yaml").read_bytes()),
        _read(folder, packaged, "procedures.yaml"),
        _read(folder, packaged, "schedule_template.yaml"),
    )
    inventory, faults = load(sources)
    if inventory is None:
        raise ValueError(f"{folder}: {faults}")
    planned = schedule(expand(inventory), as_of)
    coverages = cover(planned)
    return Outcome(planned, coverages, check(Context(planned, coverages)))


def _read(folder: Path, packaged: Path, name: str) -> Source:
    own = folder / name
    if own.is_file():
        return Source(name, own.read_bytes())
    return Source(name, (packaged / name).read_bytes(), packaged=True)
