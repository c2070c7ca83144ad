"""Which options are left once arcs and lapses are followed to the end (選択の範囲)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from stdmig.levelling.problem import Arc, Lapse, Problem


class Range(NamedTuple):
    """First and last option that an activity may take."""

    first: int
    last: int

    @property
    def empty(self) -> bool:
        """Return whether there is no such option."""
        return self.first > self.last


def ranges(
    problem: Problem, given: Sequence[Range] | None = None
) -> list[Range] | None:
    """
    Return what arcs and lapses leave of every activity's options.

    Parameters
    ----------
    given
        What is allowed to begin with; all options where nothing is said.

    Returns
    -------
    None where no choice keeps all arcs and lapses.
    """
    found = followed(problem, given)
    return None if any(each.empty for each in found) else found


def followed(problem: Problem, given: Sequence[Range] | None = None) -> list[Range]:
    """Return the same, or what is found up to the first link that leaves no option."""
    found = list(given or (Range(0, len(a.starts) - 1) for a in problem.activities))
    links = touching(problem)
    waiting = deque(range(len(found)))
    queued = [True] * len(found)
    while waiting:
        place = waiting.popleft()
        queued[place] = False
        for link in links[place]:
            narrowed = _narrowed(link, found[link.before], found[link.after])
            for each, new in zip((link.before, link.after), narrowed, strict=True):
                if new == found[each]:
                    continue
                found[each] = new
                if not queued[each]:
                    queued[each] = True
                    waiting.append(each)
            if any(each.empty for each in narrowed):
                return found
    return found


def touching(problem: Problem) -> list[list[Arc | Lapse]]:
    """Return, per activity, the arcs and lapses that it has a part in."""
    found: list[list[Arc | Lapse]] = [[] for _ in problem.activities]
    links: list[Arc | Lapse] = [*problem.arcs, *problem.lapses]
    for link in links:
        found[link.before].append(link)
        found[link.after].append(link)
    return found


def _narrowed(link: Arc | Lapse, before: Range, after: Range) -> tuple[Range, Range]:
    if before.empty or after.empty:
        return before, after
    if isinstance(link, Arc):
        return (
            Range(
                before.first, min(before.last, bisect_right(link.first, after.last) - 1)
            ),
            Range(max(after.first, link.first[before.first]), after.last),
        )
    return (
        Range(max(before.first, bisect_left(link.last, after.first)), before.last),
        Range(after.first, min(after.last, link.last[before.last])),
    )
