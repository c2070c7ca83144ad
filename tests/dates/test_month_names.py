"""Months and days of any year in words (月・月日)."""

from __future__ import annotations

import pytest

from stdmig.dates import month_list, shown_month_day
from stdmig.words import Style


@pytest.mark.parametrize(
    ("months", "english"),
    [
        ([2, 3, 4, 5, 6], "February to June"),
        ([7], "July"),
        ([11, 6, 5], "May to June, November"),
        ([10, 11, 12, 1, 3, 4], "March to April, October to January"),
        (list(range(1, 13)), "January to December"),
    ],
)
def test_neighbours_are_joined(months: list[int], english: str) -> None:
    """Neighbouring months become a span, December and January among them."""
    assert month_list(months).into(Style("en", era=False)) == english


@pytest.mark.parametrize(
    ("day", "english"), [((3, 31), "31 March"), ((2, 29), "29 February")]
)
def test_day_of_every_year_is_in_words(day: tuple[int, int], english: str) -> None:
    """A day without a year has its month by name, never as a figure."""
    assert shown_month_day(day).into(Style("en", era=False)) == english
