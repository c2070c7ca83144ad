"""How good a choice can be at best: the energy that spans must hold (下限)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import gcd

from stdmig.levelling.certain import certain, works_of
from stdmig.levelling.problem import Objective, Problem, Resource
from stdmig.levelling.ranges import Range, ranges


def bound(
    problem: Problem, objective: Objective, left: Sequence[Range] | None = None
) -> int:
    """
    Return what no choice that keeps arcs and lapses can be better than.

    Parameters
    ----------
    left
        The options that `ranges` left; found here where they are not given.
    """
    left = left or ranges(problem) or _all(problem)
    if objective == "early":
        return sum(
            each.eagerness
            * (
                each.starts[span.first if each.eagerness > 0 else span.last]
                - each.starts[0]
            )
            for each, span in zip(problem.activities, left, strict=True)
        )
    if objective == "peak":
        return sum(_peak(problem, r, left) for r in problem.resources if r.peak)
    return sum(_squares(problem, r, left) for r in problem.resources if r.squares)


def least_excess(problem: Problem, left: Sequence[Range] | None = None) -> int:
    """Return by how much every choice exceeds the capacities at least, in sum."""
    left = left or ranges(problem) or _all(problem)
    total = 0
    for resource in problem.resources:
        if resource.capacity is None:
            continue
        most = [0]
        for each in resource.capacity:
            most.append(most[-1] + each)
        worst = 0
        for first, needs in _needs(problem, resource, left):
            worst = max(
                worst,
                *(
                    need - (most[first + size] - most[first])
                    for size, need in enumerate(needs)
                ),
            )
        total += worst
    return total


def step(resource: Resource) -> int:
    """Return what every load of a resource is a multiple of."""
    return gcd(*(amount for _, amount in resource.demands)) or 1


def _peak(problem: Problem, resource: Resource, left: Sequence[Range]) -> int:
    unit, best = step(resource), 0
    for _, needs in _needs(problem, resource, left):
        for size, need in enumerate(needs[1:], start=1):
            best = max(best, -(-need // (size * unit)) * unit)
    return best


def _squares(problem: Problem, resource: Resource, left: Sequence[Range]) -> int:
    """Return the squares of all energy spread evenly over the periods it may use."""
    energy, used = 0, set[int]()
    for place, amount in resource.demands:
        activity, span = problem.activities[place], left[place]
        options = range(span.first, span.last + 1)
        energy += amount * min(activity.ends[k] - activity.starts[k] for k in options)
        used.update(range(activity.starts[span.first], activity.ends[span.last]))
    if not used:
        return 0
    unit = step(resource)
    low, more = divmod(energy // unit, len(used))
    spread = (len(used) - more) * low * low + more * (low + 1) ** 2
    return spread * unit * unit


def _needs(
    problem: Problem, resource: Resource, left: Sequence[Range]
) -> Iterator[tuple[int, list[int]]]:
    """Yield, per first period, the energy that spans beginning there must hold."""
    works = works_of(problem, left, resource)
    for first, totals in certain(works, problem.periods):
        yield first, totals[first:]


def _all(problem: Problem) -> list[Range]:
    return [Range(0, len(each.starts) - 1) for each in problem.activities]
