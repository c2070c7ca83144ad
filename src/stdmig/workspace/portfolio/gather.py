"""Many workspaces, planned, as plain records (複数自治体の集約)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from stdmig.outlook.portfolio.portfolio import Broken
from stdmig.outlook.portfolio.town import Town
from stdmig.workspace.portfolio.cache import Cache
from stdmig.workspace.portfolio.entry import entry_from, entry_line
from stdmig.workspace.portfolio.lost import lost
from stdmig.workspace.portfolio.row import town_from
from stdmig.workspace.portfolio.signature import signature
from stdmig.workspace.portfolio.town_of import Job, town_of
from stdmig.workspace.portfolio.worker import usable_cores
from stdmig.workspace.portfolio.workers import Done, work_all


class Gathered(NamedTuple):
    """
    Municipalities in the order of their places.

    Attributes
    ----------
    towns
        What could be planned.
    broken
        What could not, with its faults.
    uncached
        Why nothing could be kept for the next run, where that was wanted.
    """

    towns: tuple[Town, ...]
    broken: tuple[Broken, ...]
    uncached: OSError | None = None


def gather(
    places: Sequence[Path],
    as_of: date,
    *,
    jobs: int | None = None,
    cache: Path | None = None,
    told: Callable[[int, int], None] | None = None,
    items: Collection[str] = (),
) -> Gathered:
    """
    Read, plan and check many workspaces.

    The answer is the same whatever `jobs` and `cache` are.

    Parameters
    ----------
    places
        Their folders; see `list_places`.
    as_of
        The day that all are looked at from.
    jobs
        How many processes plan at most; None takes one for each core. Fewer are taken
        where there is little to do.
    cache
        Folder in which results are kept for the next run; None keeps none.
    told
        Called with how many are done, and of how many.
    items
        Refs of further work items whose vendors are wanted.
    """
    run = _Run(places, Job(as_of, tuple(sorted(set(items)))), told)
    kept, refused = _opened(cache, run)
    if kept is not None:
        run.take_kept(kept)
    # However this ends, no process is left behind.
    work, jobs = partial(entry_line, run.job), jobs or usable_cores()
    with closing(work_all(run.open_places, work, jobs)) as found:
        for outcome in found:
            run.take_found(outcome, kept)
    if kept is not None:
        try:
            kept.save()
        except OSError as error:
            refused = error
    return run.gathered(refused)


def _opened(folder: Path | None, run: _Run) -> tuple[Cache | None, OSError | None]:
    if folder is None:
        return None, None
    try:
        return Cache(folder, run.places, run.job), None
    except OSError as error:
        return None, error


class _Run:
    """What is known so far."""

    def __init__(
        self,
        places: Sequence[Path],
        job: Job,
        told: Callable[[int, int], None] | None,
    ) -> None:
        self.places, self.job, self.told = places, job, told
        self.found: list[Town | Broken | None] = [None] * len(places)
        self.open = list(range(len(places)))
        self.done = 0

    @property
    def open_places(self) -> list[Path]:
        """Return what the cache did not know."""
        return [self.places[each] for each in self.open]

    def take_kept(self, cache: Cache) -> None:
        """Take what the cache knows."""
        left = []
        for number, place in enumerate(self.places):
            row = cache.find(place, signature(place))
            town = None if row is None else _town(place, row)
            if town is None:
                left.append(number)
            else:
                self.found[number] = town
        self.open = left
        self._tell(len(self.places) - len(left))

    def take_found(self, outcome: Done, cache: Cache | None) -> None:
        """Take what became of a workspace."""
        number = self.open[outcome.number]
        place = self.places[number]
        if outcome.line is not None:
            entry = entry_from(outcome.line)
            self.found[number] = _town(place, entry.row)
            if cache is not None:
                cache.keep(place, entry)
        elif outcome.lost:
            self.found[number] = lost(place)
        else:
            # Its faults are words, and are told anew in every run.
            self.found[number] = town_of(place, self.job).found
        self._tell(1)

    def _tell(self, more: int) -> None:
        self.done += more
        if self.told is not None and more:
            self.told(self.done, len(self.places))

    def gathered(self, refused: OSError | None) -> Gathered:
        """Return all in the order of the places."""
        towns = tuple(each for each in self.found if isinstance(each, Town))
        broken = tuple(each for each in self.found if isinstance(each, Broken))
        return Gathered(towns, broken, refused)


def _town(place: Path, row: bytes) -> Town | None:
    try:
        return town_from(place.as_posix(), row)
    except ValueError:
        return None
