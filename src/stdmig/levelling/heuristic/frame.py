"""A problem as the heuristic looks things up in it (探索用の表)."""

from __future__ import annotations

from bisect import bisect_left
from graphlib import TopologicalSorter
from typing import NamedTuple

from stdmig.levelling.heuristic.link import Link, last_before
from stdmig.levelling.heuristic.ranges import narrow
from stdmig.levelling.problem import Problem


class Frame(NamedTuple):
    """
    A problem, by activity.

    Attributes
    ----------
    starts, ends
        Per option, the first period and the one after the last.
    floors, ceilings
        Per activity, what keeps it from coming earlier, or later, than another allows:
        arcs and lapses, each from both its ends.
    low, high
        First and last option that all arcs and lapses leave.
    rank
        Place of each activity in an order that keeps the arcs.
    demands
        Per activity, resources and how much it takes of each.
    sound
        Whether `low` and `high` each keep all arcs and lapses.
    """

    problem: Problem
    starts: list[tuple[int, ...]]
    ends: list[tuple[int, ...]]
    floors: list[list[Link]]
    ceilings: list[list[Link]]
    low: list[int]
    high: list[int]
    rank: list[int]
    demands: list[list[tuple[int, int]]]
    sound: bool


def frame(problem: Problem) -> Frame:
    """Return the problem by activity, with the options that arcs and lapses leave."""
    sizes = [len(each.starts) for each in problem.activities]
    count = len(sizes)
    floors: list[list[Link]] = [[] for _ in range(count)]
    ceilings: list[list[Link]] = [[] for _ in range(count)]
    for before, after, first in problem.arcs:
        back = last_before(first, sizes[after])
        floors[after].append((before, first, back))
        ceilings[before].append((after, back, first))
    for before, after, last in problem.lapses:
        back = [bisect_left(last, option) for option in range(sizes[after])]
        ceilings[after].append((before, last, back))
        floors[before].append((after, back, last))
    low, high, sound = narrow(sizes, floors, ceilings)
    return Frame(
        problem,
        [each.starts for each in problem.activities],
        [each.ends for each in problem.activities],
        floors,
        ceilings,
        low,
        high,
        _ranks(problem),
        _demands(problem),
        sound,
    )


def _ranks(problem: Problem) -> list[int]:
    waits: dict[int, list[int]] = {i: [] for i in range(len(problem.activities))}
    for arc in problem.arcs:
        waits[arc.after].append(arc.before)
    rank = [0] * len(waits)
    for place, activity in enumerate(TopologicalSorter(waits).static_order()):
        rank[activity] = place
    return rank


def _demands(problem: Problem) -> list[list[tuple[int, int]]]:
    found: list[list[tuple[int, int]]] = [[] for _ in problem.activities]
    for place, resource in enumerate(problem.resources):
        if resource.capacity is not None or resource.peak or resource.squares:
            for activity, amount in resource.demands:
                if amount:
                    found[activity].append((place, amount))
    return found
