"""A choice that is made better step by step (局所探索)."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from stdmig.levelling.heuristic.board import Board
from stdmig.levelling.heuristic.cluster import grow, neighbours
from stdmig.levelling.heuristic.effort import Effort
from stdmig.levelling.heuristic.frame import Frame
from stdmig.levelling.heuristic.prices import Prices
from stdmig.levelling.heuristic.replant import replant
from stdmig.levelling.problem import Objective

_SIZES = (1, 4, 12, 30)
"""Sizes of the clusters that are placed anew."""

_SHARE = 8
"""A round places one cluster for each so many activities."""


class Search:
    """
    The best choice so far, and the one that is being changed.

    Attributes
    ----------
    board
        The choice that is being changed.
    best
        The best one, and what it is worth: excess, then every objective.
    """

    def __init__(
        self,
        frame: Frame,
        objectives: Sequence[Objective],
        first: Sequence[int],
        random: Random,
    ) -> None:
        self._frame, self._random = frame, random
        self._objectives = objectives
        self._linked = neighbours(frame)
        self.prices = Prices(frame, objectives)
        self.board = Board(frame, self.prices, first)
        self.best = self.board.worth(objectives), list(first)

    def keep(self) -> bool:
        """Remember the choice, if it is the best; return whether it was."""
        worth = self.board.worth(self._objectives)
        if worth < self.best[0]:
            self.best = worth, list(self.board.choice)
            return True
        return False

    def restore(self) -> None:
        """Go back to the best choice."""
        self.board = Board(self._frame, self.prices, self.best[1])

    def round(self, roots: Sequence[int], effort: Effort) -> None:
        """Place clusters anew, half of them where something is above its limit."""
        hot = self._hot(roots)
        random = self._random
        for _ in range(1 + len(roots) // _SHARE):
            pool = hot if hot and random.random() < 0.5 else roots
            root = pool[int(random.random() * len(pool))]
            size = _SIZES[int(random.random() * len(_SIZES))]
            replant(self.board, grow(self._linked, root, size, random), random)
            if effort.cut():
                break

    def settle(self, effort: Effort, patience: int) -> None:
        """Go on until nothing has become better for some rounds."""
        roots = range(len(self._frame.low))
        idle = 0
        while idle < patience and effort.round():
            self.round(roots, effort)
            idle = 0 if self.keep() else idle + 1

    def lower(self, effort: Effort, patience: int) -> None:
        """Lower the peaks one by one, each until it can be lowered no more."""
        resources = self._frame.problem.resources
        peaks = [place for place, each in enumerate(resources) if each.peak]
        for place in peaks:
            self.prices.aim(place, self.board.peak(place))
        while peaks and not effort.ended():
            still = []
            for place in peaks:
                if effort.ended():
                    break
                if self._lowered(place, effort, patience):
                    still.append(place)
            peaks = still

    def _lowered(self, place: int, effort: Effort, patience: int) -> bool:
        """Try to lower a peak by one; return whether that was possible."""
        target = self.board.peak(place) - 1
        self.prices.aim(place, target)
        roots = [each for each, _ in self._frame.problem.resources[place].demands]
        share = len(roots) / len(self._frame.low)
        for _ in range(patience):
            if not effort.round(share):
                break
            self.round(roots, effort)
            if self.board.peak(place) <= target and self.keep():
                self.prices.aim(place, self.board.peak(place))
                return True
        self.prices.aim(place, target + 1)
        self.restore()
        return False

    def _hot(self, roots: Sequence[int]) -> list[int]:
        """Return the activities that stand where something is above its limit."""
        starts, ends = self._frame.starts, self._frame.ends
        board, found = self.board, set()
        for place, resource in enumerate(self._frame.problem.resources):
            above = self._above(place)
            if above:
                for activity, _ in resource.demands:
                    option = board.choice[activity]
                    start, end = starts[activity][option], ends[activity][option]
                    if any(start <= period < end for period in above):
                        found.add(activity)
        return sorted(found.intersection(roots))

    def _above(self, place: int) -> list[int]:
        """Return the periods in which a resource is above its capacity or target."""
        loads, target = self.board.loads[place], self.prices.targets[place]
        capacity = self._frame.problem.resources[place].capacity
        return [
            period
            for period, load in enumerate(loads)
            if (target is not None and load > target)
            or (capacity is not None and load > capacity[period])
        ]
