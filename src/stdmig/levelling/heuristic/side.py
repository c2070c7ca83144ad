"""A problem looked at from its beginning, or from its end (前向き・後ろ向き)."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from math import inf
from operator import le
from typing import NamedTuple, TypeAlias

from stdmig.levelling.heuristic.frame import Frame
from stdmig.levelling.heuristic.pack import pack

Wait: TypeAlias = tuple[int, Sequence[int]]
"""An activity to be placed before, and per option of it the first of one's own."""


class Side(NamedTuple):
    """
    What serial generation needs, in one direction of time.

    From the end everything is mirrored: the last option is the first, time runs
    backwards, and an activity waits for those that follow it.

    Attributes
    ----------
    waits
        Per activity, those to be placed before it and what their options leave to it.
    followers
        Those that wait for it.
    needs, free
        What an activity takes, and what is free per period: see `pack`.
    guard
        The bits of `free` that fall when more is taken than is there.
    ordered
        Whether nobody may start before one that it waits for.
    """

    starts: list[tuple[int, ...]]
    ends: list[tuple[int, ...]]
    waits: list[list[Wait]]
    followers: list[list[int]]
    low: list[int]
    high: list[int]
    rank: list[int]
    needs: list[int]
    free: list[int]
    guard: int
    ordered: bool

    def keys(self, choice: Sequence[int]) -> list[int]:
        """Return per activity a number that rises with its start, then its rank."""
        count = len(self.rank)
        return [
            starts[option] * count + rank
            for starts, option, rank in zip(self.starts, choice, self.rank, strict=True)
        ]

    def by_start(self, choice: Sequence[int]) -> list[int]:
        """Return the activities in the order in which a choice starts them."""
        keys = self.keys(choice)
        if self.ordered:
            return sorted(range(len(keys)), key=keys.__getitem__)
        return self.by_key(keys)

    def by_key(self, keys: Sequence[float]) -> list[int]:
        """Return the activities by key, none before one that it waits for."""
        missing = [len(waits) for waits in self.waits]
        ready = [(keys[i], i) for i, none in enumerate(missing) if not none]
        heapify(ready)
        found = []
        while ready:
            _, place = heappop(ready)
            found.append(place)
            for other in self.followers[place]:
                missing[other] -= 1
                if not missing[other]:
                    heappush(ready, (keys[other], other))
        return found


class Sides(NamedTuple):
    """
    A problem from its beginning and from its end.

    Attributes
    ----------
    sizes
        How many options each activity has.
    """

    ahead: Side
    back: Side
    sizes: list[int]


def sides(frame: Frame) -> Sides:
    """Return a problem from both sides."""
    sizes = [len(starts) for starts in frame.starts]
    return Sides(forward(frame), backward(frame), sizes)


def forward(frame: Frame) -> Side:
    """Return the problem from its beginning."""
    waits: list[list[Wait]] = [[] for _ in frame.low]
    for before, after, first in frame.problem.arcs:
        waits[after].append((before, first))
    starts, ends = frame.starts, frame.ends
    return _side(starts, ends, waits, frame.low, frame.high, frame.rank, pack(frame))


def backward(frame: Frame) -> Side:
    """Return the problem from its end, everything mirrored."""
    sizes = [len(starts) for starts in frame.starts]
    pairs = {(before, after) for before, after, _ in frame.problem.arcs}
    waits: list[list[Wait]] = [
        [
            (after, [sizes[place] - 1 - option for option in back[::-1]])
            for after, back, _ in ceilings
            if (place, after) in pairs
        ]
        for place, ceilings in enumerate(frame.ceilings)
    ]
    periods = frame.problem.periods
    needs, free, guard = pack(frame)
    return _side(
        [tuple(periods - end for end in ends[::-1]) for ends in frame.ends],
        [tuple(periods - start for start in starts[::-1]) for starts in frame.starts],
        waits,
        mirror(sizes, frame.high),
        mirror(sizes, frame.low),
        [len(sizes) - 1 - rank for rank in frame.rank],
        (needs, [*free[-2::-1], free[-1]], guard),
    )


def mirror(sizes: Sequence[int], choice: Sequence[int]) -> list[int]:
    """Return a choice as the other side counts its options."""
    return [size - 1 - option for size, option in zip(sizes, choice, strict=True)]


def _side(
    starts: list[tuple[int, ...]],
    ends: list[tuple[int, ...]],
    waits: list[list[Wait]],
    low: list[int],
    high: list[int],
    rank: list[int],
    packed: tuple[list[int], list[int], int],
) -> Side:
    followers: list[list[int]] = [[] for _ in waits]
    ordered = True
    for place, each in enumerate(waits):
        for other, table in each:
            followers[other].append(place)
            allowed = map([*starts[place], inf].__getitem__, table)
            ordered = ordered and all(map(le, starts[other], allowed))
    return Side(starts, ends, waits, followers, low, high, rank, *packed, ordered)
