"""Fiscal years and the months of spans within them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.dates import (
    fiscal_year,
    fiscal_year_end,
    fiscal_year_start,
    months_by_fiscal_year,
    split_by_fiscal_year,
)

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2024, 3, 31), 2023),
        (date(2024, 4, 1), 2024),
        (date(2024, 12, 31), 2024),
        (date(2025, 1, 1), 2024),
        (date(2025, 3, 31), 2024),
        (date(2025, 4, 1), 2025),
    ],
)
def test_the_fiscal_year_turns_on_1_april(day: date, year: int) -> None:
    """A day before April belongs to the fiscal year of the year before."""
    assert fiscal_year(day) == year


def test_a_fiscal_year_runs_from_april_to_march() -> None:
    """令和6年度 is 2024-04-01 to 2025-03-31, both inside."""
    assert fiscal_year_start(2024) == date(2024, 4, 1)
    assert fiscal_year_end(2024) == date(2025, 3, 31)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2024, 10, 1), date(2025, 9, 30), {2024: 6, 2025: 6}),
        (date(2025, 4, 1), date(2025, 9, 30), {2025: 6}),
        (date(2024, 4, 1), date(2025, 3, 31), {2024: 12}),
        (date(2025, 3, 31), date(2025, 4, 1), {2024: 1, 2025: 1}),
        (date(2024, 9, 30), date(2024, 10, 1), {2024: 2}),
        (date(2024, 9, 30), date(2024, 9, 30), {2024: 1}),
        # 2022-04-01 to 2025-09-30: three whole years and April to September.
        (date(2022, 4, 1), date(2025, 9, 30), {2022: 12, 2023: 12, 2024: 12, 2025: 6}),
        (date(2025, 1, 31), date(2026, 4, 1), {2024: 3, 2025: 12, 2026: 1}),
    ],
)
def test_touched_months_are_counted_per_fiscal_year(
    first: date, last: date, expected: dict[int, int]
) -> None:
    """Every calendar month of which a day is in the span counts in its year."""
    months = months_by_fiscal_year(first, last)
    assert months == expected
    assert list(months) == sorted(expected)


def test_an_empty_span_has_no_months() -> None:
    """Where the first day is later than the last, there is nothing to count."""
    assert months_by_fiscal_year(date(2025, 4, 2), date(2025, 4, 1)) == {}
    assert split_by_fiscal_year(date(2025, 4, 2), date(2025, 4, 1)) == []


def test_a_span_is_cut_at_the_turn_of_the_year() -> None:
    """Pieces end on 31 March and go on from 1 April."""
    assert split_by_fiscal_year(date(2023, 10, 15), date(2025, 9, 30)) == [
        (2023, date(2023, 10, 15), date(2024, 3, 31)),
        (2024, date(2024, 4, 1), date(2025, 3, 31)),
        (2025, date(2025, 4, 1), date(2025, 9, 30)),
    ]


@given(DAYS, st.integers(0, 4000))
def test_months_of_the_years_add_up_to_the_touched_months(
    first: date, days: int
) -> None:
    """The sum over the years is what a walk over the span's days counts."""
    last = first + timedelta(days=days)
    touched = {
        (day.year, day.month)
        for day in (first + timedelta(days=n) for n in range(days + 1))
    }
    months = months_by_fiscal_year(first, last)
    assert sum(months.values()) == len(touched)
    for year, n in months.items():
        assert n == sum(fiscal_year(date(*month, 1)) == year for month in touched)


@given(DAYS, st.integers(0, 4000))
def test_pieces_join_to_the_span(first: date, days: int) -> None:
    """The pieces follow each other without gap, each in its own fiscal year."""
    last = first + timedelta(days=days)
    pieces = split_by_fiscal_year(first, last)
    assert (pieces[0][1], pieces[-1][2]) == (first, last)
    for year, start, end in pieces:
        assert start <= end
        assert fiscal_year(start) == fiscal_year(end) == year
    for (_, _, end), (_, start, _) in pairwise(pieces):
        assert start == end + timedelta(days=1)
