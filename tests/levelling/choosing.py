"""Choices drawn at random that keep every link (試験用の選択)."""

from __future__ import annotations

from random import Random

from stdmig.levelling.problem import Choice, Problem
from stdmig.levelling.tighten import Left, narrow, tighten


def any_choice(problem: Problem, random: Random, late: Choice) -> Choice:
    """Return a choice that keeps arcs and lapses; the late one after bad luck."""
    left = tighten(problem)
    places = list(range(len(problem.activities)))
    random.shuffle(places)
    for place in places:
        first, last = left.first[place], left.last[place]
        for option in random.sample(range(first, last + 1), last + 1 - first):
            tried = Left([*left.first], [*left.last])
            tried.first[place] = tried.last[place] = option
            tried = narrow(problem, tried)
            if not tried.empty:
                left = tried
                break
        else:
            return late
    return tuple(left.first)
