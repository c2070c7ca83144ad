"""Which options the links leave, whatever is chosen (先行関係による絞り込み)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from stdmig.levelling.problem import Arc, Lapse, Problem


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

    It ends at the first activity without any.
    """
    sizes = [len(each.starts) for each in problem.activities]
    return narrow(problem, Left([0] * len(sizes), [size - 1 for size in sizes]))


def narrow(problem: Problem, left: Left) -> Left:
    """Return the options that remain where some are gone already."""
    found = Left([*left.first], [*left.last])
    ahead = sorted(problem.arcs, key=lambda arc: arc.before)
    back = sorted(problem.arcs, key=lambda arc: -arc.after)
    moved = True
    while moved and not found.empty:
        moved = _forward(ahead, found)
        moved |= not found.empty and _backward(back, found)
        moved |= not found.empty and _lapses(problem.lapses, found)
    return found


def _forward(arcs: Sequence[Arc], left: Left) -> bool:
    """Let every activity wait for those before it; say whether anything moved."""
    moved = False
    first, last = left
    for before, after, follows in arcs:
        if first[before] > last[before]:
            break
        least = follows[first[before]]
        if least > first[after]:
            first[after], moved = least, True
    return moved


def _backward(arcs: Sequence[Arc], left: Left) -> bool:
    """Let every activity be over for those after it; say whether anything moved."""
    moved = False
    first, last = left
    for before, after, follows in arcs:
        if first[after] > last[after]:
            break
        most = bisect_right(follows, last[after]) - 1
        if most < last[before]:
            last[before], moved = most, True
    return moved


def _lapses(lapses: Sequence[Lapse], left: Left) -> bool:
    """Let nothing start too long after another; say whether anything moved."""
    moved = False
    first, last = left
    for before, after, until in lapses:
        if first[before] > last[before]:
            break
        most = until[last[before]]
        if most < last[after]:
            last[after], moved = most, True
        least = bisect_left(until, first[after])
        if least > first[before]:
            first[before], moved = least, True
    return moved


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
