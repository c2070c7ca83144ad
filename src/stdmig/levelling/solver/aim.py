"""What one search makes small, and what it must keep (探索の目標)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from stdmig.levelling.measure import load, value
from stdmig.levelling.problem import Choice, Objective, Problem

Target: TypeAlias = Literal["excess"] | Objective
"""An objective, or what exceeds the capacities."""


@dataclass(frozen=True)
class Aim:
    """
    What is made small, and what must not become worse.

    Attributes
    ----------
    target
        What is made small.
    held
        What the objectives before may be worth at most.
    soft
        Places of the resources that may exceed their capacity, for target ``excess``.
    caps
        Capacities that stand in for those of the problem, one number per resource.
    """

    target: Target
    held: Mapping[Objective, int] = field(default_factory=dict)
    soft: frozenset[int] = frozenset()
    caps: Mapping[int, int] = field(default_factory=dict)

    def capacity(self, problem: Problem, place: int) -> tuple[int, ...] | None:
        """Return what a resource can do in every period."""
        given = problem.resources[place].capacity
        if place not in self.caps:
            return given
        most = self.caps[place]
        if given is None:
            return (most,) * problem.periods
        return tuple(min(each, most) for each in given)

    def worth(self, problem: Problem, choice: Choice) -> int | None:
        """Return what a choice is worth in the target; None where it is forbidden."""
        over = 0
        for place, resource in enumerate(problem.resources):
            capacity = self.capacity(problem, place)
            if capacity is None:
                continue
            much = sum(
                max(0, used - most)
                for used, most in zip(
                    load(problem, resource, choice), capacity, strict=True
                )
            )
            if much and (self.target != "excess" or place not in self.soft):
                return None
            over += much
        if any(value(problem, each, choice) > most for each, most in self.held.items()):
            return None
        return over if self.target == "excess" else value(problem, self.target, choice)


def keeps(problem: Problem, choice: Choice) -> bool:
    """Return whether a choice keeps all arcs and lapses."""
    return all(
        0 <= option < len(each.starts)
        for each, option in zip(problem.activities, choice, strict=True)
    ) and (
        all(choice[a.after] >= a.first[choice[a.before]] for a in problem.arcs)
        and all(choice[a.after] <= a.last[choice[a.before]] for a in problem.lapses)
    )
