"""Requests whose money lapses before the contract can begin (失効する予算要求)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.levelling.problem import Arc, Lapse, Problem
from stdmig.levelling.ranges import Range, followed


def dead_ends(problem: Problem) -> dict[int, set[int]]:
    """
    Return the options that no choice can take although both their neighbours may.

    A request of one year can be too early for its money to last until the contract,
    and one of the next year in time. What lies between two options cannot be told by
    first and last options alone; each option is followed to the contract instead.
    """
    left = followed(problem)
    after: dict[int, list[Arc]] = {}
    for arc in problem.arcs:
        after.setdefault(arc.before, []).append(arc)
    found: dict[int, set[int]] = {}
    for lapse in problem.lapses:
        first, last = left[lapse.before]
        for option in range(first, last + 1):
            if _lapsed(after, lapse, option, left):
                found.setdefault(lapse.before, set()).add(option)
    return found


def _lapsed(
    after: dict[int, list[Arc]],
    lapse: Lapse,
    option: int,
    left: Sequence[Range],
) -> bool:
    """Return whether an option leaves the other activity no option in time."""
    limit = min(lapse.last[option], left[lapse.after].last)
    least, waiting = {lapse.before: option}, [lapse.before]
    while waiting:
        place = waiting.pop()
        for arc in after.get(place, ()):
            reached = max(arc.first[least[place]], left[arc.after].first)
            if reached > left[arc.after].last:
                return True
            if reached > least.get(arc.after, left[arc.after].first):
                least[arc.after] = reached
                waiting.append(arc.after)
    return least.get(lapse.after, left[lapse.after].first) > limit
