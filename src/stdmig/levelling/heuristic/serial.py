"""One activity after another at its first free option (逐次スケジュール生成)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from stdmig.levelling.heuristic.side import Side


def serial(
    side: Side, order: Sequence[int], least: Sequence[int]
) -> tuple[list[int], list[int]]:
    """
    Place activities in this order, each as early as arcs and capacities let it.

    Parameters
    ----------
    order
        None before one that it waits for.
    least
        The first option that each may have.

    Returns
    -------
    The choice, and the activities for which no room was found: they stand where the
    arcs alone would have them, and nobody makes room for them. Lapses are not kept.
    """
    free, guard, needs = side.free.copy(), side.guard, side.needs
    starts, ends, waits, high = side.starts, side.ends, side.waits, side.high
    choice = [0] * len(needs)
    failed = []
    for place in order:
        option = least[place]
        for other, table in waits[place]:
            limit = table[choice[other]]
            if limit > option:
                option = limit
        choice[place] = option
        need = needs[place]
        if not need:
            continue
        mine, mine_end, last = starts[place], ends[place], high[place]
        period, end = mine[option], mine_end[option]
        while period < end:
            if (free[period] - need) & guard == guard:
                period += 1
                continue
            period += 1
            while (free[period] - need) & guard != guard:
                period += 1
            option = bisect_left(mine, period, option)
            if option > last:
                break
            period, end = mine[option], mine_end[option]
        if option > last:
            failed.append(place)
            continue
        choice[place] = option
        for period in range(mine[option], end):
            free[period] -= need
    return choice, failed
