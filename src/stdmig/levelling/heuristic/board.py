"""A choice with the loads it makes, changed one activity at a time (負荷の積み上げ)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from stdmig.levelling.heuristic.frame import Frame
from stdmig.levelling.heuristic.prices import Prices
from stdmig.levelling.measure import value
from stdmig.levelling.problem import Objective


class Board:
    """
    Where every activity stands, and what each resource has to do.

    Attributes
    ----------
    loads
        Per resource and period, of what has not been taken off.
    """

    def __init__(self, frame: Frame, prices: Prices, choice: Sequence[int]) -> None:
        self.frame, self.prices = frame, prices
        self.choice = list(choice)
        self.loads = [[0] * frame.problem.periods for _ in frame.problem.resources]
        self._starts = [each[0] if each else 0 for each in frame.starts]
        self._eager = [
            each.eagerness * prices.early for each in frame.problem.activities
        ]
        for place, option in enumerate(choice):
            self.put(place, option)

    def put(self, place: int, option: int) -> int:
        """Put an activity that was taken off at an option; return what it costs."""
        self.choice[place] = option
        start, end = self.frame.starts[place][option], self.frame.ends[place][option]
        cost = self._eager[place] * (start - self._starts[place])
        for resource, amount in self.frame.demands[place]:
            loads, rises = self.loads[resource], self.prices.rises(resource, amount)
            for period in range(start, end):
                load = loads[period]
                cost += rises[period][load]
                loads[period] = load + amount
        return cost

    def take(self, place: int) -> int:
        """Take an activity off; return what it cost."""
        option = self.choice[place]
        start, end = self.frame.starts[place][option], self.frame.ends[place][option]
        cost = self._eager[place] * (start - self._starts[place])
        for resource, amount in self.frame.demands[place]:
            loads, rises = self.loads[resource], self.prices.rises(resource, amount)
            for period in range(start, end):
                load = loads[period] - amount
                cost += rises[period][load]
                loads[period] = load
        return cost

    def costs(self, place: int, first: int, last: int) -> list[float]:
        """Return what an activity that was taken off costs at each of its options."""
        starts = self.frame.starts[place][first : last + 1]
        ends = self.frame.ends[place][first : last + 1]
        eager, from_ = self._eager[place], self._starts[place]
        begin, end = starts[0], ends[-1]
        found: list[float] = [eager * (start - from_) for start in starts]
        for resource, amount in self.frame.demands[place]:
            rises = self.prices.rises(resource, amount)[begin:end]
            loads = self.loads[resource][begin:end]
            more = [rise[load] for rise, load in zip(rises, loads, strict=True)]
            upto = list(accumulate(more, initial=0))
            found = [
                cost + upto[e - begin] - upto[s - begin]
                for cost, s, e in zip(found, starts, ends, strict=True)
            ]
        return found

    def worth(self, objectives: Sequence[Objective]) -> tuple[int, ...]:
        """Return the excess over capacities, then every objective's value."""
        resources = self.frame.problem.resources
        over = sum(
            load - most
            for resource, loads in zip(resources, self.loads, strict=True)
            if resource.capacity is not None
            for load, most in zip(loads, resource.capacity, strict=True)
            if load > most
        )
        return over, *(self._value(objective) for objective in objectives)

    def peak(self, resource: int) -> int:
        """Return a resource's peak."""
        return max(self.loads[resource], default=0)

    def _value(self, objective: Objective) -> int:
        problem = self.frame.problem
        if objective == "early":
            return value(problem, objective, self.choice)
        if objective == "peak":
            return sum(
                self.peak(place)
                for place, each in enumerate(problem.resources)
                if each.peak
            )
        return sum(
            load * load
            for resource, loads in zip(problem.resources, self.loads, strict=True)
            if resource.squares
            for load in loads
        )
