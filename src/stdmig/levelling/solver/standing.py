"""What a search stands at: the best choice, and what is proven (探索の現状)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.levelling.bounds import bound
from stdmig.levelling.measure import excess, value
from stdmig.levelling.problem import Choice, Objective, Problem
from stdmig.levelling.ranges import Range
from stdmig.levelling.solved import Reached, Solved, Told
from stdmig.levelling.solver.aim import keeps


class Standing:
    """
    The best choice of a whole problem.

    Attributes
    ----------
    choice
        Always one that keeps arcs and lapses, so that the search can end at any time.
    held
        What the objectives that are done may be worth at most.
    """

    def __init__(
        self,
        problem: Problem,
        left: Sequence[Range] | None,
        first: Choice,
        objectives: Sequence[Objective],
        told: Told,
    ) -> None:
        self._problem, self._objectives, self._told = problem, objectives, told
        self.choice = first
        self.held: dict[Objective, int] = {}
        self.impossible = False
        self.target: Objective | None = None
        self._bounds = {each: bound(problem, each, left) for each in objectives}

    @property
    def excess(self) -> int:
        """Return by how much the best choice exceeds the capacities."""
        return excess(self._problem, self.choice)

    def bound(self, objective: Objective) -> int:
        """Return what is proven of an objective."""
        return self._bounds[objective]

    def raise_bound(self, objective: Objective, proven: int) -> None:
        """Note what is proven, if it says more than before."""
        if proven > self._bounds[objective]:
            self._bounds[objective] = proven
            self._tell(objective)

    def offer(self, choice: Choice) -> bool:
        """Take a choice if it is better in what is searched, and no worse elsewhere."""
        if choice == self.choice or self._rank(choice) >= self._rank(self.choice):
            return False
        if not keeps(self._problem, choice):
            return False
        self.choice = choice
        if self.target is not None:
            self._tell(self.target)
        return True

    def hold(self, objective: Objective) -> None:
        """End the stage of an objective."""
        self.held[objective] = value(self._problem, objective, self.choice)

    def solved(self, *, interrupted: bool = False) -> Solved:
        """Return the best choice as the result."""
        return Solved(
            self.choice,
            tuple(self._reached(each) for each in self._objectives),
            self.excess,
            impossible=self.impossible,
            interrupted=interrupted,
        )

    def _rank(self, choice: Choice) -> tuple[int, ...]:
        worse = sum(
            max(0, value(self._problem, each, choice) - most)
            for each, most in self.held.items()
        )
        over = excess(self._problem, choice)
        if self.target is None or over or worse:
            return over, worse
        return over, worse, value(self._problem, self.target, choice)

    def _reached(self, objective: Objective) -> Reached:
        return Reached(
            objective,
            value(self._problem, objective, self.choice),
            self._bounds[objective],
        )

    def _tell(self, objective: Objective) -> None:
        self._told(self._reached(objective))
