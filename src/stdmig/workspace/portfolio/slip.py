"""Many workspaces, planned again with a vendor that is later (事業者の遅れの試算)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from stdmig.inventory import Inventory
from stdmig.network import expand
from stdmig.outlook.portfolio.portfolio import Broken
from stdmig.outlook.portfolio.town import Town
from stdmig.outlook.slip.rollup import SlipReport, roll_up
from stdmig.outlook.slip.slip_of import slip_of
from stdmig.outlook.slip.supposed import SupposedSlip
from stdmig.outlook.slip.town import TownSlip
from stdmig.outlook.slip.vendors import has_any
from stdmig.schedule import schedule
from stdmig.workspace.open import Request, load_sources, read_workspace
from stdmig.workspace.portfolio.reading import read_unchanged
from stdmig.workspace.portfolio.slip_workers import spread


class SlipJob(NamedTuple):
    """
    What is asked of every workspace.

    Attributes
    ----------
    as_of
        The day that all are looked at from.
    slips
        Which vendors are later, and by how much.
    """

    as_of: date
    slips: tuple[SupposedSlip, ...]


class Slipped(NamedTuple):
    """
    What slips do to all municipalities.

    Attributes
    ----------
    broken
        Workspaces that could be read before and cannot any more.
    """

    report: SlipReport
    broken: tuple[Broken, ...] = ()


def slip_towns(
    towns: Sequence[Town],
    job: SlipJob,
    jobs: int | None = None,
    told: Callable[[int, int], None] | None = None,
) -> Slipped:
    """
    Plan the municipalities again that have one of the late vendors; no others.

    Parameters
    ----------
    towns
        All municipalities, as they were gathered.
    job
        The slips.
    jobs
        How many processes plan at most; None takes one for each core.
    told
        Called with how many are done, and of how many.
    """
    held = [town for town in towns if has_any(town, job.slips)]
    found: list[TownSlip] = []
    broken: list[Broken] = []
    for number, outcome in enumerate(_planned(held, job, jobs), 1):
        if isinstance(outcome, Broken):
            broken.append(outcome)
        elif outcome is not None:
            found.append(outcome)
        if told is not None:
            told(number, len(held))
    report = roll_up(job.slips, found, len(towns) - len(broken), job.as_of)
    return Slipped(report, tuple(broken))


def slip_of_place(place: Path, job: SlipJob) -> TownSlip | Broken | None:
    """Read and plan one workspace, and return what the slips do to it."""
    reading = read_unchanged(place)
    if reading.sources is None:
        return Broken(place.as_posix(), reading.faults)
    inventory, faults, _ = load_sources(reading.sources)
    if inventory is None:
        return Broken(place.as_posix(), tuple(faults))
    return _slip(inventory, place.as_posix(), job)


def _slip(inventory: Inventory, place: str, job: SlipJob) -> TownSlip | None:
    plan = schedule(expand(inventory, job.as_of), job.as_of)
    return slip_of(plan, place, job.slips)


def _of_sample(place: str, job: SlipJob) -> TownSlip | Broken | None:
    """Return what the slips do to the packaged sample city, which has no folder."""
    inventory, faults, _ = read_workspace(Request(sample=True))
    if inventory is None:
        return Broken(place, tuple(faults))
    return _slip(inventory, place, job)


def _planned(
    towns: Sequence[Town], job: SlipJob, jobs: int | None
) -> Iterator[TownSlip | Broken | None]:
    """Yield what becomes of each workspace; faults are words, and made here."""
    for town in towns:
        if town.sample:
            yield _of_sample(town.place, job)
    places = [Path(town.place) for town in towns if not town.sample]
    found = spread(_plain_slip, places, job, jobs)
    for place, outcome in zip(places, found, strict=True):
        yield slip_of_place(place, job) if isinstance(outcome, _Unread) else outcome


class _Unread(NamedTuple):
    """What cannot be read; why is told by the process that the user sees."""


def _plain_slip(place: Path, job: SlipJob) -> TownSlip | _Unread | None:
    """Return what can be sent from one process to another."""
    found = slip_of_place(place, job)
    return _Unread() if isinstance(found, Broken) else found
