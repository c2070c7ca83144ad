"""Days of every year, and work that ends with the council's vote (議決)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stdmig.dates import DayOfYear, day_in, ending_with_vote, latest, months, next_of

ONE_DAY = timedelta(days=1)
SESSIONS = ((3, 31), (6, 30), (9, 30), (12, 31))
DAYS = st.integers(date(1990, 1, 1).toordinal(), date(2060, 12, 31).toordinal())
VOTES = st.sets(
    st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda d: (d.month, d.day)),
    min_size=1,
    max_size=6,
).map(lambda days: tuple(sorted(days)))
MONTHS = st.integers(0, 30)


def is_vote(day: date, votes: tuple[DayOfYear, ...]) -> bool:
    """Return whether the council votes on a day; 29 February may be the 28th."""
    if (day.month, day.day) in votes:
        return True
    eve = day.month == 2 and (day + ONE_DAY).month == 3
    return eve and (2, 29) in votes


@pytest.mark.parametrize(
    ("year", "day", "expected"),
    [
        (2025, (9, 30), date(2025, 9, 30)),
        (2024, (2, 29), date(2024, 2, 29)),
        (2025, (2, 29), date(2025, 2, 28)),
    ],
)
def test_a_day_of_every_year(year: int, day: DayOfYear, expected: date) -> None:
    """29 February is the 28th where the year has no other."""
    assert day_in(year, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 9, 30), date(2025, 9, 30)),
        (date(2025, 10, 1), date(2025, 12, 31)),
        (date(2025, 12, 31), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 3, 31)),
    ],
)
def test_the_next_of_some_days(day: date, expected: date) -> None:
    """A day counts itself; after the last of the year comes the next year's first."""
    assert next_of(day.toordinal(), SESSIONS) == expected.toordinal()


def test_after_the_last_of_the_year_comes_the_next_years_first() -> None:
    """A council that sits once waits a year, in whatever order its days are given."""
    assert next_of(date(2025, 7, 1).toordinal(), ((6, 30),)) == (
        date(2026, 6, 30).toordinal()
    )
    assert next_of(date(2025, 11, 1).toordinal(), ((9, 30), (3, 31))) == (
        date(2026, 3, 31).toordinal()
    )


@pytest.mark.parametrize(
    ("n", "start", "finish"),
    [
        # 4 months from 06-01 end on 09-30, the day of the vote itself.
        (4, date(2025, 6, 1), date(2025, 10, 1)),
        # From 06-02 they end on 10-01, a day too late: the vote of 12-31.
        (4, date(2025, 6, 2), date(2026, 1, 1)),
        # 4 months from 2024-11-01 end on 2025-02-28; the council votes on 03-31.
        (4, date(2024, 11, 1), date(2025, 4, 1)),
        (4, date(2024, 12, 1), date(2025, 4, 1)),
        (0, date(2025, 9, 30), date(2025, 10, 1)),
        # Even work of no length is not voted on before it begins.
        (0, date(2025, 10, 1), date(2026, 1, 1)),
    ],
)
def test_work_ends_on_the_day_after_a_vote(n: int, start: date, finish: date) -> None:
    """Work is finished on the day after the first vote for which it is ready."""
    rule = ending_with_vote(n, SESSIONS)
    assert date.fromordinal(rule(start.toordinal())) == finish


@pytest.mark.parametrize(
    ("limit", "start"),
    [
        # The vote of 09-30 is the last before 10-01, and before 12-31 as well.
        (date(2025, 10, 1), date(2025, 6, 1)),
        (date(2025, 12, 31), date(2025, 6, 1)),
        (date(2026, 1, 1), date(2025, 9, 1)),
        # The vote is on that day: the one of 06-30 is the last before.
        (date(2025, 9, 30), date(2025, 3, 1)),
    ],
)
def test_the_latest_start_before_a_cutover(limit: date, start: date) -> None:
    """Backward, work of 4 months makes for the last vote before a day."""
    rule = ending_with_vote(4, SESSIONS)
    assert date.fromordinal(latest(rule, limit.toordinal())) == start


def test_the_same_sessions_share_one_rule() -> None:
    """A nation's councils with the same sessions are worked out once."""
    assert ending_with_vote(4, SESSIONS) is ending_with_vote(4, tuple(list(SESSIONS)))
    assert ending_with_vote(4, SESSIONS) is not ending_with_vote(3, SESSIONS)


@given(MONTHS, VOTES, DAYS)
@example(4, SESSIONS, date(2025, 6, 1).toordinal())
@example(1, ((2, 29),), date(2025, 1, 31).toordinal())
@example(0, ((2, 29),), date(2024, 2, 29).toordinal())
def test_the_rule_agrees_with_a_scan(
    n: int, votes: tuple[DayOfYear, ...], day: int
) -> None:
    """The finish is the first day after a vote on which the months are over."""
    over = months(n)(day)
    scanned = max(over, day + 1)
    while not is_vote(date.fromordinal(scanned - 1), votes):
        scanned += 1
    assert ending_with_vote(n, votes)(day) == scanned


@given(MONTHS, VOTES, DAYS, st.integers(0, 400))
def test_the_rule_is_monotone_and_extensive(
    n: int, votes: tuple[DayOfYear, ...], day: int, later: int
) -> None:
    """A later start never ends sooner, and nothing ends before its months are over."""
    rule = ending_with_vote(n, votes)
    assert rule(day) <= rule(day + later)
    assert rule(day) >= months(n)(day) >= day
    assert rule(day) > day


@given(MONTHS, VOTES, DAYS)
def test_latest_is_its_inverse(n: int, votes: tuple[DayOfYear, ...], day: int) -> None:
    """From the latest start the day is kept; from the day after it is passed."""
    rule = ending_with_vote(n, votes)
    start = latest(rule, day)
    assert rule(start) <= day < rule(start + 1)
    assert latest(rule, rule(day)) >= day
    assert rule(latest(rule, rule(day))) == rule(day)
