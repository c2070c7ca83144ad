"""Durations in calendar months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from stdmig.dates import months

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def after(start: date, n: int) -> date:
    """Return the exclusive end of `n` months from `start`."""
    return date.fromordinal(months(n)(start.toordinal()))


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        (date(2025, 4, 1), 6, date(2025, 10, 1)),
        (date(2025, 1, 31), 1, date(2025, 3, 1)),
        (date(2025, 1, 30), 1, date(2025, 3, 1)),
        (date(2025, 1, 29), 1, date(2025, 3, 1)),
        (date(2025, 1, 28), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 3, 1)),
        (date(2024, 1, 29), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 3, 1)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 3, 31), 1, date(2025, 5, 1)),
        (date(2025, 10, 31), 4, date(2026, 3, 1)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2025, 12, 31), 12, date(2026, 12, 31)),
        (date(2021, 10, 1), 50, date(2025, 12, 1)),
        (date(2025, 11, 30), 1, date(2025, 12, 30)),
        (date(2025, 1, 31), 0, date(2025, 1, 31)),
    ],
)
def test_months_end_as_the_civil_code_says(start: date, n: int, end: date) -> None:
    """The end is the same day, or the first of the month after where it is missing."""
    assert after(start, n) == end


def test_the_last_day_of_a_month_from_the_31st_is_the_months_last() -> None:
    """One month from 2025-01-31 lasts through 2025-02-28."""
    assert after(date(2025, 1, 31), 1) - timedelta(days=1) == date(2025, 2, 28)


def test_rules_are_interned() -> None:
    """The same duration is always the same rule, so that its results are kept."""
    assert months(4) is months(4)
    assert months(4) is not months(5)


def test_a_negative_duration_is_refused() -> None:
    """No duration runs backward."""
    with pytest.raises(ValueError, match=r"a duration of -1 months is negative"):
        months(-1)


@given(st.integers(1, date.max.toordinal()))
def test_no_months_are_the_identity(day: int) -> None:
    """Zero months leave every day of the calendar where it is."""
    assert months(0)(day) == day


@given(DAYS, st.integers(0, 120))
def test_a_later_start_never_ends_earlier(start: date, n: int) -> None:
    """The rule is monotone from one day to the next, and never goes back."""
    day = start.toordinal()
    assert day <= months(n)(day) <= months(n)(day + 1)


@given(DAYS, st.integers(0, 119))
def test_more_months_end_later(start: date, n: int) -> None:
    """One month more never ends earlier."""
    day = start.toordinal()
    assert months(n)(day) < months(n + 1)(day)


@given(DAYS, st.integers(0, 120))
def test_months_agree_with_relativedelta(start: date, n: int) -> None:
    """Where the day is missing the end is a day after dateutil's, else the same."""
    clamped = start + relativedelta(months=n)
    missing = clamped.day != start.day
    assert after(start, n) == clamped + timedelta(days=missing)
