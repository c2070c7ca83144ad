"""Days and spans that come back every year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.dates import (
    day_in,
    day_on_or_after,
    day_on_or_before,
    span_closing_from,
    span_closing_in,
)

DAYS = st.dates(date(1930, 1, 1), date(2190, 12, 31))
DAYS_OF_YEAR = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(
    lambda day: (day.month, day.day)
)


@pytest.mark.parametrize(
    ("year", "expected"), [(2024, date(2024, 2, 29)), (2025, date(2025, 2, 28))]
)
def test_the_leap_day_is_the_last_of_february(year: int, expected: date) -> None:
    """29 February falls on 28 February in common years."""
    assert day_in(year, (2, 29)) == expected


def test_the_day_itself_counts_on_both_sides() -> None:
    """An occurrence on the very day is neither the next year's nor the last one's."""
    day = date(2024, 10, 31)
    assert day_on_or_after(day, (10, 31)) == day
    assert day_on_or_before(day, (10, 31)) == day
    assert day_on_or_after(date(2024, 11, 1), (10, 31)) == date(2025, 10, 31)
    assert day_on_or_before(date(2024, 10, 30), (10, 31)) == date(2023, 10, 31)


def test_a_span_over_new_year_begins_in_the_year_before() -> None:
    """Requests from 1 November to 15 January, as they close in 2024."""
    assert span_closing_in(2024, (11, 1), (1, 15)) == (
        date(2023, 11, 1),
        date(2024, 1, 15),
    )


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (date(2024, 8, 31), (date(2024, 9, 1), date(2024, 10, 31))),
        (date(2024, 10, 31), (date(2024, 9, 1), date(2024, 10, 31))),
        (date(2024, 11, 1), (date(2025, 9, 1), date(2025, 10, 31))),
    ],
)
def test_the_next_span_is_the_one_that_is_not_over(
    first: date, expected: tuple[date, date]
) -> None:
    """A window counts up to its last day, whether it is open yet or not."""
    assert span_closing_from(first, (9, 1), (10, 31)) == expected


@given(first=DAYS, day=DAYS_OF_YEAR)
def test_occurrences_are_less_than_a_leap_year_away(
    first: date, day: tuple[int, int]
) -> None:
    """The next and the last occurrence lie within a year, one on each side."""
    after, before = day_on_or_after(first, day), day_on_or_before(first, day)
    assert before <= first <= after
    assert (after - first).days <= 365
    assert (first - before).days <= 365


@given(first=DAYS, opens=DAYS_OF_YEAR, closes=DAYS_OF_YEAR)
def test_a_span_is_in_order_and_not_over(
    first: date, opens: tuple[int, int], closes: tuple[int, int]
) -> None:
    """The next span ends on or after the day, and begins before it ends."""
    start, end = span_closing_from(first, opens, closes)
    assert start <= end
    assert first <= end
    assert (end - start).days <= 365
