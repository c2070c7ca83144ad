"""Eras, their first and last days, and their years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.dates import ERAS, era_of
from stdmig.dates.era import long_year


@pytest.mark.parametrize(
    ("day", "name", "year"),
    [
        (date(1868, 1, 25), "明治", 1),
        (date(1873, 1, 1), "明治", 6),
        (date(1912, 7, 29), "明治", 45),
        (date(1912, 7, 30), "大正", 1),
        (date(1926, 12, 24), "大正", 15),
        (date(1926, 12, 25), "昭和", 1),
        (date(1926, 12, 31), "昭和", 1),
        (date(1927, 1, 1), "昭和", 2),
        (date(1989, 1, 7), "昭和", 64),
        (date(1989, 1, 8), "平成", 1),
        (date(2019, 4, 30), "平成", 31),
        (date(2019, 5, 1), "令和", 1),
        (date(2020, 1, 1), "令和", 2),
        (date(2026, 3, 31), "令和", 8),
        (date(2199, 12, 31), "令和", 181),
    ],
)
def test_every_day_has_its_era_and_year(day: date, name: str, year: int) -> None:
    """The days on both sides of every change of era fall into the right one."""
    era = era_of(day)
    assert (era.name, era.year_of(day)) == (name, year)


def test_no_era_before_meiji() -> None:
    """The day before 明治 has no era, and the error says where they begin."""
    with pytest.raises(ValueError, match=r"1868-01-24.*begin with 1868-01-25"):
        era_of(date(1868, 1, 24))


def test_letters_are_those_of_the_names() -> None:
    """Eras are listed oldest first, under the letters of official forms."""
    assert [(era.name, era.letter) for era in ERAS] == [
        ("明治", "M"),
        ("大正", "T"),
        ("昭和", "S"),
        ("平成", "H"),
        ("令和", "R"),
    ]


def test_an_era_ends_on_the_day_before_the_next() -> None:
    """Last days are inclusive, and the present era has none."""
    assert [era.last for era in ERAS] == [
        date(1912, 7, 29),
        date(1926, 12, 24),
        date(1989, 1, 7),
        date(2019, 4, 30),
        None,
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 5, 1), "令和元年"),
        (date(2019, 12, 31), "令和元年"),
        (date(2020, 1, 1), "令和2年"),
        (date(1989, 1, 7), "昭和64年"),
    ],
)
def test_the_first_year_is_written_gannen(day: date, expected: str) -> None:
    """A year in full has its number, but the first is 元年."""
    assert long_year(day) == expected


@given(st.dates(date(1868, 1, 25), date(2199, 12, 31)))
def test_year_of_and_gregorian_year_are_inverse(day: date) -> None:
    """The year within the era leads back to the calendar year."""
    era = era_of(day)
    assert era.year_of(day) >= 1
    assert era.gregorian_year(era.year_of(day)) == day.year


@given(st.dates(date(1868, 1, 26), date(2199, 12, 31)))
def test_eras_only_follow_each_other(day: date) -> None:
    """From one day to the next the era stays, or the following one begins."""
    before, now = era_of(day - timedelta(days=1)), era_of(day)
    assert before == now or (now.first == day and before.last == day - timedelta(1))
