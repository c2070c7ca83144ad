"""The time axis of the chart (時間軸)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.render.cells import width
from stdmig.render.plan.axis import Axis, axis
from stdmig.words import Style

FIRST, LAST = date(2021, 10, 1), date(2026, 3, 31)
JAPANESE, ENGLISH = Style.of("ja"), Style.of("en")
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("room", "months_per_column", "columns_per_month"),
    [
        # Five fiscal years are 60 months.
        (400, 1, 4),
        (239, 1, 3),
        (120, 1, 2),
        (60, 1, 1),
        (59, 2, 1),
        (30, 2, 1),
        (29, 3, 1),
        (20, 3, 1),
        (19, 6, 1),
        (10, 6, 1),
        (9, 12, 1),
        (5, 12, 1),
        (4, 24, 1),
        (1, 60, 1),
        (0, 60, 1),
        (-5, 60, 1),
    ],
)
def test_axis_is_the_finest_that_fits(
    room: int, months_per_column: int, columns_per_month: int
) -> None:
    """A column holds as few months as there is room for, and a year whole columns."""
    assert axis(FIRST, LAST, room) == Axis(
        2021, 2025, months_per_column, columns_per_month
    )


@given(DAYS, DAYS, st.integers(9, 400))
def test_axis_never_takes_more_than_its_room(one: date, other: date, room: int) -> None:
    """However long the plan, its axis fits, headings included."""
    first, last = sorted((one, other))
    drawn = axis(first, last, room)
    assert drawn.columns <= room
    for style in (JAPANESE, ENGLISH):
        assert width(drawn.years(style)) == drawn.columns
    assert len(drawn.quarters() or " " * drawn.columns) == drawn.columns


@given(st.dates(date(2019, 1, 1), date(2030, 12, 31)), st.integers(9, 400))
def test_days_never_run_backward(day: date, room: int) -> None:
    """A later day stands in the same column or further right; ends are not left."""
    drawn = axis(FIRST, LAST, room)
    assert 0 <= drawn.column(day) <= drawn.column(day + timedelta(1)) < drawn.columns


@pytest.mark.parametrize(
    ("room", "heading"),
    [
        (30, "R3    R4    R5    R6    R7    "),
        (20, "R3  R4  R5  R6  R7  "),
        # There is no room for every year: a label never touches the next.
        (10, "R3  R5  R7"),
        (5, "R3 R6"),
    ],
)
def test_fiscal_years_stand_above_their_april(room: int, heading: str) -> None:
    """Years are written where they begin, in the reader's calendar."""
    assert axis(FIRST, LAST, room).years(JAPANESE) == heading


def test_western_years_take_two_digits_where_four_do_not_fit() -> None:
    """English readers see 2021, or 21 on a narrow screen."""
    assert axis(FIRST, LAST, 60).years(ENGLISH).split() == [
        *("2021", "2022", "2023", "2024", "2025")
    ]
    assert axis(FIRST, LAST, 20).years(ENGLISH) == "21  22  23  24  25  "


def test_quarters_stand_where_months_are_told_apart() -> None:
    """The months that begin a quarter stand below the years, where a month is one."""
    assert axis(FIRST, FIRST, 12).quarters() == "4  7  10 1  "
    assert axis(FIRST, LAST, 59).quarters() is None
