"""Counting proves that no plan can exist, with as few tasks as do (必要量の検算)."""

from __future__ import annotations

from hypothesis import assume, given

from stdmig.levelling.counting import Shortage, shortages
from stdmig.levelling.measure import load
from stdmig.levelling.problem import Activity, Arc, Problem, Resource
from stdmig.levelling.ranges import followed
from tests.levelling.problems import choices, problems


def test_two_that_must_overlap() -> None:
    """Two tasks of two months in three months meet in the middle one."""
    both = Activity("a", (0, 1), (2, 3)), Activity("b", (0, 1), (2, 3))
    own = Resource("lead", ((0, 1), (1, 1)), (1, 1, 1))
    assert shortages(Problem(3, both, (), (own,))) == (Shortage(0, 1, 2, 2, 1, (0, 1)),)


def test_a_span_in_which_no_month_is_sure() -> None:
    """Three tasks of one month do not go into two months; no month shows it alone."""
    tasks = tuple(Activity(name, (0, 1), (1, 2)) for name in "abc")
    own = Resource("lead", ((0, 1), (1, 1), (2, 1)), (1, 1))
    assert shortages(Problem(2, tasks, (), (own,))) == (
        Shortage(0, 0, 2, 3, 2, (0, 1, 2)),
    )


def test_the_links_narrow_what_is_counted() -> None:
    """A task that waits for another can only be where that leaves it."""
    tasks = (
        Activity("a", (0, 1, 2), (1, 2, 3)),
        Activity("b", (0, 1, 2), (1, 2, 3)),
        Activity("c", (2,), (3,)),
    )
    own = Resource("lead", ((1, 1), (2, 1)), (1, 1, 1))
    free = Problem(3, tasks, (), (own,))
    assert shortages(free) == ()
    late = Problem(3, tasks, (Arc(0, 1, (2, 3, 3)),), (own,))
    assert shortages(late) == (Shortage(0, 2, 3, 2, 1, (1, 2)),)


def test_one_task_that_takes_more_than_there_is() -> None:
    """A task for two where there is one at most, in any month it may lie in."""
    task = Activity("a", (0, 1, 2), (2, 3, 4))
    own = Resource("lead", ((0, 2),), (1, 2, 1, 2))
    assert shortages(Problem(4, (task,), (), (own,))) == (
        Shortage(0, 0, 4, 2, 1, (0,), at_once=True),
    )


def test_as_few_tasks_as_prove_it() -> None:
    """Of four tasks in a month for three, those with most work are named."""
    tasks = tuple(Activity(name, (0,), (1,)) for name in "abcd")
    own = Resource("lead", ((0, 1), (1, 2), (2, 1), (3, 2)), (3,))
    assert shortages(Problem(1, tasks, (), (own,))) == (
        Shortage(0, 0, 1, 4, 3, (1, 3)),
    )


@given(problems())
def test_a_shortage_is_one_in_every_choice(problem: Problem) -> None:
    """What is said to be needed is needed, whatever is chosen, and fewer prove less."""
    assume(not any(each.empty for each in followed(problem)))
    for each in shortages(problem):
        (own,) = problem.resources
        amounts = dict(own.demands)
        assert own.capacity is not None
        assert each.needed > each.available
        for choice in choices(problem):
            loads = load(problem, own, choice)
            assert any(
                used > most for used, most in zip(loads, own.capacity, strict=True)
            )
            if each.at_once:
                continue
            named = sum(
                amounts[place]
                * max(
                    0,
                    min(each.end, problem.activities[place].ends[choice[place]])
                    - max(each.first, problem.activities[place].starts[choice[place]]),
                )
                for place in each.activities
            )
            assert named >= each.needed
        if not each.at_once:
            assert each.available == sum(own.capacity[each.first : each.end])


@given(problems())
def test_the_shortest_span_is_found(problem: Problem) -> None:
    """No shorter span has more sure work than can be done, counted one by one."""
    left = followed(problem)
    assume(not any(each.empty for each in left))
    (own,) = problem.resources
    assert own.capacity is not None
    sure = {}
    for first in range(problem.periods):
        for end in range(first + 1, problem.periods + 1):
            needed = 0
            for place, amount in own.demands:
                each = problem.activities[place]
                needed += amount * min(
                    max(0, min(end, each.ends[k]) - max(first, each.starts[k]))
                    for k in range(left[place].first, left[place].last + 1)
                )
            sure[first, end] = needed
    too_much = [
        (end - first, first, end)
        for (first, end), needed in sure.items()
        if needed > sum(own.capacity[first:end])
    ]
    found = shortages(problem)
    if not (found and found[0].at_once):
        assert [(e.end - e.first, e.first, e.end) for e in found] == sorted(too_much)[
            :1
        ]
