"""Work that nobody can move, above what can be done (動かせない作業量)."""

from __future__ import annotations

from dataclasses import replace

from stdmig.levelling.measure import load
from stdmig.levelling.problem import Problem, Resource


def made_room_for(problem: Problem) -> Problem:
    """
    Return the problem with room for the work that has one start alone.

    What has begun, or has no time to spare, may exceed a capacity by itself. The rest
    is levelled all the same, and nothing is added in such a month.
    """
    return replace(
        problem,
        resources=tuple(_with_room(problem, each) for each in problem.resources),
    )


def _with_room(problem: Problem, resource: Resource) -> Resource:
    if resource.capacity is None:
        return resource
    sizes = [len(each.starts) for each in problem.activities]
    still = tuple(each for each in resource.demands if sizes[each[0]] == 1)
    loads = load(problem, resource._replace(demands=still), [0] * len(sizes))
    capacity = tuple(map(max, resource.capacity, loads))
    return resource._replace(capacity=capacity)
