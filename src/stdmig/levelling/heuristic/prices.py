"""What one more unit of load costs, in every period (負荷の限界費用)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.levelling.heuristic.frame import Frame
from stdmig.levelling.problem import Activity, Objective


class Rise(dict[int, int]):
    """What a load costs more when an amount comes on top of it; worked out once."""

    def __init__(
        self, amount: int, squared: int, steps: Sequence[tuple[int, int]]
    ) -> None:
        super().__init__()
        self._amount, self._squared, self._steps = amount, squared, steps

    def __missing__(self, load: int) -> int:
        """Work it out the first time it is asked for."""
        found = self[load] = self._cost(load + self._amount) - self._cost(load)
        return found

    def _cost(self, load: int) -> int:
        found = self._squared * load * load
        for most, weight in self._steps:
            if load > most:
                found += weight * (load - most)
        return found


class Prices:
    """
    Capacities and objectives as one number, what counts first weighing most.

    The weights are so far apart that nothing gained in what counts later makes up for a
    unit lost in what counts before.

    Attributes
    ----------
    over, early
        Weight of a unit above a capacity, and of one eager period of delay.
    targets
        Per resource, a peak that is to be kept; None where none is. A load above it
        weighs as the peak does.
    """

    def __init__(self, frame: Frame, objectives: Sequence[Objective]) -> None:
        self._resources = frame.problem.resources
        self._periods = frame.problem.periods
        self.targets: list[int | None] = [None] * len(self._resources)
        self._rises: dict[tuple[int, int], list[Rise]] = {}
        self._weights: dict[str, int] = dict.fromkeys(("peak", "squares", "early"), 0)
        weight = 1
        for objective in reversed(objectives):
            self._weights[objective] = weight
            weight *= 1 + _most(frame, objective)
        self.early = self._weights["early"]
        self.over = weight

    def aim(self, resource: int, target: int | None) -> None:
        """Set the peak that a resource is to keep."""
        self.targets[resource] = target
        for key in [key for key in self._rises if key[0] == resource]:
            del self._rises[key]

    def rises(self, resource: int, amount: int) -> list[Rise]:
        """Return per period what an amount costs on top of a load."""
        found = self._rises.get((resource, amount))
        if found is None:
            found = self._rises[resource, amount] = self._made(resource, amount)
        return found

    def _made(self, place: int, amount: int) -> list[Rise]:
        resource, target = self._resources[place], self.targets[place]
        squared = self._weights["squares"] if resource.squares else 0
        steps = [] if target is None else [(target, self._weights["peak"])]
        if resource.capacity is None:
            return [Rise(amount, squared, steps)] * self._periods
        found = {
            most: Rise(amount, squared, [*steps, (most, self.over)])
            for most in set(resource.capacity)
        }
        return [found[most] for most in resource.capacity]


def _most(frame: Frame, objective: Objective) -> int:
    """Return what no choice is worth more than, in an objective."""
    problem = frame.problem
    if objective == "early":
        return sum(
            each.eagerness * (each.starts[last] - each.starts[0])
            for each, last in zip(problem.activities, frame.high, strict=True)
        )
    found = 0
    for resource in problem.resources:
        most = sum(amount for _, amount in resource.demands)
        if objective == "peak" and resource.peak:
            found += most * problem.periods
        elif objective == "squares" and resource.squares:
            found += most * sum(
                amount * _longest(problem.activities[place])
                for place, amount in resource.demands
            )
    return found


def _longest(activity: Activity) -> int:
    spans = zip(activity.starts, activity.ends, strict=True)
    return max(end - start for start, end in spans)
