"""A cluster taken off and placed anew, by dynamic programming (作業群の再配置)."""

from __future__ import annotations

from itertools import accumulate
from math import inf
from operator import add
from random import Random

from stdmig.levelling.heuristic.board import Board
from stdmig.levelling.heuristic.cluster import Cluster
from stdmig.levelling.heuristic.link import Link


def replant(board: Board, cluster: Cluster, random: Random) -> None:
    """
    Place a cluster anew, if that costs no more.

    From the leaves to the root, what the best options below cost at most is worked out
    for each option, as if no two of the cluster met; from the root to the leaves the
    best option is chosen, with what those before it now cost. Whoever is not in the
    cluster stays, and every arc and lapse is kept.
    """
    members, parents = cluster
    first, last = _fences(board, cluster, random)
    old = [board.choice[place] for place in members]
    cost = sum(map(board.take, members))
    base = [
        board.costs(place, *limits)
        for place, *limits in zip(members, first, last, strict=True)
    ]
    below = [each.copy() for each in base]
    for k in range(len(members) - 1, 0, -1):
        up = parents[k]
        least = _least(board, cluster, k, below[k], first, last)
        below[up] = list(map(add, below[up], least))
    new = _set(board, cluster, first, last, base, below, random.random() < 0.5)
    if new > cost:
        for place in members:
            board.take(place)
        for place, option in zip(members, old, strict=True):
            board.put(place, option)


def _set(
    board: Board,
    cluster: Cluster,
    first: list[int],
    last: list[int],
    base: list[list[float]],
    below: list[list[float]],
    late: bool,
) -> int:
    """Put the members at their best options, parents first; return what that costs."""
    cost = 0
    for k, place in enumerate(cluster.members):
        begin, end, now = first[k], last[k], base[k]
        if k:
            above = board.choice[cluster.members[cluster.parents[k]]]
            floors, ceilings = _tables(board, cluster, k)
            begin = max([begin, *(table[above] for _, table, _ in floors)])
            end = min([end, *(table[above] for _, table, _ in ceilings)])
            now = board.costs(place, begin, end)
        chosen = slice(begin - first[k], end + 1 - first[k])
        sums = [
            total - alone + meeting
            for total, alone, meeting in zip(
                below[k][chosen], base[k][chosen], now, strict=True
            )
        ]
        best = min(sums)
        option = len(sums) - 1 - sums[::-1].index(best) if late else sums.index(best)
        cost += board.put(place, begin + option)
    return cost


def _fences(
    board: Board, cluster: Cluster, random: Random
) -> tuple[list[int], list[int]]:
    """
    Return first and last option of each member that all the others leave.

    Between two members that are linked, but not as parent and child, a fence is set up
    somewhere between where they stand.
    """
    frame, choice = board.frame, board.choice
    members, parents = cluster
    at = {place: k for k, place in enumerate(members)}
    first = [frame.low[place] for place in members]
    last = [frame.high[place] for place in members]
    for k, place in enumerate(members):
        for other, table, back in frame.floors[place]:
            limit = table[choice[other]]
            j = at.get(other)
            if j is not None:
                if parents[j] == k or parents[k] == j:
                    continue
                limit += int(random.random() * (choice[place] - limit + 1))
                last[j] = min(last[j], back[limit])
            first[k] = max(first[k], limit)
        for other, table, _ in frame.ceilings[place]:
            if other not in at:
                last[k] = min(last[k], table[choice[other]])
    return first, last


def _tables(board: Board, cluster: Cluster, k: int) -> tuple[list[Link], list[Link]]:
    """Return what a member's parent asks of it."""
    place, up = cluster.members[k], cluster.members[cluster.parents[k]]
    frame = board.frame
    return (
        [link for link in frame.floors[place] if link[0] == up],
        [link for link in frame.ceilings[place] if link[0] == up],
    )


def _least(
    board: Board,
    cluster: Cluster,
    k: int,
    below: list[float],
    first: list[int],
    last: list[int],
) -> list[float]:
    """Return per option of a member's parent what the member costs at least."""
    up = cluster.parents[k]
    options = range(first[up], last[up] + 1)
    begin, size = first[k], len(below)
    floors, ceilings = _tables(board, cluster, k)
    lows, highs = [0] * len(options), [size] * len(options)
    for _, table, _ in floors:
        lows = [max(a, table[o] - begin) for a, o in zip(lows, options, strict=True)]
    for _, table, _ in ceilings:
        highs = [
            min(a, table[o] - begin + 1) for a, o in zip(highs, options, strict=True)
        ]
    if not ceilings:
        upward = list(accumulate(reversed(below), min, initial=inf))
        return [upward[size - low] if low < size else inf for low in lows]
    if not floors:
        downward = list(accumulate(below, min, initial=inf))
        return [downward[high] if high > 0 else inf for high in highs]
    return [
        min(below[low:high], default=inf) if high > 0 else inf
        for low, high in zip(lows, highs, strict=True)
    ]
