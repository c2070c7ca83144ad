"""The one inverse of all rules."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stdmig.dates import Rule, latest, months

FIRST = date(1990, 1, 1).toordinal()
LAST = date(2060, 12, 31).toordinal()

DAYS = st.integers(FIRST, LAST)


def new_fiscal_year(day: int) -> int:
    """Wait for the next 1 April: flat for a year, then a jump."""
    start = date.fromordinal(day)
    april = date(start.year, 4, 1)
    if start > april:
        april = date(start.year + 1, 4, 1)
    return april.toordinal()


def after_new_year(day: int) -> int:
    """Skip the first week of January: flat, and some days are never reached."""
    start = date.fromordinal(day)
    if start.month == 1 and start.day <= 7:
        return start.replace(day=8).toordinal()
    return day


RULES = st.one_of(
    st.integers(0, 120).map(months),
    st.sampled_from([new_fiscal_year, after_new_year]),
)


@pytest.mark.parametrize(
    ("n", "end", "start"),
    [
        (6, date(2025, 10, 1), date(2025, 4, 1)),
        # 29, 30 and 31 January all end on 1 March: the latest counts.
        (1, date(2025, 3, 1), date(2025, 2, 1)),
        (1, date(2025, 2, 28), date(2025, 1, 28)),
        (1, date(2024, 2, 29), date(2024, 1, 29)),
        (1, date(2025, 3, 31), date(2025, 2, 28)),
        (1, date(2025, 5, 1), date(2025, 4, 1)),
        (1, date(2025, 4, 30), date(2025, 3, 30)),
        (12, date(2025, 3, 1), date(2024, 3, 1)),
        (12, date(2025, 2, 28), date(2024, 2, 28)),
        (0, date(2025, 2, 28), date(2025, 2, 28)),
        (1200, date(2025, 10, 1), date(1925, 10, 1)),
    ],
)
def test_the_latest_start_of_a_duration(n: int, end: date, start: date) -> None:
    """The latest start of n months is the last day whose end is not too late."""
    assert latest(months(n), end.toordinal()) == start.toordinal()


def test_a_day_that_no_start_reaches_has_the_start_before() -> None:
    """Work of a month cannot end on 30 March 2025 but from 28 February at the latest.

    A month from 2025-02-28 ends, exclusively, on 2025-03-28; one from 2025-03-01 on
    2025-04-01. So the days from 28 to 31 March all share the start 28 February.
    """
    starts = {
        latest(months(1), date(2025, 3, day).toordinal()) for day in range(28, 32)
    }
    assert starts == {date(2025, 2, 28).toordinal()}


def test_the_calendar_begins_with_its_first_day() -> None:
    """A search stops at day 1, finds it, and says so where nothing is found."""
    assert latest(months(1), 32) == 1
    assert latest(months(0), 1) == 1
    with pytest.raises(ValueError, match=r"no day of the calendar leads to day 31"):
        latest(months(1), 31)


def test_answers_are_kept() -> None:
    """A question that was asked before is not worked out again."""
    asked: list[int] = []

    def rule(day: int) -> int:
        asked.append(day)
        return day

    assert latest(rule, 100) == 100
    times = len(asked)
    assert latest(rule, 100) == 100
    assert len(asked) == times


def test_the_search_is_short() -> None:
    """Ten years back take some thirty questions, not one for every day."""
    asked: list[int] = []

    def rule(day: int) -> int:
        asked.append(day)
        return day + 3650

    assert latest(rule, 739_000) == 735_350
    # Reaching 4096 takes 13 questions (1, 2, 4 … 4096), halving 4097 days 13 more.
    assert len(asked) <= 26


@given(RULES, DAYS)
@example(months(1), date(2024, 2, 29).toordinal())
@example(months(1), date(2025, 2, 28).toordinal())
@example(months(12), date(2025, 3, 1).toordinal())
def test_the_latest_start_is_in_time_and_the_next_is_not(rule: Rule, day: int) -> None:
    """From the latest start the day is kept; from the day after it is passed."""
    start = latest(rule, day)
    assert rule(start) <= day < rule(start + 1)


@given(RULES, DAYS)
@example(months(1), date(2025, 1, 31).toordinal())
@example(months(1), date(2024, 2, 29).toordinal())
def test_backward_never_falls_behind_forward(rule: Rule, day: int) -> None:
    """What starts on a day has that day, or a later one, as its latest start."""
    start = latest(rule, rule(day))
    assert start >= day
    assert rule(start) == rule(day)


@given(RULES, DAYS)
def test_a_later_day_never_has_an_earlier_start(rule: Rule, day: int) -> None:
    """The inverse is monotone as well."""
    assert latest(rule, day) <= latest(rule, day + 1)


@pytest.mark.parametrize("n", [0, 1, 2, 3, 6, 12, 13])
def test_every_month_end_agrees_with_a_scan(n: int) -> None:
    """Around every turn of a month from 1990 to 2060 a day-by-day scan agrees."""
    rule = months(n)
    for month in range(1990 * 12, 2061 * 12):
        turn = date(month // 12, month % 12 + 1, 1).toordinal()
        for day in range(turn - 4, turn + 3):
            scanned = day
            while rule(scanned) > day:
                scanned -= 1
            assert latest(rule, day) == scanned, date.fromordinal(day)


@given(RULES, DAYS)
def test_any_day_agrees_with_a_scan(rule: Rule, day: int) -> None:
    """The gallop and the halving find what a day-by-day scan finds."""
    scanned = day
    while rule(scanned) > day:
        scanned -= 1
    assert latest(rule, day) == scanned
