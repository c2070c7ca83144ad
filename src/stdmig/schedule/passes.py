"""The passes of the critical path method, over days as integers (CPM)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stdmig.dates import latest
from stdmig.network import Network
from stdmig.schedule.timing import Timing

FLOOR = -1
"""Cause of an early date that no predecessor set."""

LAPSE = -(10**9)
"""Cause of a late date that the end of the money's fiscal year sets (失効)."""


class Backward(NamedTuple):
    """
    Latest dates that keep every cutover.

    Attributes
    ----------
    start, finish
        Per task; `finish` is the rule applied to `start`, exclusive.
    cause
        Place of the successor that sets the date, or the complement (``~``) of the
        place of the system whose cutover does, or `LAPSE`.
    bounds
        Last day on which a task may start, per task whose money lapses.
    """

    start: list[int]
    finish: list[int]
    cause: list[int]
    bounds: Mapping[int, int] = {}


class Forward(NamedTuple):
    """
    Earliest dates.

    Attributes
    ----------
    start, finish
        Per task; `start` is the latest that still gives `finish`.
    cause
        Place of the predecessor that sets the date, or `FLOOR`.
    ready
        Per system, the day after its last task.
    cutover
        Per system, the first day from `ready` on which it may be cut over, on one
        day with those and after those that it is wanted with and after.
    """

    start: list[int]
    finish: list[int]
    cause: list[int]
    ready: list[int]
    cutover: list[int]


def backward(
    network: Network,
    timing: Timing,
    cutovers: Sequence[int],
    bounds: Mapping[int, int] | None = None,
) -> Backward:
    """
    Plan every task as late as the cutovers allow.

    Parameters
    ----------
    network
        Tasks in topological order; what is settled waits for nothing (see `ahead`).
    timing
        The rules of this scenario.
    cutovers
        The day of each system's cutover.
    bounds
        Last day on which a task may start, per task whose money lapses.
    """
    size = len(network.tasks)
    starts, finishes = [0] * size, [0] * size
    limits, causes = [_LAST] * size, [FLOOR] * size
    links, rules, settled = timing.links, timing.tasks, timing.settled
    for system, earlier in enumerate(network.before_cutover):
        bound = cutovers[system]
        for place in earlier:
            if bound < limits[place]:
                limits[place], causes[place] = bound, ~system
    for place in range(size - 1, -1, -1):
        if settled and place in settled:
            starts[place], finishes[place] = settled[place].latest(limits[place])
            continue
        rule = rules[place]
        start = latest(rule, limits[place])
        if bounds and bounds.get(place, start) < start:
            start, causes[place] = bounds[place], LAPSE
        starts[place], finishes[place] = start, rule(start)
        for other in network.before[place]:
            day = start
            if links and (other, place) in links:
                day = latest(links[other, place], day)
            # Of equal causes a cutover is named, else the first task in the order.
            if day < limits[other] or (day == limits[other] and place < causes[other]):
                limits[other], causes[other] = day, place
    return Backward(starts, finishes, causes, bounds or {})


def forward(
    network: Network, timing: Timing, floors: Sequence[int], as_of: int
) -> Forward:
    """
    Plan every task as early as its predecessors and its floor allow.

    Parameters
    ----------
    network
        Tasks in topological order; what is settled waits for nothing (see `ahead`).
    timing
        The rules of this scenario.
    floors
        Per task, the day before which it cannot start whatever comes before it.
    as_of
        The day on which a system is ready that has nothing left to do.
    """
    size = len(network.tasks)
    starts, finishes, causes = [0] * size, [0] * size, [FLOOR] * size
    links, rules, settled = timing.links, timing.tasks, timing.settled
    for place, earlier in enumerate(network.before):
        if settled and place in settled:
            starts[place], finishes[place] = settled[place].start, settled[place].finish
            continue
        start, cause = floors[place], FLOOR
        for other in earlier:
            day = finishes[other]
            if links and (other, place) in links:
                day = links[other, place](day)
            if day > start:
                start, cause = day, other
        rule = rules[place]
        finish = rule(start)
        starts[place], finishes[place], causes[place] = (
            latest(rule, finish),
            finish,
            cause,
        )
    ready = []
    for earlier in network.before_cutover:
        day = max((finishes[place] for place in earlier), default=as_of)
        if settled:
            # With all its work done in the past, it is ready today and no earlier.
            day = max(day, as_of)
        ready.append(day)
    days = _cutovers(timing, ready)
    return Forward(starts, finishes, causes, ready, days)


def _cutovers(timing: Timing, ready: list[int]) -> list[int]:
    """Return when each system may first be cut over, in the wanted order."""

    def first(system: int, day: int) -> int:
        return timing.cutovers[system](day) if system in timing.cutovers else day

    days = [first(system, day) for system, day in enumerate(ready)]
    reached: list[int] = []
    for group in timing.order:
        day = max(
            max(ready[system] for system in group.systems),
            *(reached[earlier] + 1 for earlier in group.after),
            0,
        )
        for system in group.systems:
            days[system] = first(system, day)
        reached.append(max(days[system] for system in group.systems))
    return days


_LAST = 10**9
