"""Work that must fall into a span, against what can be done in it (必要量の検算)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from stdmig.levelling.certain import Work, certain, works_of
from stdmig.levelling.problem import Problem
from stdmig.levelling.ranges import Range, followed


class Shortage(NamedTuple):
    """
    A proof that no choice keeps a capacity.

    Attributes
    ----------
    resource
        Whose capacity.
    first, end
        First period of the span, and the one after its last.
    needed, available
        Least work that must fall in it, and the most that can be done; of one
        activity alone (`at_once`) what it takes, and the most that there is at one
        time whenever it may lie.
    activities
        As few as prove it.
    at_once
        Whether one activity alone takes more than there ever is.
    """

    resource: int
    first: int
    end: int
    needed: int
    available: int
    activities: tuple[int, ...]
    at_once: bool = False


def shortages(problem: Problem) -> tuple[Shortage, ...]:
    """
    Return why no choice can keep the capacities, for every resource that shows it.

    That is the shortest span into which more work must fall than can be done in it,
    wherever the links leave the activities, with as few of them as prove it. Nothing
    is returned where counting shows nothing; a plan need not exist then.
    """
    left = followed(problem)
    found = []
    for number, resource in enumerate(problem.resources):
        capacity = resource.capacity
        if capacity is None:
            continue
        alone = _alone(problem, left, number)
        if alone is not None:
            found.append(alone)
            continue
        works = works_of(problem, left, resource)
        span = _shortest(works, capacity)
        if span is not None:
            found.append(_fewest(number, works, span, capacity))
    return tuple(found)


def _alone(problem: Problem, left: Sequence[Range], number: int) -> Shortage | None:
    """Return the first activity that takes more than there is wherever it lies."""
    resource = problem.resources[number]
    capacity = resource.capacity
    assert capacity is not None
    least = min(capacity, default=0)
    for activity, amount in resource.demands:
        if amount <= least:
            continue
        each = problem.activities[activity]
        span = slice(left[activity].first, left[activity].last + 1)
        pairs = list(zip(each.starts[span], each.ends[span], strict=True))
        most = max(min(capacity[start:end], default=amount) for start, end in pairs)
        if most < amount:
            return Shortage(
                number,
                pairs[0][0],
                pairs[-1][1],
                amount,
                most,
                (activity,),
                at_once=True,
            )
    return None


def _shortest(works: Sequence[Work], capacity: Sequence[int]) -> tuple[int, int] | None:
    """Return the first of the shortest spans with more work than can be done."""
    ready = [0, *accumulate(capacity)]
    best: tuple[int, int] | None = None
    for first, totals in certain(works, len(capacity)):
        most = len(capacity) if best is None else first + best[1] - best[0] - 1
        for end in range(first + 1, min(most, len(capacity)) + 1):
            if totals[end] > ready[end] - ready[first]:
                best = first, end
                break
    return best


def _fewest(
    number: int,
    works: Sequence[Work],
    span: tuple[int, int],
    capacity: Sequence[int],
) -> Shortage:
    """Return the shortage with those activities alone that have most work in it."""
    first, end = span
    available = sum(capacity[first:end])
    parts = [(work.inside(first, end), work.activity) for work in works]
    needed, taken = 0, []
    for amount, activity in sorted(parts, key=lambda part: (-part[0], part[1])):
        needed += amount
        taken.append(activity)
        if needed > available:
            break
    return Shortage(number, first, end, needed, available, tuple(sorted(taken)))
