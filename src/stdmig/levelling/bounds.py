"""How good a choice can be at best: the energy that spans must hold (下限)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import gcd

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


def shortage(problem: Problem, left: Sequence[Range] | None = None) -> int:
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
    """
    Return, per first period, the energy that spans beginning there must hold.

    Of an activity, a span holds at least what it holds of the first option, of the
    last, or the shortest length, whichever is least: as options come in the order of
    time, those that begin before the span hold no less of it than the first one does,
    and those that end after it no less than the last one.
    """
    spans = []
    for place, amount in resource.demands:
        activity, (low, high) = problem.activities[place], left[place]
        shortest = min(
            activity.ends[k] - activity.starts[k] for k in range(low, high + 1)
        )
        early = activity.starts[low], activity.ends[low]
        late = activity.starts[high], activity.ends[high]
        if shortest:
            spans.append((amount, shortest, early, late))
    for first in range(problem.periods):
        # How the need grows with the end of the span, as changes of its slope.
        bend = [0] * (problem.periods + 2)
        for amount, shortest, early, late in spans:
            if early[1] <= first:
                continue
            most = min(
                shortest, early[1] - max(early[0], first), late[1] - max(late[0], first)
            )
            begins = max(late[0], first)
            if most > 0:
                bend[begins] += amount
                bend[begins + most] -= amount
        slope, need, needs = 0, 0, [0]
        for period in range(first, problem.periods):
            slope += bend[period]
            need += slope
            needs.append(need)
        yield first, needs


def _all(problem: Problem) -> list[Range]:
    return [Range(0, len(each.starts) - 1) for each in problem.activities]
