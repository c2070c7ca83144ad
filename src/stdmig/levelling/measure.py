"""What a choice is worth: loads, peaks, squares, earliness (平準化の評価)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.levelling.problem import Objective, Problem, Resource


def load(problem: Problem, resource: Resource, choice: Sequence[int]) -> list[int]:
    """Return how much a resource has to do in each period."""
    change = [0] * (problem.periods + 1)
    for place, amount in resource.demands:
        activity, option = problem.activities[place], choice[place]
        change[activity.starts[option]] += amount
        change[activity.ends[option]] -= amount
    total, found = 0, []
    for each in change[:-1]:
        total += each
        found.append(total)
    return found


def value(problem: Problem, objective: Objective, choice: Sequence[int]) -> int:
    """
    Return what a choice is worth; less is better.

    Returns
    -------
    ``peak``: the sum of the peaks; ``squares``: the sum over resources and periods of
    the squared load; ``early``: the sum of the periods by which the activities start
    after their first option, each times its eagerness.
    """
    if objective == "early":
        return sum(
            each.eagerness * (each.starts[option] - each.starts[0])
            for each, option in zip(problem.activities, choice, strict=True)
        )
    total = 0
    for resource in problem.resources:
        if objective == "peak" and resource.peak:
            total += max(load(problem, resource, choice), default=0)
        elif objective == "squares" and resource.squares:
            total += sum(each * each for each in load(problem, resource, choice))
    return total


def excess(problem: Problem, choice: Sequence[int]) -> int:
    """Return by how much all capacities are exceeded, over all periods."""
    return sum(
        max(0, used - most)
        for resource in problem.resources
        if resource.capacity is not None
        for used, most in zip(
            load(problem, resource, choice), resource.capacity, strict=True
        )
    )
