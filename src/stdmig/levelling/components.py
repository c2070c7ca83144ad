"""Which activities hang together: one municipality, or several (問題の分割)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from stdmig.levelling.measure import load
from stdmig.levelling.problem import Choice, Problem, Resource


def parts(problem: Problem) -> list[tuple[int, ...]]:
    """
    Return the activities, grouped by what ties them together.

    Arcs and lapses tie, and so do resources whose peak or squares are made small. A
    resource that is only limited does not: of its parts' bounds, the sum holds.
    """
    above = list(range(len(problem.activities)))

    def top(place: int) -> int:
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    def tie(places: Iterable[int]) -> None:
        tops = {top(place) for place in places}
        for each in tops:
            above[each] = min(tops)

    for arc in problem.arcs:
        tie((arc.before, arc.after))
    for lapse in problem.lapses:
        tie((lapse.before, lapse.after))
    for resource in problem.resources:
        if resource.peak or resource.squares:
            tie(place for place, _ in resource.demands)
    found: dict[int, list[int]] = {}
    for place in range(len(above)):
        found.setdefault(top(place), []).append(place)
    return [tuple(each) for each in found.values()]


def part_of(
    problem: Problem, places: Sequence[int], beside: Choice | None = None
) -> Problem:
    """
    Return some of the activities as a problem of their own.

    Parameters
    ----------
    places
        One of the groups that `parts` found.
    beside
        Where the other activities are, whose loads are taken off the capacities; where
        nothing is said they take none, and a bound for the part holds for the whole.
    """
    inside = {place: number for number, place in enumerate(places)}
    return replace(
        problem,
        activities=tuple(problem.activities[place] for place in places),
        arcs=tuple(
            each._replace(before=inside[each.before], after=inside[each.after])
            for each in problem.arcs
            if each.after in inside
        ),
        lapses=tuple(
            each._replace(before=inside[each.before], after=inside[each.after])
            for each in problem.lapses
            if each.after in inside
        ),
        resources=tuple(
            _share(problem, each, inside, beside)
            for each in problem.resources
            if any(place in inside for place, _ in each.demands)
        ),
    )


def put(choice: Choice, places: Sequence[int], chosen: Choice) -> Choice:
    """Return a choice with that of a part in its place."""
    found = list(choice)
    for place, option in zip(places, chosen, strict=True):
        found[place] = option
    return tuple(found)


def _share(
    problem: Problem, resource: Resource, inside: dict[int, int], beside: Choice | None
) -> Resource:
    demands = tuple(
        (inside[place], amount) for place, amount in resource.demands if place in inside
    )
    capacity = resource.capacity
    others = tuple(each for each in resource.demands if each[0] not in inside)
    if capacity is not None and beside is not None and others:
        used = load(problem, resource._replace(demands=others), beside)
        capacity = tuple(a - b for a, b in zip(capacity, used, strict=True))
    return resource._replace(demands=demands, capacity=capacity)
