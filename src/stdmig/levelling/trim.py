"""A problem without the options that its links rule out (先行関係による絞り込み)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.levelling.problem import Arc, Lapse, Problem
from stdmig.levelling.ranges import Range


def trimmed(problem: Problem, left: Sequence[Range]) -> Problem:
    """Return the problem without the options that are gone at either end."""
    activities = tuple(
        each._replace(
            starts=each.starts[own.first : own.last + 1],
            ends=each.ends[own.first : own.last + 1],
        )
        for each, own in zip(problem.activities, left, strict=True)
    )
    arcs, lapses = [], []
    for before, after, follows in problem.arcs:
        size = len(activities[after].starts)
        kept = tuple(
            min(max(0, each - left[after].first), size)
            for each in follows[left[before].first : left[before].last + 1]
        )
        if kept[-1]:
            arcs.append(Arc(before, after, kept))
    for before, after, until in problem.lapses:
        size = len(activities[after].starts)
        kept = tuple(
            max(-1, min(each - left[after].first, size - 1))
            for each in until[left[before].first : left[before].last + 1]
        )
        if kept[0] < size - 1:
            lapses.append(Lapse(before, after, kept))
    return Problem(
        problem.periods, activities, tuple(arcs), problem.resources, tuple(lapses)
    )
