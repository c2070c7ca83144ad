"""The exact search, against every choice there is."""

from __future__ import annotations

import _thread
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.levelling.measure import excess, value
from stdmig.levelling.problem import OBJECTIVES, Choice, Objective, Problem, Resource
from stdmig.levelling.solved import Limits, Reached, Solved
from stdmig.levelling.solver import available, search
from tests.levelling.small_problems import best, choices, small_problem

pytestmark = pytest.mark.outside("ortools")


def _search(
    problem: Problem,
    objectives: Sequence[Objective] = OBJECTIVES,
    *,
    seconds: float = 20.0,
    seed: int = 1,
    told: list[Reached] | None = None,
    first: Choice | None = None,
) -> Solved:
    began = time.monotonic()
    return search(
        problem,
        first or list(choices(problem))[-1],
        objectives,
        Limits(lambda: began + seconds - time.monotonic(), 2, seed, seconds=seconds),
        (told if told is not None else []).append,
    )


def _values(problem: Problem, found: Solved) -> tuple[int, ...]:
    return (found.excess, *(each.value for each in found.reached))


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("towns", [1, 2])
def test_it_finds_and_proves_the_best(seed: int, towns: int) -> None:
    """The values are those of the best of all choices, and are proven."""
    problem = small_problem(seed, towns=towns)
    if not list(choices(problem)):
        pytest.skip("no choice keeps the arcs")
    found = _search(problem)
    wanted = best(problem, OBJECTIVES)
    assert found.excess == wanted[0]
    assert found.impossible == (wanted[0] > 0)
    if not found.excess:
        assert _values(problem, found) == wanted
        assert all(each.proven for each in found.reached)


@pytest.mark.parametrize("order", list(permutations(OBJECTIVES)))
def test_every_order_of_objectives(order: tuple[Objective, ...]) -> None:
    """The first objective counts most, whichever it is."""
    for seed in (0, 2, 5):
        problem = small_problem(seed)
        if not list(choices(problem)) or best(problem, order)[0]:
            continue
        found = _search(problem, order)
        assert _values(problem, found) == best(problem, order)
        assert [each.objective for each in found.reached] == list(order)


@settings(max_examples=25)
@given(st.integers(0, 10**6), st.booleans())
def test_no_bound_is_too_good(seed: int, tight: bool) -> None:
    """Whatever is told on the way, the best choice is worth no less than its bound."""
    problem = small_problem(seed, tight=tight)
    if not list(choices(problem)):
        return
    told: list[Reached] = []
    found = _search(problem, told=told)
    wanted = best(problem, OBJECTIVES)
    assert found.impossible <= (wanted[0] > 0)
    assert found.excess >= wanted[0]
    if found.excess:
        return
    for each in (*told, *found.reached):
        assert each.bound <= wanted[1 + OBJECTIVES.index(each.objective)] <= each.value
    assert excess(problem, found.choice) == 0
    assert found.choice in set(choices(problem))


def test_an_impossible_capacity_is_proven() -> None:
    """Where nothing fits, the search says so, and returns what exceeds least."""
    problem = small_problem(1)
    none = Resource("none", ((0, 1),), (0,) * problem.periods)
    problem = Problem(
        problem.periods, problem.activities, problem.arcs, (none,), problem.lapses
    )
    found = _search(problem)
    assert found.impossible == (best(problem, ())[0] > 0)
    assert found.excess == best(problem, ())[0]


@settings(max_examples=15)
@given(st.integers(0, 10**6))
def test_more_capacity_never_raises_the_peak(seed: int) -> None:
    """With one unit more for everybody, the proven peak is no higher."""
    problem = small_problem(seed)
    if not list(choices(problem)) or best(problem, ())[0]:
        return
    more = Problem(
        problem.periods,
        problem.activities,
        problem.arcs,
        tuple(
            each
            if each.capacity is None
            else each._replace(capacity=tuple(most + 1 for most in each.capacity))
            for each in problem.resources
        ),
        problem.lapses,
    )
    tight, loose = (_search(each, ("peak",)).reached[0] for each in (problem, more))
    assert tight.proven
    assert loose.proven
    assert loose.value <= tight.value


def test_plain_projects_are_solved_as_such() -> None:
    """Fixed lengths, plain arcs and the earliest end alone take the direct form."""
    from stdmig.levelling.problem import Activity, Arc
    from stdmig.levelling.solver.direct import takes

    lengths = (3, 2, 2, 1, 3)
    periods = sum(lengths)
    activities = tuple(
        Activity(
            f"{place}",
            tuple(range(periods - length + 1)),
            tuple(range(length, periods + 1)),
            0,
        )
        for place, length in enumerate(lengths)
    )
    end = Activity("end", tuple(range(periods + 1)), tuple(range(periods + 1)), 1)
    arcs = [
        Arc(place, 5, tuple(range(length, periods + 1)))
        for place, length in enumerate(lengths)
    ]
    arcs.append(Arc(0, 3, tuple(range(3, 12))))
    crew = Resource(
        "crew", ((0, 1), (1, 1), (2, 2), (3, 1), (4, 1)), (2,) * 4 + (1,) + (2,) * 6
    )
    problem = Problem(periods, (*activities, end), tuple(arcs), (crew,))
    assert takes(problem, ("early",))
    first = (0, 3, 5, 7, 8, 11)
    found = _search(problem, ("early",), first=first)
    assert found.reached == (Reached("early", 7, 7),)
    assert value(problem, "early", found.choice) == 7
    assert excess(problem, found.choice) == 0


def _large() -> Problem:
    """Return a problem that no search ends within seconds."""
    from stdmig.levelling.problem import Activity

    activity = Activity("a", tuple(range(40)), tuple(range(7, 47)))
    activities = tuple(activity for _ in range(150))
    demands = tuple((place, 3 + place % 7) for place in range(150))
    lead = Resource("lead", demands, None, True, True)
    return Problem(47, activities, (), (lead,))


def test_the_time_limit_is_kept() -> None:
    """A search that cannot end comes back in about the time that it was given."""
    problem, began = _large(), time.monotonic()
    found = _search(problem, seconds=4.0, first=(39,) * 150)
    assert time.monotonic() - began < 9.0
    assert found.reached[0].value < value(problem, "peak", (39,) * 150)
    assert not found.interrupted


def test_an_interruption_returns_the_best_so_far() -> None:
    """Ctrl-C ends the search within about a second; what was found is not lost."""
    problem = _large()
    timer = threading.Timer(1.5, _thread.interrupt_main)
    timer.start()
    began = time.monotonic()
    found = _search(problem, ("squares",), seconds=60.0, first=(39,) * 150)
    assert time.monotonic() - began < 6.0
    assert found.interrupted
    assert found.reached[0].value <= value(problem, "squares", (39,) * 150)
    assert found.reached[0].bound <= found.reached[0].value


def test_the_same_limits_give_the_same_choice() -> None:
    """Seed, workers and seconds decide; not how fast the machine is."""
    problem = small_problem(7, towns=2)
    one, two = (_search(problem, seed=3) for _ in range(2))
    assert one == two


def test_it_is_not_loaded_until_it_is_used() -> None:
    """Asking whether the solver is there does not load it."""
    assert available()
    code = (
        "import sys; from stdmig.levelling.solver import available; available();"
        "print('ortools' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "False", done.stderr
