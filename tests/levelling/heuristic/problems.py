"""Small problems at random, and every choice that they allow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from hypothesis import strategies as st

from stdmig.levelling.measure import excess, value
from stdmig.levelling.problem import (
    Activity,
    Arc,
    Choice,
    Lapse,
    Objective,
    Problem,
    Resource,
)

PERIODS = 8


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Draw up to five activities, links between them, and up to two resources."""
    count = draw(st.integers(1, 5))
    activities = tuple(_activity(draw, str(place)) for place in range(count))
    pairs = [(a, b) for b in range(count) for a in range(b)]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=4)) if pairs else []
    arcs = tuple(_arc(activities, a, b, draw(st.integers(-1, 2))) for a, b in chosen)
    lapses = tuple(
        _lapse(activities, a, b, draw(st.integers(2, 5)))
        for a, b in chosen
        if draw(st.integers(0, 3)) == 0
    )
    resources = tuple(
        Resource(
            f"r{number}",
            tuple((place, draw(st.integers(0, 3))) for place in range(count)),
            draw(st.none() | st.tuples(*[st.integers(0, 5)] * PERIODS)),
            draw(st.booleans()),
            draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 2)))
    )
    return Problem(PERIODS, activities, arcs, resources, lapses)


def choices(problem: Problem) -> Iterator[Choice]:
    """Yield every choice that keeps arcs and lapses."""
    for choice in product(*(range(len(each.starts)) for each in problem.activities)):
        if keeps(problem, choice):
            yield choice


def keeps(problem: Problem, choice: Choice) -> bool:
    """Return whether a choice is one, and keeps arcs and lapses."""
    return (
        len(choice) == len(problem.activities)
        and all(
            0 <= option < len(each.starts)
            for each, option in zip(problem.activities, choice, strict=True)
        )
        and all(
            choice[arc.after] >= arc.first[choice[arc.before]] for arc in problem.arcs
        )
        and all(
            choice[lapse.after] <= lapse.last[choice[lapse.before]]
            for lapse in problem.lapses
        )
    )


def worth(
    problem: Problem, objectives: tuple[Objective, ...], choice: Choice
) -> tuple[int, ...]:
    """Return the excess of a choice, then what it is worth in each objective."""
    values = (value(problem, objective, choice) for objective in objectives)
    return excess(problem, choice), *values


def task(
    length: int, starts: range, *, eagerness: int = 1, name: str = "task"
) -> Activity:
    """Return an activity that takes so many periods."""
    ends = tuple(start + length for start in starts)
    return Activity(name, tuple(starts), ends, eagerness)


def after(before: Activity, later: Activity) -> tuple[int, ...]:
    """Return the options of an arc: one starts when the other has ended."""
    return tuple(sum(start < end for start in later.starts) for end in before.ends)


def _activity(draw: st.DrawFn, name: str) -> Activity:
    starts = draw(st.sets(st.integers(0, PERIODS - 1), min_size=1, max_size=5))
    begins = tuple(sorted(starts))
    ends: list[int] = []
    for start in begins:
        end = min(PERIODS, start + draw(st.integers(0, 3)))
        ends.append(max([end, *ends[-1:]]))
    return Activity(name, begins, tuple(ends), draw(st.integers(0, 2)))


def _arc(activities: tuple[Activity, ...], a: int, b: int, lag: int) -> Arc:
    starts = activities[b].starts
    ready = (start + lag for start in activities[a].starts)
    return Arc(a, b, tuple(sum(s < day for s in starts) for day in ready))


def _lapse(activities: tuple[Activity, ...], a: int, b: int, lag: int) -> Lapse:
    starts = activities[b].starts
    last = (start + lag for start in activities[a].starts)
    return Lapse(a, b, tuple(sum(s <= day for s in starts) - 1 for day in last))
