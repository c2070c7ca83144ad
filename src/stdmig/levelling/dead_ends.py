"""Requests whose money lapses before the contract can begin (失効する予算要求)."""

from __future__ import annotations

from stdmig.levelling.problem import Arc, Lapse, Problem
from stdmig.levelling.tighten import tighten


def dead_ends(problem: Problem) -> dict[int, set[int]]:
    """
    Return the options that no choice can take although both their neighbours may.

    A request of one year can be too early for its money to last until the contract,
    and one of the next year in time. What lies between two options cannot be told by
    first and last options alone; each option is followed to the contract instead.
    """
    left = tighten(problem)
    after: dict[int, list[Arc]] = {}
    for arc in problem.arcs:
        after.setdefault(arc.before, []).append(arc)
    found: dict[int, set[int]] = {}
    for lapse in problem.lapses:
        for option in range(left.first[lapse.before], left.last[lapse.before] + 1):
            if _lapsed(after, lapse, option, left.first, left.last):
                found.setdefault(lapse.before, set()).add(option)
    return found


def _lapsed(
    after: dict[int, list[Arc]],
    lapse: Lapse,
    option: int,
    first: list[int],
    last: list[int],
) -> bool:
    """Return whether an option leaves the other activity no option in time."""
    limit = min(lapse.last[option], last[lapse.after])
    least, waiting = {lapse.before: option}, [lapse.before]
    while waiting:
        place = waiting.pop()
        for arc in after.get(place, ()):
            reached = max(arc.first[least[place]], first[arc.after])
            if reached > last[arc.after]:
                return True
            if reached > least.get(arc.after, first[arc.after]):
                least[arc.after] = reached
                waiting.append(arc.after)
    return least.get(lapse.after, first[lapse.after]) > limit
