"""What a search found, and what is proven of it (解と証明された下限)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from stdmig.levelling.problem import Choice, Objective


class Reached(NamedTuple):
    """
    How good a choice is in one objective.

    Attributes
    ----------
    value
        What it is worth; less is better.
    bound
        No choice that keeps every rule, and is as good in the objectives before, can
        be better than this; proven.
    """

    objective: Objective
    value: int
    bound: int

    @property
    def proven(self) -> bool:
        """Return whether nothing can be better."""
        return self.value <= self.bound


class Solved(NamedTuple):
    """
    What a search found.

    Attributes
    ----------
    choice
        The best one; it keeps all arcs and lapses. Capacities it keeps where `excess`
        is 0.
    reached
        Per objective, in the order in which they counted.
    excess
        By how much capacities are exceeded, over all resources and periods.
    impossible
        Whether it is proven that no choice keeps the capacities.
    interrupted
        Whether the user ended the search.
    """

    choice: Choice
    reached: tuple[Reached, ...]
    excess: int
    impossible: bool = False
    interrupted: bool = False


class Limits(NamedTuple):
    """
    How long a search may go on.

    Attributes
    ----------
    remaining
        Seconds that are left; asked again and again, since nobody here reads a clock.
    workers
        Threads of the solver.
    seed
        Of everything random.
    rounds
        Tries of the heuristic.
    seconds
        What `remaining` began with, as the user said it. The work of the solver is
        measured out by it, so that the same limits give the same result; where it is
        not given, time alone ends the search.
    """

    remaining: Callable[[], float]
    workers: int = 2
    seed: int = 1
    rounds: int = 200
    seconds: float | None = None


Told: TypeAlias = Callable[[Reached], None]
"""Called whenever a better choice, or a better bound, is found."""
