"""The chain of tasks that fixes when a system must be begun (クリティカルパス)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stdmig.dates import latest
from stdmig.network import Network
from stdmig.schedule.timing import Timing


class CriticalPath(NamedTuple):
    """
    The critical path of one system.

    Attributes
    ----------
    places
        Tasks from the first to the one before the cutover.
    start
        Late start of the first, as a day number.
    """

    places: tuple[int, ...]
    start: int


def critical_path(
    network: Network,
    timing: Timing,
    system: int,
    cutover: int,
    bounds: Mapping[int, int],
) -> CriticalPath:
    """
    Return the critical path of a system, from a late pass for its cutover alone.

    It begins at the task with the earliest late start and follows, at each step, the
    successor whose late start sets the task's late finish. Ties go to the smallest
    item number, then the smallest id. What is over is on no path.

    Parameters
    ----------
    network, timing
        The tasks and the rules of the safe scenario; what is settled waits for nothing.
    system
        Place of the system.
    cutover
        Day of its cutover.
    bounds
        Last day on which a task may start, per task whose money lapses.
    """
    starts: dict[int, int] = {}
    follower: dict[int, int | None] = {}
    places = network.ancestors(system)
    after: dict[int, list[int]] = {place: [] for place in places}
    for place in places:
        for earlier in network.before[place]:
            after[earlier].append(place)
    waiting = set(network.before_cutover[system])
    for place in reversed(places):
        limits = [
            (
                _limit(timing, place, other, starts[other]),
                network.tasks[other].order,
                other,
            )
            for other in after[place]
        ]
        limit: int = cutover
        other: int | None = None
        if limits:
            limit, _, other = min(limits)
        if place in waiting and cutover < limit:
            limit, other = cutover, None
        known = timing.settled.get(place)
        if known is not None and known.over:
            continue
        start = known.latest(limit)[0] if known else latest(timing.tasks[place], limit)
        starts[place] = min(start, bounds.get(place, start))
        follower[place] = other
    if not starts:
        return CriticalPath((), cutover)
    first = min(starts, key=lambda place: (starts[place], network.tasks[place].order))
    chain: list[int] = []
    step: int | None = first
    while step is not None:
        chain.append(step)
        step = follower[step]
    return CriticalPath(tuple(chain), starts[first])


def _limit(timing: Timing, place: int, other: int, start: int) -> int:
    rule = timing.links.get((place, other))
    return latest(rule, start) if rule else start
