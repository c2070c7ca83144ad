"""The cheapest choice where every rung has its price: an exact minimum (最小カット)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.max_flow import SimpleMaxFlow

Numbers: TypeAlias = NDArray[np.int64]

_MOST = 2**60


class Closure:
    """
    Rungs that imply each other, whose prices are still to be named.

    The cheapest set of rungs that holds whatever its rungs imply is a minimum cut
    (Picard 1976; of schedules, Möhring, Schulz, Stork and Uetz 2003). All in integers,
    so that nothing is lost to rounding.
    """

    def __init__(self, size: int, implications: Sequence[tuple[int, int]]) -> None:
        self._size = size
        pairs = np.array(implications, dtype=np.int32).reshape(-1, 2)
        self._tails, self._heads = pairs[:, 0], pairs[:, 1]

    def cheapest(self, prices: Numbers) -> tuple[int, NDArray[np.bool_]]:
        """
        Return the least sum of the prices of the rungs that are true, and which are.

        Raises
        ------
        ArithmeticError
            Where prices are too large to be added up.
        """
        if sum(abs(int(each)) for each in prices) >= _MOST:
            message = "prices are too large to be added up"
            raise ArithmeticError(message)
        source, sink = self._size, self._size + 1
        paid, earned = np.flatnonzero(prices > 0), np.flatnonzero(prices < 0)
        plenty = int(np.abs(prices).sum()) + 1
        flow = SimpleMaxFlow()
        flow.add_arcs_with_capacity(
            _places(self._tails, paid, np.full(len(earned), source)),
            _places(self._heads, np.full(len(paid), sink), earned),
            np.concatenate(
                [
                    np.full(len(self._tails), plenty, dtype=np.int64),
                    prices[paid],
                    -prices[earned],
                ]
            ),
        )
        true = np.zeros(self._size, dtype=np.bool_)
        if not len(paid) or not len(earned):
            true[earned] = True
            return int(prices[earned].sum()), self._implied(true)
        if flow.solve(source, sink) != flow.OPTIMAL:
            message = "the minimum cut could not be computed"
            raise ArithmeticError(message)
        side = [each for each in flow.get_source_side_min_cut() if each < self._size]
        true[side] = True
        return int(prices[earned].sum()) + int(flow.optimal_flow()), true

    def _implied(self, true: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return the rungs with all that they imply, where none has to be paid for."""
        while not true[self._heads[true[self._tails]]].all():
            true[self._heads[true[self._tails]]] = True
        return true


def _places(*parts: NDArray[np.int_] | NDArray[np.int32]) -> NDArray[np.int32]:
    return np.concatenate(parts).astype(np.int32)
