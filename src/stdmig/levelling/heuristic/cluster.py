"""Activities that hang together, to be placed anew together (近傍の作業群)."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from stdmig.levelling.heuristic.frame import Frame


class Cluster(NamedTuple):
    """
    A tree of linked activities.

    Attributes
    ----------
    members
        Places of the activities, each after its parent.
    parents
        Per member, where in `members` its parent stands; −1 for the root.
    """

    members: list[int]
    parents: list[int]


def neighbours(frame: Frame) -> list[list[int]]:
    """Return per activity those that arcs and lapses link it to."""
    return [
        sorted({other for other, _, _ in (*floors, *ceilings)})
        for floors, ceilings in zip(frame.floors, frame.ceilings, strict=True)
    ]


def grow(linked: list[list[int]], root: int, size: int, random: Random) -> Cluster:
    """Return a tree that grows from its root by random links."""
    found = Cluster([root], [-1])
    inside = {root}
    edge = [(0, other) for other in linked[root]]
    while edge and len(found.members) < size:
        at = int(random.random() * len(edge))
        edge[at], edge[-1] = edge[-1], edge[at]
        parent, place = edge.pop()
        if place in inside:
            continue
        inside.add(place)
        edge.extend(
            (len(found.members), other)
            for other in linked[place]
            if other not in inside
        )
        found.members.append(place)
        found.parents.append(parent)
    return found
