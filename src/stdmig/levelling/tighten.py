"""Which options the links leave, whatever is chosen (先行関係による絞り込み)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.levelling.problem import Arc, Lapse, Problem
from stdmig.levelling.ranges import followed


class Left(NamedTuple):
    """First and last option that remain for every activity."""

    first: list[int]
    last: list[int]

    @property
    def empty(self) -> list[int]:
        """Return the activities that keep no option at all."""
        pairs = enumerate(zip(self.first, self.last, strict=True))
        return [place for place, (first, last) in pairs if first > last]


def tighten(problem: Problem) -> Left:
    """
    Return the options that arcs and lapses leave to every activity.

    It ends at the first link that leaves none.
    """
    found = followed(problem)
    return Left([each.first for each in found], [each.last for each in found])


def trimmed(problem: Problem, left: Left) -> Problem:
    """Return the problem without the options that are gone at either end."""
    first, last = left
    activities = tuple(
        each._replace(
            starts=each.starts[first[place] : last[place] + 1],
            ends=each.ends[first[place] : last[place] + 1],
        )
        for place, each in enumerate(problem.activities)
    )
    arcs, lapses = [], []
    for before, after, follows in problem.arcs:
        size = len(activities[after].starts)
        kept = tuple(
            min(max(0, each - first[after]), size)
            for each in follows[first[before] : last[before] + 1]
        )
        if kept[-1]:
            arcs.append(Arc(before, after, kept))
    for before, after, until in problem.lapses:
        size = len(activities[after].starts)
        kept = tuple(
            max(-1, min(each - first[after], size - 1))
            for each in until[first[before] : last[before] + 1]
        )
        if kept[0] < size - 1:
            lapses.append(Lapse(before, after, kept))
    return Problem(
        problem.periods, activities, tuple(arcs), problem.resources, tuple(lapses)
    )
