"""Whole numbers counted over chunks of samples, in whatever order (集計)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stdmig.risk.critical import critical
from stdmig.risk.draws import Sampler, Source, drawn
from stdmig.risk.grid import Days, Grid, Value
from stdmig.risk.latest_start import LatestStarts
from stdmig.risk.model import Model, forward, latest_of
from stdmig.risk.result import Limit
from stdmig.risk.way_back import Back

Counts = NDArray[np.int64]


@dataclass(slots=True)
class Tally:
    """
    What is counted.

    Attributes
    ----------
    overall
        Per place for a day: the samples whose last cutover falls there.
    cutovers, starts
        The same per system: its cutover, and its latest start.
    never
        Per system, the samples in which no start is early enough.
    kept
        The samples in which every system keeps its planned cutover.
    requests
        Per limit that is a budget window, the samples in which it is kept.
    critical
        Per task, the samples in which it is on a chain that sets a cutover.
    ends
        Per task that is drawn: number and sum of the last cutovers' ordinals with the
        shortest tenth of its durations, then the same with the longest.
    """

    overall: Counts
    cutovers: Counts
    starts: Counts
    never: Counts
    kept: int
    requests: Counts
    critical: Counts
    ends: Counts

    def add(self, other: Tally) -> None:
        """Count what another has counted as well."""
        self.overall += other.overall
        self.cutovers += other.cutovers
        self.starts += other.starts
        self.never += other.never
        self.kept += other.kept
        self.requests += other.requests
        self.critical += other.critical
        self.ends += other.ends


@dataclass(frozen=True)
class Counter:
    """
    Counts chunks of samples.

    Attributes
    ----------
    backs
        Per open system the way back from its cutover; None where nothing is to begin.
    budgets
        The limits that are budget windows.
    """

    model: Model
    sampler: Sampler
    backs: tuple[Back | None, ...]
    budgets: tuple[Limit, ...]

    def empty(self) -> Tally:
        """Return a tally of nothing."""
        places, systems = len(self.model.grid.ordinals), len(self.model.systems)
        tasks = len(self.model.work)
        return Tally(
            np.zeros(places, np.int64),
            np.zeros((systems, places), np.int64),
            np.zeros((systems, places), np.int64),
            np.zeros(systems, np.int64),
            0,
            np.zeros(len(self.budgets), np.int64),
            np.zeros(tasks, np.int64),
            np.zeros((tasks, 4), np.int64),
        )

    def count(self, chunk: int, tally: Tally) -> None:
        """Draw one chunk of samples and count what comes out."""
        model, grid = self.model, self.model.grid
        length = self.sampler.luck.length(chunk)
        values = drawn(self.sampler, model.sources, chunk)
        run = forward(model, values)
        starts = LatestStarts(model, values, run)
        kept: NDArray[np.bool_] = np.ones(length, np.bool_)
        for number, system in enumerate(model.systems):
            day = _all(run.cutover[system.place], length)
            tally.cutovers[number] += _counted(grid, day)
            planned = grid.at(model.plan.cutovers[system.place].day.toordinal())
            kept &= day <= planned
            back = self.backs[number]
            if back is not None:
                start = _all(starts.of(back, planned), length)
                some = start[start >= 0]
                tally.starts[number] += _counted(grid, some)
                tally.never[number] += length - len(some)
        tally.kept += int(np.count_nonzero(kept))
        last = _all(
            latest_of([run.cutover[each.place] for each in model.systems]), length
        )
        tally.overall += _counted(grid, last)
        for number, limit in enumerate(self.budgets):
            assert limit.purchase is not None
            done = _all(run.finish[limit.purchase.request], length)
            end = grid.at(limit.day.toordinal() + 1)
            tally.requests[number] += int(np.count_nonzero(done <= end))
        for place, marks in enumerate(critical(model, run)):
            tally.critical[place] += int(np.count_nonzero(_all(marks, length)))
        self._add_ends(chunk, grid.days(last), tally)

    def _add_ends(self, chunk: int, last: Days, tally: Tally) -> None:
        """Add the last cutovers of the shortest and the longest durations."""
        tenths = self.sampler.tenths(last, chunk)
        for place, source in enumerate(self.model.sources):
            if isinstance(source, Source):
                low, high = tenths.of(source)
                tally.ends[place] += (len(low), low.sum(), len(high), high.sum())


def _all(value: Value | NDArray[np.bool_], length: int) -> NDArray[np.int32]:
    """Return a value for every sample, where there is one for all of them."""
    found: NDArray[np.int32] = np.asarray(value)
    return found if found.ndim else np.full(length, found)


def _counted(grid: Grid, values: Days) -> Counts:
    """Return how often each place for a day came out."""
    return np.bincount(values >> 5, minlength=len(grid.ordinals))
