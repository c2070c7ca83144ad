"""What the links leave of the options (先行関係による絞り込み)."""

from __future__ import annotations

from hypothesis import assume, given

from stdmig.levelling.dead_ends import dead_ends
from stdmig.levelling.measure import value
from stdmig.levelling.problem import Activity, Arc, Lapse, Problem
from stdmig.levelling.ranges import followed
from stdmig.levelling.trim import trimmed
from tests.levelling.problems import choices, problems


def steps(name: str, size: int) -> Activity:
    """Return an activity of one period that may start in any of the first ones."""
    return Activity(name, tuple(range(size)), tuple(range(1, size + 1)))


def test_a_chain_leaves_each_its_part() -> None:
    """Of three in a row in four periods, the first starts early, the last late."""
    after = (1, 2, 3, 4)
    chain = Problem(
        4,
        tuple(steps(name, 4) for name in "abc"),
        (Arc(0, 1, after), Arc(1, 2, after)),
        (),
    )
    assert followed(chain) == [(0, 1), (1, 2), (2, 3)]


def test_a_lapse_binds_both_ways() -> None:
    """What must follow within a period pulls the first and pushes the second."""
    two = Problem(
        4,
        (steps("a", 4), steps("b", 4)),
        (Arc(0, 1, (1, 2, 3, 4)),),
        (),
        (Lapse(0, 1, (1, 2, 3, 3)),),
    )
    assert followed(two) == [(0, 2), (1, 3)]


def test_nothing_left_is_named() -> None:
    """Two that exclude each other are left without an option."""
    two = Problem(2, (steps("a", 2), steps("b", 2)), (Arc(0, 1, (2, 2)),), ())
    assert [each.empty for each in followed(two)] == [True, True]


@given(problems())
def test_no_choice_is_lost(problem: Problem) -> None:
    """Every choice that keeps the links lies between first and last option."""
    found = list(choices(problem))
    left = followed(problem)
    assert not (any(each.empty for each in left) and found)
    for choice in found:
        for place, option in enumerate(choice):
            assert left[place].first <= option <= left[place].last


@given(problems())
def test_trimming_keeps_the_choices(problem: Problem) -> None:
    """The trimmed problem has the same choices, counted from the first that is left."""
    left = followed(problem)
    assume(not any(each.empty for each in left))
    small = trimmed(problem, left)
    moved = {
        tuple(option - own.first for option, own in zip(each, left, strict=True))
        for each in choices(problem)
    }
    assert moved == set(choices(small))
    for each in moved:
        back = tuple(option + own.first for option, own in zip(each, left, strict=True))
        assert value(small, "peak", each) == value(problem, "peak", back)


@given(problems())
def test_a_dead_end_is_in_no_choice(problem: Problem) -> None:
    """An option that is called a dead end can never be taken."""
    assume(not any(each.empty for each in followed(problem)))
    dead = dead_ends(problem)
    for choice in choices(problem):
        assert not any(choice[place] in options for place, options in dead.items())


def test_a_request_too_early_for_its_contract() -> None:
    """Money of one year lapses before the vendor is chosen, that of the next not."""
    # The request in period 0, 4 or 8; the choice of the vendor takes five periods, and
    # the contract must begin within three periods of the request, or within nine.
    problem = Problem(
        20,
        (
            Activity("request", (0, 4, 8), (1, 5, 9)),
            steps("vendor", 12),
            steps("contract", 18),
        ),
        (Arc(0, 1, (1, 5, 9)), Arc(1, 2, tuple(range(5, 17)))),
        (),
        (Lapse(0, 2, (9, 8, 17)),),
    )
    assert dead_ends(problem) == {0: {1}}
