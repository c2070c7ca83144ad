"""Days along the axis of a picture (時間軸の尺度)."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stdmig.render.chart.scale import Scale, scale_over

SCALE = Scale(2024, 2025, left=100, width=730)
DAYS = st.dates(date(1950, 1, 1), date(2200, 12, 31))


def test_axis_is_whole_fiscal_years() -> None:
    """From January 2025 to April 2025 are the fiscal years 2024 and 2025."""
    scale = scale_over(date(2025, 1, 31), date(2025, 4, 1), 0, 100)
    assert (scale.first_year, scale.last_year) == (2024, 2025)


def test_ends_of_the_axis() -> None:
    """The first April begins at the left edge, the last March ends at the right."""
    assert SCALE.x(date(2024, 4, 1)) == 100
    assert SCALE.after(date(2026, 3, 31)) == 830
    assert SCALE.x(date(2025, 4, 1)) == 465


@given(DAYS, DAYS)
def test_later_days_stand_further_right(one: date, other: date) -> None:
    """Places never run backward, and a day ends where the next begins or later."""
    first, second = sorted((one, other))
    assert SCALE.x(first) <= SCALE.x(second)
    assert SCALE.x(first) <= SCALE.after(first)


@given(DAYS, DAYS)
def test_every_place_is_on_the_axis(one: date, other: date) -> None:
    """What lies before or after the axis is drawn at its ends."""
    for day in (one, other):
        assert SCALE.left <= SCALE.x(day) <= SCALE.after(day) <= SCALE.right
    first, second = sorted((one, other))
    inside = SCALE.after(second) > SCALE.x(first)
    assert SCALE.shows(first, second) == inside


def test_end_of_the_calendar_has_an_axis() -> None:
    """The last day that there is neither fails nor leaves the sheet."""
    scale = scale_over(date(2025, 4, 1), date.max, 0, 1000)
    assert scale.after(date.max) == 1000
