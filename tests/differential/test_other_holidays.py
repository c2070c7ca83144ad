"""
National holidays against those of a second library, kept as a file (祝日の比較).

`scripts/holidays.py` wrote the file from ``holidays`` (MIT), which is no dependency. It
knows the years 1949 to 2099. No difference is left: what jpholiday alone would add,
which stands first below, is held against the acts by the product.
"""

from __future__ import annotations

from datetime import date, timedelta

import jpholiday
import pytest

from stdmig.dates import national_holidays
from tests.helpers import ROOT

ACT_ON_4_MAY = date(1985, 12, 27)
"""昭和60年法律103号: a day between two holidays is a holiday (国民の休日)."""

ACT_ON_SUBSTITUTES = date(1973, 4, 12)
"""昭和48年法律10号: a holiday on a Sunday has a substitute (振替休日)."""

_ROWS = [
    line.split()
    for line in (ROOT / "tests" / "data" / "other_holidays.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
]
OTHER = {
    int(year): {date(int(year), *divmod(int(day), 100)) for day in days}
    for year, *days in _ROWS
}


def test_the_file_has_every_year_from_1949_to_2099() -> None:
    """No year is missing, and each has 9 holidays or more."""
    assert list(OTHER) == list(range(1949, 2100))
    assert min(len(days) for days in OTHER.values()) == 9


def test_every_holiday_on_a_working_day_is_the_other_library_s() -> None:
    """Our days of 151 years, all from Monday to Friday, are those of the file."""
    for year, days in OTHER.items():
        working = {day for day in days if day.weekday() < 5}
        assert national_holidays(year) == working, year


def test_what_jpholiday_alone_has_is_older_than_the_acts() -> None:
    """It has 4 May before its act, and one substitute before the act on these."""
    added = {
        day: jpholiday.is_holiday_name(day)
        for year in range(1949, 1990)
        for day in _days_of(year)
        if jpholiday.is_holiday(day) and day not in OTHER[year]
    }
    substitute = date(1973, 2, 12)
    assert added.pop(substitute) == "建国記念の日 振替休日"
    assert substitute < ACT_ON_SUBSTITUTES
    assert set(added.values()) == {"国民の休日"}
    assert {(day.month, day.day) for day in added} == {(5, 4)}
    assert (min(added).year, max(added).year) == (1949, 1985)
    assert max(added) < ACT_ON_4_MAY


def test_jpholiday_lacks_none_of_the_other_library_s() -> None:
    """Every day of the file, weekends included, is a holiday for jpholiday as well."""
    assert [
        day
        for days in OTHER.values()
        for day in sorted(days)
        if not jpholiday.is_holiday(day)
    ] == []


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        # 昭和48年法律10号: the first substitute is that of 29 April 1973, a Sunday.
        ("1973-02-12", False),
        ("1973-04-30", True),
        # 昭和60年法律103号: 4 May on a working day, first in 1988.
        ("1984-05-04", False),
        ("1988-05-04", True),
        # 昭和34年法律16号, 平成元年法律4号, 平成2年法律24号, 平成5年法律32号.
        ("1959-04-10", True),
        ("1989-02-24", True),
        ("1990-11-12", True),
        ("1993-06-09", True),
        # 平成30年法律99号: the accession makes holidays of the days around it as well.
        ("2019-04-30", True),
        ("2019-05-01", True),
        ("2019-05-02", True),
        ("2019-10-22", True),
        # 平成30年法律55号・57号: 海の日, スポーツの日, 山の日 of the Olympic year.
        ("2020-07-20", False),
        ("2020-07-23", True),
        ("2020-07-24", True),
        ("2020-08-10", True),
        ("2020-08-11", False),
        ("2020-10-12", False),
        # 令和2年法律68号: and again a year later; 8 August 2021 is a Sunday.
        ("2021-07-19", False),
        ("2021-07-22", True),
        ("2021-07-23", True),
        ("2021-08-09", True),
        ("2021-08-11", False),
        ("2021-10-11", False),
        # No 天皇誕生日 in 2019: 23 December is none any more, 23 February not yet one.
        ("2018-12-24", True),
        ("2019-12-23", False),
        ("2020-02-24", True),
        # A day between two holidays: 敬老の日 and 秋分の日.
        ("2026-09-22", True),
        # The equinoxes beyond the announced ones, as both libraries compute them.
        ("2092-03-19", True),
        ("2092-09-22", True),
    ],
)
def test_days_of_the_special_acts(day: str, holiday: bool) -> None:
    """What acts made, moved or ended is so in the product and in the file."""
    moment = date.fromisoformat(day)
    assert (moment in national_holidays(moment.year)) is holiday
    assert (moment in OTHER[moment.year]) is holiday


def test_before_the_act_there_is_no_holiday() -> None:
    """昭和23年法律178号 is of 1948-07-20: that year has its last three alone."""
    assert sorted(national_holidays(1948)) == [
        date(1948, 9, 23),
        date(1948, 11, 3),
        date(1948, 11, 23),
    ]
    assert national_holidays(1947) == frozenset()


def _days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [
        day for number in range(366) if (day := first + timedelta(number)).year == year
    ]
