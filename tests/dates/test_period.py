"""A period is a day or a whole month."""

from __future__ import annotations

from datetime import date

from stdmig.dates import Period


def test_a_day_is_not_a_month() -> None:
    """A period of one day says that it is no month."""
    assert not Period(date(2024, 9, 30), date(2024, 9, 30)).is_month


def test_the_shortest_month_is_a_month() -> None:
    """February of an ordinary year, the shortest month, is a month."""
    assert Period(date(2025, 2, 1), date(2025, 2, 28)).is_month
