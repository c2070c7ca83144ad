"""What has happened already, as the passes take it (実績)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from stdmig.dates import Rule, latest, months
from stdmig.network import Network


class Settled(NamedTuple):
    """
    A task that has begun, or is over, whatever was to come before it.

    Attributes
    ----------
    start
        Day on which it began.
    finish
        The first day after it: as recorded, or as expected of a task under way.
    over
        Whether it is done, or does not apply; its dates then move no more.
    ends
        From a day on which nothing is left to do to the first day after the task,
        which may wait for a vote (議決).
    """

    start: int
    finish: int
    over: bool = False
    ends: Rule = months(0)

    def latest(self, limit: int) -> tuple[int, int]:
        """Return late start and finish: for a task under way as far off as its end."""
        if self.over:
            return self.start, self.finish
        end = self.ends(latest(self.ends, limit))
        return self.start + end - self.finish, end


def ahead(network: Network, settled: Mapping[int, Settled]) -> Network:
    """
    Return the network without the links that the facts have overtaken.

    What has begun waits for nothing any more. Work that is left open behind it holds
    up no other task; it must still be over by the cutovers of its systems.
    """
    if not settled:
        return network
    before = tuple(
        [
            () if place in settled else earlier
            for place, earlier in enumerate(network.before)
        ]
    )
    waited_for = {other for earlier in before for other in earlier}
    waited_for.update(*network.before_cutover)
    loose = [
        place
        for place in range(len(network.tasks))
        if place not in waited_for and not (place in settled and settled[place].over)
    ]
    number = {system.id: place for place, system in enumerate(network.systems)}
    before_cutover = [list(earlier) for earlier in network.before_cutover]
    for place in loose:
        for system in network.tasks[place].systems:
            before_cutover[number[system.id]].append(place)
    return replace(
        network,
        before=before,
        before_cutover=tuple([tuple(sorted(each)) for each in before_cutover]),
    )
