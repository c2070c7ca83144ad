"""Small problems, and everything that can be chosen in them (総当たりの検算)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from hypothesis import strategies as st

from stdmig.levelling.problem import Activity, Arc, Choice, Lapse, Problem, Resource


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Draw up to five activities of up to four options, with links and one capacity."""
    periods = draw(st.integers(3, 8))
    activities = [_activity(draw, number, periods) for number in range(5)]
    activities = activities[: draw(st.integers(1, 5))]
    arcs, lapses = [], []
    for after in range(len(activities)):
        for before in range(after):
            kind = draw(st.integers(0, 5))
            if kind > 1:
                continue
            rising = sorted(
                draw(st.integers(0, len(activities[after].starts)))
                for _ in activities[before].starts
            )
            if kind:
                arcs.append(Arc(before, after, tuple(rising)))
            else:
                until = tuple(each - 1 for each in rising)
                lapses.append(Lapse(before, after, until))
    taken = tuple((place, draw(st.integers(0, 3))) for place in range(len(activities)))
    capacity = tuple(draw(st.integers(0, 4)) for _ in range(periods))
    own = Resource("lead", taken, capacity, peak=True, squares=True)
    return Problem(periods, tuple(activities), tuple(arcs), (own,), tuple(lapses))


def _activity(draw: st.DrawFn, number: int, periods: int) -> Activity:
    size = draw(st.integers(1, 4))
    starts = sorted(draw(st.integers(0, periods - 1)) for _ in range(size))
    ends, last = [], 0
    for start in starts:
        last = max(last, min(periods, start + draw(st.integers(0, 3))))
        ends.append(last)
    return Activity(f"a{number}", tuple(starts), tuple(ends))


def choices(problem: Problem) -> Iterator[Choice]:
    """Yield every choice that keeps all arcs and lapses."""
    for choice in product(*(range(len(each.starts)) for each in problem.activities)):
        follows = all(
            choice[arc.after] >= arc.first[choice[arc.before]] for arc in problem.arcs
        )
        in_time = all(
            choice[lapse.after] <= lapse.last[choice[lapse.before]]
            for lapse in problem.lapses
        )
        if follows and in_time:
            yield choice
