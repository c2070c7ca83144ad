"""On which days a town hall works, and how long it is closed (開庁日・閉庁日)."""

from __future__ import annotations

from datetime import date, timedelta

import jpholiday
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.dates import (
    WorkCalendar,
    holiday_data,
    holidays_announced,
    national_holidays,
)
from stdmig.dates.holiday_table import TABLE, VERSION

USUAL = WorkCalendar()


def day(text: str) -> int:
    """Return the ordinal of an ISO date."""
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("moment", "reason"),
    [
        ("2025-10-01", None),
        ("2025-11-01", "weekend"),
        ("2025-11-02", "weekend"),
        ("2025-11-03", "holiday"),  # 文化の日
        ("2025-05-06", "holiday"),  # 振替休日
        ("2026-09-22", "holiday"),  # 国民の休日, between two holidays
        ("2025-12-28", "weekend"),
        ("2025-12-29", "year_end"),
        ("2026-01-01", "year_end"),
        ("2026-01-03", "year_end"),
        ("2026-01-04", "weekend"),
        ("2026-01-05", None),
        ("1948-12-29", "year_end"),
        ("3000-01-01", "year_end"),
    ],
)
def test_why_a_day_is_off(moment: str, reason: str | None) -> None:
    """Weekends, national holidays and 29 December to 3 January are closed."""
    assert USUAL.day_off(day(moment)) == reason
    assert USUAL.is_working(day(moment)) is (reason is None)


@pytest.mark.parametrize(
    ("moment", "length"),
    [
        ("2025-10-01", 0),
        ("2025-10-06", 2),
        ("2025-11-25", 3),
        ("2025-05-07", 4),  # 2025-05-03 to 05-06
        ("2026-01-05", 9),  # 2025-12-27 to 2026-01-04
        ("2027-01-04", 6),  # 2026-12-29 to 2027-01-03; 12-28 is a Monday
        ("2026-09-24", 5),  # 2026-09-19 to 09-23
        ("2026-01-02", 6),  # on a closed day itself
    ],
)
def test_length_of_a_closure(moment: str, length: int) -> None:
    """A closure is counted back from the eve, over the turn of the year too."""
    assert USUAL.closure_before(day(moment)) == length


def test_a_town_s_own_turn_of_the_year() -> None:
    """A closure that begins and ends elsewhere moves the first working day."""
    longer = WorkCalendar((12, 28), (1, 5))
    assert not longer.is_working(day("2026-01-05"))
    assert longer.closure_before(day("2026-01-06")) == 10
    within = WorkCalendar((8, 13), (8, 15))
    assert [within.is_working(day(f"2025-08-{each}")) for each in (12, 13, 15)] == [
        True,
        False,
        False,
    ]
    assert within.is_working(day("2025-12-30"))


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)))
def test_the_table_is_the_library_s(moment: date) -> None:
    """Asked for any day of the table, the library says the same."""
    if moment.weekday() < 5:
        listed = moment in national_holidays(moment.year)
        assert listed is jpholiday.is_holiday(moment)


def test_years_outside_the_table_are_asked_of_the_library() -> None:
    """2019 has the ten days off of the accession; before the act there is nothing."""
    spring = [date(2019, 4, 29) + timedelta(number) for number in range(8)]
    assert [each for each in spring if each in national_holidays(2019)] == [
        *spring[:5],
        spring[7],
    ]
    assert national_holidays(1947) == national_holidays(9999) == frozenset()


def test_no_holiday_is_older_than_its_act() -> None:
    """4 May 1984 and 12 February 1973 were working days, whatever the library says."""
    assert jpholiday.is_holiday(date(1984, 5, 4))
    assert jpholiday.is_holiday(date(1973, 2, 12))
    assert USUAL.is_working(day("1984-05-04"))
    assert USUAL.is_working(day("1973-02-12"))
    assert USUAL.day_off(day("1973-04-30")) == "holiday"
    assert USUAL.day_off(day("1988-05-04")) == "holiday"
    assert USUAL.is_working(day("1948-05-03"))
    assert USUAL.day_off(day("1948-11-03")) == "holiday"


def test_whose_data_it_is() -> None:
    """The table names the release it is from, and holds the years of its plans."""
    assert holiday_data(2026) == f"jpholiday {VERSION}"
    assert holiday_data(2019).startswith("jpholiday ")
    assert [line[:4] for line in TABLE.splitlines()] == [
        str(year) for year in range(2020, 2061)
    ]


@pytest.mark.parametrize(
    ("as_of", "year"),
    [("2025-01-31", 2025), ("2025-02-01", 2026), ("2025-12-31", 2026)],
)
def test_until_when_holidays_are_announced(as_of: str, year: int) -> None:
    """The equinoxes of the next year are published on the first of February."""
    assert holidays_announced(date.fromisoformat(as_of)) == year


def test_a_year_outside_the_table_is_computed_whole() -> None:
    """
    1973, from New Year's Day on: the act on substitute holidays is of 12 April.

    So 11 February, a Sunday, has none yet; 29 April and 23 September have one.
    """
    days = "01-01 01-15 03-21 04-30 05-03 09-24 10-10 11-23"
    assert {each.isoformat() for each in national_holidays(1973)} == {
        f"1973-{each}" for each in days.split()
    }


def test_a_year_end_of_one_day_closes_that_day_alone() -> None:
    """Wednesday, 2025-12-31; the town hall works on Tuesday and in the summer."""
    calendar = WorkCalendar((12, 31), (12, 31))
    days = (date(2025, 12, 30), date(2025, 12, 31), date(2025, 7, 1))
    working = [calendar.is_working(each.toordinal()) for each in days]
    assert working == [True, False, True]
