"""The cheapest choice where every rung has its price: an exact minimum (最小カット)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from ortools.graph.python.max_flow import SimpleMaxFlow


def cheapest(prices: Sequence[int], implications: Sequence[tuple[int, int]]) -> int:
    """
    Return the least sum of the prices of the rungs that are true.

    Rungs that imply each other make a closure, whose cheapest form is a minimum cut
    (Picard 1976; for schedules Möhring, Schulz, Stork, Uetz 2003). All in integers,
    so that nothing is lost to rounding.

    Raises
    ------
    ArithmeticError
        Where the flow could not be computed, as with prices that are too large.
    """
    size = len(prices)
    source, sink = size, size + 1
    count = len(implications) + size
    tails = np.empty(count, dtype=np.int32)
    heads = np.empty(count, dtype=np.int32)
    capacities = np.empty(count, dtype=np.int64)
    plenty = sum(abs(each) for each in prices) + 1
    for place, (one, two) in enumerate(implications):
        tails[place], heads[place], capacities[place] = one, two, plenty
    gained = 0
    for rung, price in enumerate(prices):
        place = len(implications) + rung
        gained += min(price, 0)
        tails[place], heads[place] = (rung, sink) if price > 0 else (source, rung)
        capacities[place] = abs(price)
    flow = SimpleMaxFlow()
    flow.add_arcs_with_capacity(tails, heads, capacities)
    if flow.solve(source, sink) != flow.OPTIMAL:
        message = "the minimum cut could not be computed"
        raise ArithmeticError(message)
    return gained + int(flow.optimal_flow())
