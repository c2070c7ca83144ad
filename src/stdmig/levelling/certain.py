"""Work that must fall into a span, whatever is chosen (確実な作業量)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from stdmig.levelling.problem import Problem, Resource
from stdmig.levelling.ranges import Range


class Work(NamedTuple):
    """
    What is certain of an activity, whatever is chosen.

    Attributes
    ----------
    ends
        Its earliest end.
    starts
        Its latest start.
    length
        Its least number of periods.
    """

    activity: int
    amount: int
    ends: int
    starts: int
    length: int

    def inside(self, first: int, end: int) -> int:
        """
        Return the least work inside a span.

        The overlap of one option is the least of its length, of what lies between
        its start and the end of the span, between the start of the span and its end,
        and of the span itself; so the least overlap is the least of the four leasts.
        """
        least = min(self.length, end - self.starts, self.ends - first, end - first)
        return self.amount * max(0, least)


def works_of(problem: Problem, left: Sequence[Range], resource: Resource) -> list[Work]:
    """Return what is certain of the activities that a resource works on."""
    found = []
    for activity, amount in resource.demands:
        each = problem.activities[activity]
        span = slice(left[activity].first, left[activity].last + 1)
        pairs = zip(each.starts[span], each.ends[span], strict=True)
        length = min(end - start for start, end in pairs)
        if length > 0 and amount > 0:
            ends, starts = each.ends[span][0], each.starts[span][-1]
            found.append(Work(activity, amount, ends, starts, length))
    return found


def certain(works: Sequence[Work], periods: int) -> Iterator[tuple[int, list[int]]]:
    """
    Yield, per first period of a span, the least work of all in it by its end.

    For one start of the span, the work of an activity begins to grow where its latest
    start, or the span, does, and by its amount in each period, until all of it lies
    inside that must. So two marks an activity and two sums give every span at once.
    """
    by_end = sorted(works, key=lambda work: work.ends)
    gone = 0
    for first in range(periods):
        while gone < len(by_end) and by_end[gone].ends <= first:
            gone += 1
        if gone == len(by_end):
            return
        slope = [0] * (periods + 1)
        for _, amount, ends, starts, length in by_end[gone:]:
            begin = starts if starts > first else first
            until = begin + (length if length < ends - first else ends - first)
            slope[begin] += amount
            slope[until if until < periods else periods] -= amount
        grown = [0, *accumulate(accumulate(slope[:-1]))]
        yield first, grown
