"""Starts that spread the work, found fast and always (発見的な平準化)."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from stdmig.levelling.heuristic.effort import Effort
from stdmig.levelling.heuristic.evolve import evolve
from stdmig.levelling.heuristic.frame import Frame, frame
from stdmig.levelling.heuristic.ranges import lift
from stdmig.levelling.heuristic.search import Search
from stdmig.levelling.heuristic.side import sides
from stdmig.levelling.measure import excess, value
from stdmig.levelling.problem import Choice, Objective, Problem
from stdmig.levelling.solved import Limits

_PATIENCE = 12
"""Rounds without anything better, after which a stage ends."""


def spread(problem: Problem, objectives: Sequence[Objective], limits: Limits) -> Choice:
    """
    Return a choice that is good in the objectives, the first counting most.

    Parameters
    ----------
    objectives
        In the order in which they count; each at most once.
    limits
        The search ends with its rounds, with its seconds, or when nothing becomes
        better. Where the seconds do not end it, the same seed gives the same choice.

    Returns
    -------
    A choice that keeps all arcs and lapses, if there is one. Capacities come before
    every objective: they are kept where the search finds how, which is no proof of
    anything where it does not; otherwise they are exceeded by as little as it found.
    """
    made = frame(problem)
    if not made.sound or not problem.activities:
        return tuple(made.low)
    effort = Effort(limits)
    random = Random(limits.seed)
    wanted = _wanted(problem, objectives)
    first = _first(made, wanted, effort, random)
    if _settled(made, wanted, first):
        return tuple(first)
    search = Search(made, wanted, first, random)
    search.settle(effort.part(0.4), _PATIENCE)
    search.restore()
    for objective in wanted:
        if objective == "peak":
            search.lower(effort.part(0.6), _PATIENCE)
        else:
            search.settle(effort, _PATIENCE)
            search.restore()
    return tuple(search.best[1])


def _wanted(problem: Problem, objectives: Sequence[Objective]) -> list[Objective]:
    """Return the objectives of which there is anything to make small."""
    there = {
        "peak": any(each.peak for each in problem.resources),
        "squares": any(each.squares for each in problem.resources),
        "early": any(each.eagerness for each in problem.activities),
    }
    return [objective for objective in objectives if there[objective]]


def _first(
    made: Frame, wanted: Sequence[Objective], effort: Effort, random: Random
) -> list[int]:
    """Return the best of some choices to begin with."""
    problem = made.problem
    found = [made.high, made.low]
    if any(each.capacity is not None for each in problem.resources):
        early = wanted[:1] == ["early"]
        both = sides(made)

        def worth(choice: list[int], failed: list[int]) -> tuple[int, ...]:
            lifted = lift(choice, made.floors, both.sizes) if problem.lapses else choice
            moved = len(failed) + (lifted != choice)
            return moved, value(problem, "early", lifted) if early else 0

        goal = (0, value(problem, "early", made.low) if early else 0)
        share = (
            effort.part(0.5 if len(wanted) > 1 else 1) if early else effort.part(0.1)
        )
        choice = evolve(both, worth, goal, share, random)
        found.insert(0, lift(choice, made.floors, both.sizes))
    return min(
        found,
        key=lambda choice: (
            excess(problem, choice),
            *(value(problem, each, choice) for each in wanted),
        ),
    )


def _settled(made: Frame, wanted: Sequence[Objective], choice: list[int]) -> bool:
    """Return whether nothing can be better."""
    problem = made.problem
    return (
        not excess(problem, choice)
        and set(wanted) <= {"early"}
        and value(problem, "early", choice) == value(problem, "early", made.low)
    )
