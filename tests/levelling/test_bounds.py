"""The bounds that need no solver: never above what the best choice is worth."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.levelling.bounds import bound, least_excess, step
from stdmig.levelling.components import part_of, parts, put
from stdmig.levelling.measure import excess, value
from stdmig.levelling.problem import OBJECTIVES, Activity, Arc, Problem, Resource
from stdmig.levelling.ranges import Range, ranges
from tests.levelling.small_problems import choices, small_problem


@settings(max_examples=150)
@given(st.integers(0, 10**6), st.integers(1, 2), st.booleans())
def test_no_choice_is_better_than_a_bound(seed: int, towns: int, tight: bool) -> None:
    """Whatever the choice, it is worth no less than the bound, and exceeds no less."""
    problem = small_problem(seed, towns=towns, tight=tight)
    found = list(choices(problem))
    if not found:
        assert ranges(problem) is None
        return
    for each in OBJECTIVES:
        least = min(value(problem, each, choice) for choice in found)
        assert bound(problem, each) <= least
    assert least_excess(problem) <= min(excess(problem, choice) for choice in found)


@settings(max_examples=100)
@given(st.integers(0, 10**6))
def test_the_ranges_leave_every_choice(seed: int) -> None:
    """What is left of the options holds every choice that keeps arcs and lapses."""
    problem = small_problem(seed)
    left = ranges(problem)
    for choice in choices(problem):
        assert left is not None
        for option, (first, last) in zip(choice, left, strict=True):
            assert first <= option <= last


def test_a_full_span_is_the_peak() -> None:
    """Six activities of two periods in a span of four need three at a time."""
    activity = Activity("a", (1, 2, 3), (3, 4, 5))
    demands = tuple((place, 1) for place in range(6))
    lead = Resource("lead", demands, (2,) * 8, True, True)
    problem = Problem(8, (activity,) * 6, (), (lead,))
    assert bound(problem, "peak") == 3
    assert bound(problem, "squares") == 4 * 3 * 3
    assert least_excess(problem) == 12 - 8


def test_loads_are_multiples_of_what_divides_them_all() -> None:
    """Where every load is a multiple of five, so is the peak that is proven."""
    activity = Activity("a", (0, 1), (2, 3))
    lead = Resource("lead", ((0, 5), (1, 10)), None, True)
    assert step(lead) == 5
    assert bound(Problem(3, (activity,) * 2, (), (lead,)), "peak") == 15


def test_ranges_follow_arcs_to_the_end() -> None:
    """Of three in a row, none may start where the others have no room left."""
    activity = Activity("a", (0, 1, 2, 3), (1, 2, 3, 4))
    arc = (1, 2, 3, 4)
    problem = Problem(4, (activity,) * 3, (Arc(0, 1, arc), Arc(1, 2, arc)), ())
    assert ranges(problem) == [Range(0, 1), Range(1, 2), Range(2, 3)]
    assert ranges(problem, [Range(1, 3), Range(0, 3), Range(0, 2)]) is None


def test_towns_that_share_a_vendor_are_parts() -> None:
    """Each town is a part of its own, whose vendor has what the other leaves."""
    problem = small_problem(3, towns=2)
    groups = parts(problem)
    towns = {each.name.split("-")[0] for each in problem.activities}
    assert len(towns) == 2
    assert sorted(place for group in groups for place in group) == list(
        range(len(problem.activities))
    )
    for group in groups:
        assert len({problem.activities[place].name[0] for place in group}) == 1
    for choice in choices(problem):
        for group in groups:
            part = part_of(problem, group, choice)
            chosen = tuple(choice[place] for place in group)
            assert put(choice, group, chosen) == choice
            if excess(problem, choice) == 0:
                assert excess(part, chosen) == 0


def test_no_bound_where_nothing_is_to_do() -> None:
    """A problem without activities, or without resources, is worth nothing."""
    for activities, resources in product(
        ((), (Activity("a", (0,), (0,)),)), ((), (Resource("r", (), (0,), True, True),))
    ):
        problem = Problem(1, activities, (), resources)
        assert [bound(problem, each) for each in OBJECTIVES] == [0, 0, 0]
        assert least_excess(problem) == 0
