"""The chain of tasks that fixes when a system must be begun (クリティカルパス)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stdmig.dates import latest
from stdmig.network import Network, Purchase
from stdmig.schedule.funding import before_lapses
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


class _LateAlone(NamedTuple):
    """
    Late dates for one cutover, and the successor that sets each.

    What is over has its own dates, and nothing sets them.
    """

    start: dict[int, int]
    finish: dict[int, int]
    follower: dict[int, int | None]


def critical_path(
    network: Network, timing: Timing, system: int, cutover: int
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
    """
    places = network.ancestors(system)
    after: dict[int, list[int]] = {place: [] for place in places}
    for place in places:
        for earlier in network.before[place]:
            after[earlier].append(place)
    own = [each for each in network.purchases if _is_waited_for(after, each)]

    def late(bounds: Mapping[int, int]) -> _LateAlone:
        return _late(network, timing, after, cutover, bounds)

    dates = before_lapses(network, timing, own, late)
    starts, open_work = dates.start, dates.follower
    if not open_work:
        return CriticalPath((), cutover)
    first = min(open_work, key=lambda place: (starts[place], network.ranks[place]))
    chain: list[int] = []
    step: int | None = first
    while step is not None:
        chain.append(step)
        step = open_work[step]
    return CriticalPath(tuple(chain), starts[first])


def _is_waited_for(after: Mapping[int, object], each: Purchase) -> bool:
    """Return whether a system waits for a purchase, from its request on."""
    asking = [place for place in each.places if place not in each.spending]
    return all(place in after for place in asking) and any(
        place in after for place in each.spending
    )


def _late(
    network: Network,
    timing: Timing,
    after: dict[int, list[int]],
    cutover: int,
    bounds: Mapping[int, int],
) -> _LateAlone:
    starts: dict[int, int] = {}
    finishes: dict[int, int] = {}
    follower: dict[int, int | None] = {}
    links, ranks = timing.links, network.ranks
    for place in reversed(after):
        known = timing.settled.get(place)
        if known is not None and known.over:
            starts[place], finishes[place] = known.start, known.finish
            continue
        limit: int = cutover
        other: int | None = None
        for each in after[place]:
            day = starts[each]
            rule = links.get((place, each))
            if rule is not None:
                day = latest(rule, day)
            if other is None or (day, ranks[each]) < (limit, ranks[other]):
                limit, other = day, each
        if known is not None:
            starts[place], finishes[place] = known.latest(limit)
        else:
            start = latest(timing.tasks[place], limit)
            starts[place] = min(start, bounds.get(place, start))
            finishes[place] = timing.tasks[place](starts[place])
        follower[place] = other
    return _LateAlone(starts, finishes, follower)
