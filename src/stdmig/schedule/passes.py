"""The passes of the critical path method, over days as integers (CPM)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stdmig.dates import latest
from stdmig.network import Network
from stdmig.schedule.timing import Timing

FLOOR = -1
"""Cause of an early date that no predecessor set."""


class Backward(NamedTuple):
    """
    Latest dates that keep every cutover.

    Attributes
    ----------
    start, finish
        Per task; `finish` is the rule applied to `start`, exclusive.
    cause
        Place of the successor that sets the date, or the complement (``~``) of the
        place of the system whose cutover does.
    """

    start: list[int]
    finish: list[int]
    cause: list[int]


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
    ready_cause
        Place of the task that sets it, or `FLOOR` where there is none.
    cutover
        Per system, the first day from `ready` on which it may be cut over.
    """

    start: list[int]
    finish: list[int]
    cause: list[int]
    ready: list[int]
    ready_cause: list[int]
    cutover: list[int]


def backward(network: Network, timing: Timing, cutovers: Sequence[int]) -> Backward:
    """
    Plan every task as late as the cutovers allow.

    Parameters
    ----------
    network
        Tasks in topological order.
    timing
        The rules of this scenario.
    cutovers
        The day of each system's cutover.
    """
    size = len(network.tasks)
    starts, finishes = [0] * size, [0] * size
    limits, causes = [_LAST] * size, [FLOOR] * size
    links, rules = timing.links, timing.tasks
    for system, earlier in enumerate(network.before_cutover):
        bound = cutovers[system]
        if system in timing.cutovers:
            bound = latest(timing.cutovers[system], bound)
        for place in earlier:
            if bound < limits[place]:
                limits[place], causes[place] = bound, ~system
    for place in range(size - 1, -1, -1):
        rule = rules[place]
        start = latest(rule, limits[place])
        starts[place], finishes[place] = start, rule(start)
        for other in network.before[place]:
            day = start
            if links and (other, place) in links:
                day = latest(links[other, place], day)
            # Of equal causes a cutover is named, else the first task in the order.
            if day < limits[other] or (day == limits[other] and place < causes[other]):
                limits[other], causes[other] = day, place
    return Backward(starts, finishes, causes)


def forward(
    network: Network, timing: Timing, floors: Sequence[int], as_of: int
) -> Forward:
    """
    Plan every task as early as its predecessors and its floor allow.

    Parameters
    ----------
    network
        Tasks in topological order.
    timing
        The rules of this scenario.
    floors
        Per task, the day before which it cannot start whatever comes before it.
    as_of
        The day on which a system is ready that has nothing left to do.
    """
    size = len(network.tasks)
    starts, finishes, causes = [0] * size, [0] * size, [FLOOR] * size
    links, rules = timing.links, timing.tasks
    for place, earlier in enumerate(network.before):
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
    ready, ready_causes, days = [], [], []
    for system, earlier in enumerate(network.before_cutover):
        last = max(earlier, key=finishes.__getitem__, default=FLOOR)
        day = finishes[last] if earlier else as_of
        ready.append(day)
        ready_causes.append(last)
        days.append(timing.cutovers[system](day) if system in timing.cutovers else day)
    return Forward(starts, finishes, causes, ready, ready_causes, days)


_LAST = 10**9
