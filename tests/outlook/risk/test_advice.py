"""What is said of chances, from results that are made by hand (確率の要点)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from stdmig.outlook.risk import (
    beginning,
    clusters,
    focus,
    months,
    percent,
    sampling_error,
    short_percent,
    statements,
    weeks_before,
)
from stdmig.outlook.risk.beginnings import start_for
from stdmig.risk.distribution import Distribution
from stdmig.risk.result import Chance, Limit, Risk, SystemRisk
from stdmig.schedule import Plan
from tests.helpers import ENGLISH
from tests.risk.town import AS_OF, chain

PLAN = chain((1, 3), (2, 4))
CUTOVER = date(2027, 4, 1)


def _days(counts: dict[date, int]) -> Distribution:
    first, last = min(counts).toordinal(), max(counts).toordinal()
    days = map(date.fromordinal, range(first, last + 1))
    return Distribution(first, tuple(counts.get(day, 0) for day in days))


def _risk(
    cutover: dict[date, int],
    start: dict[date, int] | None = None,
    never: float = 0.0,
    plan: Plan = PLAN,
) -> Risk:
    found = _days(cutover)
    deadline = plan.cutovers[0].deadline
    chances = (
        Chance(Limit("cutover", CUTOVER, 0), found.chance(CUTOVER)),
        Chance(Limit("deadline", deadline, 0), found.chance(deadline)),
    )
    starts = None if start is None else _days(start)
    system = SystemRisk(0, found, starts, chances, never)
    return Risk(
        plan=plan,
        samples=found.samples,
        seed=1,
        shape="pert",
        overall=found,
        all_kept=chances[0].share,
        systems=(system,),
        budgets=(),
        criticality=(0.0,) * len(plan.tasks),
        swings=(),
    )


def _told(risk: Risk) -> str:
    return " ".join(
        sentence.into(ENGLISH)
        for each in statements(focus(risk))
        for sentence in each.sentences
    )


@pytest.mark.parametrize(
    ("share", "told", "short"),
    [
        (0.0, "0%", "0%"),
        (0.00001, "under 1%", "<1%"),
        (0.0049, "under 1%", "<1%"),
        (0.006, "1%", "1%"),
        (0.24116, "24%", "24%"),
        (0.99, "99%", "99%"),
        (0.996, "over 99%", ">99%"),
        (0.99999, "over 99%", ">99%"),
        (1.0, "100%", "100%"),
    ],
)
def test_certainty_is_told_only_where_it_is(
    share: float, told: str, short: str
) -> None:
    """0 and 100 per cent stand for none and all, never for nearly so."""
    assert percent(share).into(ENGLISH) == told
    assert short_percent(share) == short


@pytest.mark.parametrize(("samples", "points"), [(100_000, 1), (1000, 4), (1, 50)])
def test_sampling_error_is_rounded_up(samples: int, points: int) -> None:
    """Half the width of the 95 % interval at one half, in percentage points."""
    assert sampling_error(samples) == points


def test_earlier_start_is_advised_in_weeks() -> None:
    """The start for 80 % and for 95 %, and what the planned one gives."""
    planned = date.fromordinal(PLAN.planned.start[0])
    weeks = [planned - timedelta(weeks=each) for each in (6, 4, 0)]
    start = dict(zip(weeks, (10, 50, 40), strict=True))
    told = _told(_risk({CUTOVER: 40, date(2028, 1, 4): 60}, start))
    name = PLAN.network.systems[0].title.into(ENGLISH)
    assert (
        f"Begin 4 weeks earlier than planned, by {weeks[1]}: {name} then keeps its"
        " cutover with a chance of 80%."
    ) in told
    assert f"For 95% begin by {weeks[0]}." in told
    assert f"Begun as planned ({planned}) the chance is 40%." in told


def test_start_that_is_early_enough_is_good_news() -> None:
    """Nothing is to be done where the planned start gives 80 %."""
    planned = date.fromordinal(PLAN.planned.start[0])
    told = _told(_risk({CUTOVER: 100}, {planned + timedelta(days=20): 100}))
    assert f"Begun as planned, from {planned} on, each cutover is kept" in told


def test_no_start_is_advised_where_none_helps() -> None:
    """A later cutover is named instead, with its chance."""
    late = date(2028, 1, 4)
    told = _told(_risk({CUTOVER: 10, late: 90}, {AS_OF: 90, date(2026, 1, 1): 10}, 0.9))
    assert "no start that is still possible gives a chance of 80%" in told
    assert "Shorten the tasks below" in told
    assert f"or plan a later cutover. A cutover on {late} is kept with 95%." in told


def test_planned_cutover_that_is_past_is_not_to_be_hurried() -> None:
    """Shorter tasks and earlier money do not bring back a day that is over."""
    plan = replace(PLAN, as_of=CUTOVER + timedelta(days=1))
    late = date(2029, 1, 4)
    told = _told(_risk({late: 100}, None, 1.0, plan))
    assert "The planned cutover is past: plan a later one." in told
    assert f"A cutover on {late} is kept with 95%." in told
    assert "Shorten the tasks" not in told


def test_what_no_start_saves_has_no_start_at_all() -> None:
    """Where every sample is late whatever is begun when, the chance is nought."""
    risk = _risk({date(2028, 1, 4): 100}, None, 1.0)
    found = beginning(PLAN, risk.systems[0])
    assert found is not None
    assert (found.chance, found.likely, found.sure) == (0.0, None, None)


def test_start_stands_behind_what_no_start_saves() -> None:
    """Samples without a start stand on an eve, which is no day to begin on."""
    eve = date(2026, 1, 1)
    days = {eve: 20, eve + timedelta(days=1): 10, eve + timedelta(days=30): 70}
    risk = _risk({CUTOVER: 80, date(2028, 1, 4): 20}, days, 0.2)
    assert start_for(risk.systems[0], 0.8) == eve + timedelta(days=1)
    assert start_for(risk.systems[0], 0.7) == eve + timedelta(days=30)
    assert start_for(risk.systems[0], 0.81) is None


def test_two_heaps_are_found_across_a_few_strays() -> None:
    """A year between two heaps; one date astray in 300 does not join them."""
    early, late = date(2027, 3, 1), date(2028, 2, 20)
    found = clusters(_days({early: 99, date(2027, 9, 1): 1, late: 200}))
    assert found is not None
    assert (found.early_to, found.late_from) == (early, late)
    assert found.share == pytest.approx(0.33)
    assert found.gap == 356


@pytest.mark.parametrize(
    "days",
    [
        {date(2027, 3, 1): 100},
        {date(2027, 3, 1): 50, date(2027, 5, 1): 50},
        {date(2027, 3, 1): 1, date(2028, 3, 1): 99},
    ],
)
def test_one_heap_is_no_two(days: dict[date, int]) -> None:
    """Too near, or too small to be a heap."""
    assert clusters(_days(days)) is None


def test_months_have_no_holes() -> None:
    """Months without any are there; what is up to them stays."""
    found = months(
        _days({date(2027, 3, 31): 1, date(2027, 6, 1): 3}), [date(2027, 8, 9)]
    )
    assert [(each.day.month, each.samples, each.up_to) for each in found] == [
        (3, 1, 0.25),
        (4, 0, 0.25),
        (5, 0, 0.25),
        (6, 3, 1.0),
        (7, 0, 1.0),
        (8, 0, 1.0),
    ]


def test_week_that_has_begun_is_a_whole_one() -> None:
    """Eight days are two weeks; the same day is none."""
    day = date(2027, 1, 1)
    assert weeks_before(day, day + timedelta(days=8)) == 2
    assert weeks_before(day, day) == 0
