"""What many municipalities come to adds up, in whatever order they come (集計)."""

from __future__ import annotations

import random
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.outlook.portfolio.month_number import first_day
from stdmig.outlook.portfolio.portfolio import Broken, Portfolio
from stdmig.outlook.portfolio.roll_up import roll_up
from stdmig.outlook.portfolio.town import Town, TownDue, TownFinding
from tests.outlook.portfolio.towns import AS_OF, TODAY, many_towns, system, town

_ADDED = (
    *("towns", "broken", "systems", "designated", "designated_towns"),
    *("uncovered", "errors", "warnings"),
)


def _rolled_up(towns: list[Town], **values: Any) -> Portfolio:
    return roll_up(towns, values.pop("broken", ()), as_of=AS_OF, **values)


@settings(max_examples=40)
@given(many_towns(), st.integers(0, 3))
def test_prefectures_add_up_to_the_total(towns: list[Town], faulty: int) -> None:
    """No municipality and no broken workspace is lost, or counted twice."""
    codes = [None, "469025", "469025"][:faulty]
    broken = [Broken(f"bad/{place}", (), code) for place, code in enumerate(codes)]
    found = _rolled_up(towns, broken=broken)
    for field in _ADDED:
        parts = [getattr(each.totals, field) for each in found.prefectures]
        assert sum(parts) == getattr(found.total, field), field
    for state, number in found.total.states.items():
        assert sum(each.totals.states[state] for each in found.prefectures) == number
    assert found.total.towns == len(towns)
    assert found.total.broken == faulty


@settings(max_examples=40)
@given(many_towns())
def test_systems_add_up_to_the_total(towns: list[Town]) -> None:
    """Every system is counted once, in the row of its id."""
    found = _rolled_up(towns)
    for field in ("systems", "designated", "uncovered"):
        parts = [getattr(each.totals, field) for each in found.systems]
        assert sum(parts) == getattr(found.total, field), field
    assert [each.id for each in found.systems if each.id == "beyond"] == [
        each.id for each in found.systems[-1:] if each.id == "beyond"
    ]


@settings(max_examples=40)
@given(many_towns(), st.randoms(use_true_random=False))
def test_order_of_the_municipalities_changes_nothing(
    towns: list[Town], chance: random.Random
) -> None:
    """The same municipalities in another order give the same roll-up, bit by bit."""
    mixed = list(towns)
    chance.shuffle(mixed)
    assert _rolled_up(mixed) == _rolled_up(towns)


@settings(max_examples=40)
@given(many_towns())
def test_ranks_follow_the_figures(towns: list[Town]) -> None:
    """Nobody stands behind one who is better; equal figures share a rank."""
    rows = _rolled_up(towns).towns
    keys = [tuple(-figure for figure in row[2:]) for row in rows]
    assert keys == sorted(keys)
    for number, row in enumerate(rows):
        assert row.rank == 1 + keys.index(keys[number])


@settings(max_examples=40)
@given(many_towns())
def test_work_of_a_month_is_that_of_its_days(towns: list[Town]) -> None:
    """A vendor's month counts each system of an item once for every span it touches."""
    found = _rolled_up(towns)
    for row in found.vendors:
        for month, load in row.months.items():
            first = first_day(month).toordinal()
            after = first_day(month + 1).toordinal()
            spans = {
                (each.place, work.item, work.start, work.finish, system_)
                for each in towns
                for work in each.work
                if work.vendor == row.vendor
                and work.start < work.finish
                and work.start < after
                and work.finish > first
                for system_ in work.systems
            }
            for item, number in load.systems.items():
                assert number == len([span for span in spans if span[1] == item])
            assert load.places == tuple(sorted({span[0] for span in spans}))
            assert load.towns == len(load.places)


def test_municipalities_are_ordered_by_figures_and_then_by_code() -> None:
    """Lost systems count before late ones, those before days, gaps and errors."""
    towns = [
        town("fine", system()),
        town("errors", system(), findings=(TownFinding("STD201", "error", 2),)),
        town("gap", system(gap_days=30)),
        town("late", system(state="late", float_days=-400)),
        town("later", system(state="late", float_days=-500)),
        town("lost", system(state="impossible", float_days=-1)),
        town("good", system(), code="011002"),
    ]
    rows = _rolled_up(towns).towns
    assert [(row.rank, row.town.place) for row in rows] == [
        (1, "lost"),
        (2, "later"),
        (3, "late"),
        (4, "gap"),
        (5, "errors"),
        (6, "good"),
        (6, "fine"),
    ]
    assert rows[1].days_late == 500
    assert rows[3].gap_days == 30


def test_a_day_after_the_deadline_is_as_late_as_that() -> None:
    """Float alone would call it in time: the deadline counts where it is worse."""
    beyond = system(state="impossible", cutover=TODAY + 730, deadline=TODAY + 700)
    assert _rolled_up([town("a", beyond)]).towns[0].days_late == 30


def test_rate_is_the_plain_mean_of_the_municipalities() -> None:
    """A town with one system counts as much as one with three (総務省の集計)."""
    full = system(done=30, not_applicable=10, steps=40)
    half = system("kojin", done=20, steps=40)
    nothing = system("kenko")
    found = _rolled_up([town("a", full), town("b", full, half, nothing)])
    assert found.total.step_rate == (1 + Fraction(3, 4)) / 2
    assert [each.totals.step_rate for each in found.systems] == [
        1,
        Fraction(1, 2),
        None,
    ]


def test_towns_without_a_code_are_a_row_of_their_own() -> None:
    """They, and those whose code begins with no prefecture's, are not lost."""
    towns = [town("a"), town("b", code="990000"), town("c", code="469017")]
    rows = _rolled_up(towns).prefectures
    assert [(row.code, row.totals.towns) for row in rows] == [("46", 1), (None, 2)]


def test_findings_are_counted_by_municipality_and_by_number() -> None:
    """A rule that is an error here and a warning there is one row."""
    towns = [
        town("a", findings=(TownFinding("STD201", "error", 2),)),
        town(
            "b",
            findings=(
                TownFinding("STD201", "error", 1),
                TownFinding("STD201", "warning", 4),
                TownFinding("STD302", "error", 1),
            ),
        ),
    ]
    found = _rolled_up(towns)
    assert found.findings == {"STD201": (2, 7), "STD302": (1, 1)}
    assert (found.total.errors, found.total.warnings) == (4, 4)


def test_days_before_the_as_of_date_are_not_due() -> None:
    """The as-of date itself still is."""
    due = tuple(TownDue("request", TODAY + days, 2025, 3) for days in (-1, 0, 5))
    found = _rolled_up([town("a", due=due), town("b", due=due[:2])])
    assert [(each.day - TODAY, each.towns, each.about) for each in found.due] == [
        (0, ("a", "b"), 6),
        (5, ("a",), 3),
    ]
    assert date.fromordinal(found.due[0].day) == AS_OF
