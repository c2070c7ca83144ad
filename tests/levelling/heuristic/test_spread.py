"""Starts found by the heuristic."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest
from hypothesis import assume, given, settings

from stdmig.levelling.heuristic import spread
from stdmig.levelling.measure import excess, load, value
from stdmig.levelling.problem import (
    OBJECTIVES,
    Activity,
    Arc,
    Lapse,
    Objective,
    Problem,
    Resource,
)
from stdmig.levelling.solved import Limits
from tests.levelling.heuristic.problems import (
    after,
    choices,
    keeps,
    problems,
    task,
    worth,
)

LIMITS = Limits(lambda: 1.0, rounds=30)
"""Seconds that never end: the rounds do."""

ORDERS: list[tuple[Objective, ...]] = [
    order for size in range(4) for order in permutations(OBJECTIVES, size)
]


@settings(max_examples=60)
@given(problems())
def test_arcs_and_lapses_are_kept(problem: Problem) -> None:
    """Whatever the problem, a choice that keeps them is found where there is one."""
    assume(any(True for _ in choices(problem)))
    choice = spread(problem, OBJECTIVES, LIMITS._replace(rounds=3))
    assert keeps(problem, choice)


@settings(max_examples=30)
@given(problems())
def test_no_choice_at_all_still_has_an_answer(problem: Problem) -> None:
    """Where nothing keeps the arcs, every activity still has an option that exists."""
    choice = spread(problem, OBJECTIVES, LIMITS._replace(rounds=1))
    assert [
        0 <= option < len(each.starts)
        for each, option in zip(problem.activities, choice, strict=True)
    ] == [True] * len(problem.activities)


@settings(max_examples=40)
@given(problems())
def test_it_is_no_worse_than_both_ends_of_the_ranges(problem: Problem) -> None:
    """What is found beats, or equals, everything as early and as late as possible."""
    allowed = list(choices(problem))
    assume(allowed)
    choice = spread(problem, OBJECTIVES, LIMITS)
    ends = [tuple(map(end, zip(*allowed, strict=True))) for end in (min, max)]
    assert all(
        worth(problem, OBJECTIVES, choice) <= worth(problem, OBJECTIVES, each)
        for each in ends
    )


@settings(max_examples=40)
@given(problems())
def test_capacities_are_kept_on_problems_this_small(problem: Problem) -> None:
    """
    What is exceeded is the least of all choices.

    No search that may end promises that; of 1,305 such problems none went wrong.
    """
    least = min((excess(problem, each) for each in choices(problem)), default=None)
    assume(least is not None)
    assert excess(problem, spread(problem, OBJECTIVES, LIMITS)) == least


@pytest.mark.parametrize("objectives", ORDERS)
def test_every_order_of_objectives_is_followed(
    objectives: tuple[Objective, ...],
) -> None:
    """On a town of six tasks the best choice is found, in any order of objectives."""
    problem = small_town()
    best = min(worth(problem, objectives, choice) for choice in choices(problem))
    choice = spread(problem, objectives, LIMITS)
    assert keeps(problem, choice)
    assert worth(problem, objectives, choice) == best


def test_two_tasks_with_room_for_one_follow_each_other() -> None:
    """A capacity of one makes two tasks wait for each other, the eager one first."""
    slow = task(3, range(6))
    eager = task(2, range(6), eagerness=5)
    people = Resource("people", ((0, 1), (1, 1)), (1,) * 9)
    choice = spread(Problem(9, (slow, eager), (), (people,)), ("early",), LIMITS)
    assert choice == (2, 0)


def test_a_busy_month_is_avoided() -> None:
    """A period without room is stepped over."""
    people = Resource("people", ((0, 1),), (1, 0, 1, 1))
    choice = spread(Problem(4, (task(2, range(3)),), (), (people,)), (), LIMITS)
    assert choice == (2,)


def test_too_small_a_capacity_is_exceeded_as_little_as_possible() -> None:
    """Three months' work in two months of one person is one month too much."""
    people = Resource("people", ((0, 1), (1, 1), (2, 1)), (1, 1))
    problem = Problem(2, (task(1, range(2)),) * 3, (), (people,))
    choice = spread(problem, OBJECTIVES, LIMITS)
    assert excess(problem, choice) == 1


def test_a_peak_is_lowered_and_then_levelled() -> None:
    """Four tasks that may stand anywhere in four months stand one a month."""
    lead = Resource("lead", tuple((n, 1) for n in range(4)), peak=True, squares=True)
    problem = Problem(4, (task(1, range(4)),) * 4, (), (lead,))
    choice = spread(problem, OBJECTIVES, LIMITS)
    assert load(problem, lead, choice) == [1, 1, 1, 1]


def test_a_lapse_pulls_what_comes_before() -> None:
    """A task that must start soon after another pulls it away from its first day."""
    before, later = task(1, range(6)), task(1, range(5, 6))
    lapse = Lapse(0, 1, tuple(0 if start >= 3 else -1 for start in range(6)))
    problem = Problem(
        6, (before, later), (Arc(0, 1, after(before, later)),), (), (lapse,)
    )
    assert spread(problem, OBJECTIVES, LIMITS) == (3, 0)


def test_the_shortest_makespan_of_a_project() -> None:
    """The shortest of all schedules of a project of 12 tasks is found."""
    problem, shortest = project()
    choice = spread(problem, ("early",), LIMITS)
    assert excess(problem, choice) == 0
    assert value(problem, "early", choice) == shortest


def test_the_same_seed_gives_the_same_choice() -> None:
    """Nothing but problem, objectives, rounds and seed decides."""
    problem = big_town()
    found = {
        spread(problem, OBJECTIVES, LIMITS._replace(rounds=6, seed=7)) for _ in range(2)
    }
    assert len(found) == 1


def test_no_time_at_all_still_has_an_answer() -> None:
    """Where the seconds are over before it begins, arcs are kept all the same."""
    problem = big_town()
    choice = spread(problem, OBJECTIVES, Limits(lambda: 0.0))
    assert keeps(problem, choice)


def test_the_seconds_end_the_search() -> None:
    """A clock that runs out is asked, and ends a search of very many rounds."""
    ticks = iter(range(400, -10_000_000, -1))
    limits = Limits(lambda: next(ticks), rounds=10**9)
    problem = big_town()
    assert keeps(problem, spread(problem, OBJECTIVES, limits))
    assert -100 < next(ticks) < 0


def test_nothing_to_place() -> None:
    """No activities, no choice."""
    assert spread(Problem(3, (), (), ()), OBJECTIVES, LIMITS) == ()


def test_amounts_that_nobody_expected() -> None:
    """A demand above every capacity, or of nothing, is answered too."""
    resources = (
        Resource("small", ((0, 10**12),), (1, 1, 1), peak=True, squares=True),
        Resource("none", ((0, 0),), (0, 0, 0)),
        Resource("idle", (), (1, 1, 1), peak=True),
    )
    problem = Problem(3, (task(1, range(3)),), (), resources)
    assert spread(problem, OBJECTIVES, LIMITS) == (0,)


def small_town() -> Problem:
    """Return two systems of three tasks each, one of them with a busy month."""
    tasks = tuple(task(length, range(7 - length)) for length in (1, 2, 1, 2, 1, 1))
    arcs = tuple(
        Arc(a, b, after(tasks[a], tasks[b])) for a, b in ((0, 1), (1, 2), (3, 4))
    )
    lead = Resource("lead", tuple((n, 1 + n % 2) for n in range(6)), None, True, True)
    section = Resource(
        "section", ((0, 2), (3, 1), (5, 1)), (2, 2, 0, 2, 2, 2, 2), squares=True
    )
    return Problem(7, tasks, arcs, (lead, section))


def big_town() -> Problem:
    """Return eight chains of six tasks that share a lead section and a vendor."""
    random = Random(5)
    tasks: list[Activity] = []
    arcs: list[Arc] = []
    for _ in range(8):
        for step in range(6):
            length = random.randint(1, 4)
            tasks.append(task(length, range(step, 34 - length + step)))
            if step:
                arcs.append(
                    Arc(len(tasks) - 2, len(tasks) - 1, after(tasks[-2], tasks[-1]))
                )
    lead = Resource("lead", tuple((n, 1) for n in range(48)), None, True, True)
    vendor = Resource("vendor", tuple((n, 1) for n in range(3, 48, 6)), (2,) * 40)
    return Problem(40, tuple(tasks), tuple(arcs), (lead, vendor))


def project() -> tuple[Problem, int]:
    """Return a project of 12 tasks and an end, and its shortest makespan."""
    # Five and five beside four and four and two: 12 periods for two workers, full.
    lengths = (5, 5, 4, 4, 3, 3, 2, 2, 2, 2, 1, 1)
    horizon = sum(lengths)
    tasks = [
        task(length, range(horizon - length + 1), eagerness=0) for length in lengths
    ]
    end = task(0, range(horizon + 1))
    arcs = tuple(Arc(n, 12, after(each, end)) for n, each in enumerate(tasks))
    workers = Resource("workers", tuple((n, 1) for n in range(12)), (2,) * horizon)
    problem = Problem(horizon, (*tasks, end), arcs, (workers,))
    return problem, sum(lengths) // 2
