"""Choices drawn at random that keep every link (試験用の選択)."""

from __future__ import annotations

from random import Random

from stdmig.levelling.problem import Choice, Problem
from stdmig.levelling.ranges import Range, ranges


def any_choice(problem: Problem, random: Random, late: Choice) -> Choice:
    """Return a choice that keeps arcs and lapses; the late one after bad luck."""
    left = ranges(problem)
    if left is None:
        return late
    places = list(range(len(problem.activities)))
    random.shuffle(places)
    for place in places:
        first, last = left[place]
        for option in random.sample(range(first, last + 1), last + 1 - first):
            tried = ranges(
                problem, [*left[:place], Range(option, option), *left[place + 1 :]]
            )
            if tried is not None:
                left = tried
                break
        else:
            return late
    return tuple(each.first for each in left)
