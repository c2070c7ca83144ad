"""The parts of the heuristic by themselves."""

from __future__ import annotations

from stdmig.levelling.heuristic.effort import Effort
from stdmig.levelling.heuristic.frame import frame
from stdmig.levelling.heuristic.link import last_before
from stdmig.levelling.heuristic.serial import serial
from stdmig.levelling.heuristic.side import mirror, sides
from stdmig.levelling.problem import Arc, Lapse, Problem, Resource
from stdmig.levelling.solved import Limits
from tests.levelling.heuristic.problems import after, task


def test_the_last_option_before_each() -> None:
    """An arc turned round: −1 where nothing may come before, all where anything may."""
    assert last_before((1, 1, 3, 4), 5) == [-1, 1, 1, 2, 3]


def test_ranges_follow_arcs_and_lapses_both_ways() -> None:
    """A chain pushes its end, and a lapse pulls what comes before it."""
    tasks = (task(2, range(8)), task(3, range(6)), task(1, range(6, 9)))
    arcs = tuple(Arc(n, n + 1, after(tasks[n], tasks[n + 1])) for n in range(2))
    free = frame(Problem(9, tasks, arcs, ()))
    assert (free.low, free.high) == ([0, 2, 0], [3, 5, 2])
    soon = Lapse(0, 2, tuple(min(start - 1, 2) for start in range(8)))
    bound = frame(Problem(9, tasks, arcs, (), (soon,)))
    assert (bound.low, bound.high, bound.sound) == ([1, 3, 0], [3, 5, 2], True)


def test_ranges_that_are_empty_are_told() -> None:
    """Where arcs leave nothing, the frame says so and names options that exist."""
    tasks = (task(3, range(2)), task(3, range(2)))
    found = frame(Problem(5, tasks, (Arc(0, 1, after(*tasks)),), ()))
    assert (found.sound, found.low, found.high) == (False, [0, 0], [0, 0])


def test_one_after_another_from_both_sides() -> None:
    """With room for one, three tasks fill the begin, or from the end the end."""
    tasks = (task(2, range(8)),) * 3
    people = Resource("people", ((0, 1), (1, 1), (2, 1)), (1,) * 9)
    both = sides(frame(Problem(9, tasks, (), (people,))))
    early, failed = serial(both.ahead, (2, 0, 1), both.ahead.low)
    assert (early, failed) == ([2, 4, 0], [])
    late, failed = serial(both.back, (2, 0, 1), both.back.low)
    assert (mirror(both.sizes, late), failed) == ([5, 3, 7], [])


def test_who_finds_no_room_is_named() -> None:
    """The second of two tasks with room for one stands where it may, and is told."""
    tasks = (task(2, range(1)),) * 2
    people = Resource("people", ((0, 1), (1, 1)), (1, 1))
    both = sides(frame(Problem(2, tasks, (), (people,))))
    assert serial(both.ahead, (0, 1), both.ahead.low) == ([0, 0], [1])


def test_a_part_of_the_rounds_is_taken_from_the_whole() -> None:
    """Half of six rounds are three, and three remain."""
    whole = Effort(Limits(lambda: 1.0, rounds=6))
    half = whole.part(0.5)
    assert [half.round() for _ in range(4)] == [True, True, True, False]
    assert [whole.round() for _ in range(4)] == [True, True, True, False]
