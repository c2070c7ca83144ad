"""Months of any year in words (月の列挙)."""

from __future__ import annotations

import pytest

from stdmig.dates import month_list
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
