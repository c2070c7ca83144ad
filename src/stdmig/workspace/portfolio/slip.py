"""Many workspaces, planned again with a vendor that is later (事業者の遅れの試算)."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from datetime import date
from functools import partial
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
from stdmig.workspace.portfolio.lost import lost
from stdmig.workspace.portfolio.reading import read_unchanged
from stdmig.workspace.portfolio.slip_row import slip_from, slip_row
from stdmig.workspace.portfolio.worker import usable_cores
from stdmig.workspace.portfolio.workers import Done, work_all


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
    all_found: list[TownSlip | Broken | None] = [None] * len(held)
    with closing(_planned(held, job, jobs)) as planned:
        for done, (number, each) in enumerate(planned, 1):
            all_found[number] = each
            if told is not None:
                told(done, len(held))
    found = [each for each in all_found if isinstance(each, TownSlip)]
    broken = [each for each in all_found if isinstance(each, Broken)]
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


def slip_line(job: SlipJob, place: Path) -> bytes | None:
    """Return the same as one line of JSON; None where the workspace is broken."""
    found = slip_of_place(place, job)
    return None if isinstance(found, Broken) else slip_row(found)


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
) -> Generator[tuple[int, TownSlip | Broken | None], None, None]:
    """Yield what becomes of each workspace, in no order, with its number."""
    folders = [number for number, town in enumerate(towns) if not town.sample]
    for number in sorted({*range(len(towns))} - {*folders}):
        yield number, _of_sample(towns[number].place, job)
    places = [Path(towns[number].place) for number in folders]
    work = partial(slip_line, job)
    # However this ends, no process is left behind.
    with closing(work_all(places, work, jobs or usable_cores())) as found:
        for outcome in found:
            place = places[outcome.number]
            yield folders[outcome.number], _taken(outcome, place, job)


def _taken(outcome: Done, place: Path, job: SlipJob) -> TownSlip | Broken | None:
    if outcome.line is not None:
        return slip_from(outcome.line)
    # Faults are words, and are told by the process that the user sees.
    return lost(place) if outcome.lost else slip_of_place(place, job)
