"""Days, months, years and weekdays as readers see them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.dates import (
    Period,
    as_typed,
    fiscal_year,
    padded,
    parse_period,
    shown,
    shown_fiscal_year,
    shown_fiscal_year_long,
    shown_long,
    shown_month,
    shown_weekday,
)
from stdmig.words import Style, text

JAPANESE = Style("ja", era=True)
JAPANESE_ISO = Style("ja", era=False)
ENGLISH = Style("en", era=False)
ENGLISH_ERA = Style("en", era=True)
ALL = (JAPANESE, JAPANESE_ISO, ENGLISH, ENGLISH_ERA)


@pytest.mark.parametrize(
    ("day", "era", "iso"),
    [
        (date(2025, 10, 1), "R7.10.1", "2025-10-01"),
        (date(2024, 9, 30), "R6.9.30", "2024-09-30"),
        (date(2019, 5, 1), "R1.5.1", "2019-05-01"),
        (date(2019, 4, 30), "H31.4.30", "2019-04-30"),
        (date(1989, 1, 8), "H1.1.8", "1989-01-08"),
        (date(1989, 1, 7), "S64.1.7", "1989-01-07"),
        (date(1926, 12, 24), "T15.12.24", "1926-12-24"),
        (date(1912, 7, 29), "M45.7.29", "1912-07-29"),
        (date(1873, 1, 1), "M6.1.1", "1873-01-01"),
    ],
)
def test_a_day_in_short(day: date, era: str, iso: str) -> None:
    """The calendar decides how a day is written, not the language."""
    assert shown(day).into(JAPANESE) == shown(day).into(ENGLISH_ERA) == era
    assert shown(day).into(ENGLISH) == shown(day).into(JAPANESE_ISO) == iso


@pytest.mark.parametrize(
    ("day", "era", "iso"),
    [
        (date(2025, 10, 1), "R7.10. 1", "2025-10-01"),
        (date(2024, 9, 30), "R6. 9.30", "2024-09-30"),
        (date(2024, 4, 1), "R6. 4. 1", "2024-04-01"),
        (date(2024, 12, 31), "R6.12.31", "2024-12-31"),
        (date(2019, 4, 30), "H31. 4.30", "2019-04-30"),
        (date(2028, 4, 1), "R10. 4. 1", "2028-04-01"),
    ],
)
def test_a_day_in_a_column(day: date, era: str, iso: str) -> None:
    """Month and day are aligned to the right in two cells each; ISO is as it is."""
    assert padded(day).into(JAPANESE) == era
    assert padded(day).into(ENGLISH) == iso


@given(st.dates(date(2019, 5, 1), date(2027, 12, 31)))
def test_a_column_of_days_has_eight_cells(day: date) -> None:
    """Days of one-digit years of an era fill the same width."""
    assert len(padded(day).into(JAPANESE)) == 8
    assert padded(day).into(JAPANESE).replace(" ", "") == shown(day).into(JAPANESE)


@pytest.mark.parametrize(
    ("day", "era", "iso"),
    [
        (date(2025, 10, 31), "R7.10", "2025-10"),
        (date(2019, 5, 1), "R1.5", "2019-05"),
        (date(2019, 4, 1), "H31.4", "2019-04"),
    ],
)
def test_a_month_in_short(day: date, era: str, iso: str) -> None:
    """A month is written like a day without its number."""
    assert shown_month(day).into(JAPANESE) == era
    assert shown_month(day).into(ENGLISH) == iso


@pytest.mark.parametrize(
    ("day", "japanese", "iso", "english"),
    [
        (date(2025, 10, 1), "令和7年10月1日", "2025年10月1日", "1 October 2025"),
        (date(2019, 5, 1), "令和元年5月1日", "2019年5月1日", "1 May 2019"),
        (date(2019, 4, 30), "平成31年4月30日", "2019年4月30日", "30 April 2019"),
        (date(1989, 1, 8), "平成元年1月8日", "1989年1月8日", "8 January 1989"),
        (date(1926, 12, 25), "昭和元年12月25日", "1926年12月25日", "25 December 1926"),
    ],
)
def test_a_day_in_full(day: date, japanese: str, iso: str, english: str) -> None:
    """Japanese follows the calendar; its first year is 元年."""
    assert shown_long(day).into(JAPANESE) == japanese
    assert shown_long(day).into(JAPANESE_ISO) == iso
    assert shown_long(day).into(ENGLISH) == english


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2025, 10, 1), "1 October Reiwa 7"),
        (date(2019, 5, 1), "1 May Reiwa 1"),
        (date(2019, 4, 30), "30 April Heisei 31"),
        (date(1926, 12, 25), "25 December Showa 1"),
        (date(1926, 12, 24), "24 December Taisho 15"),
        (date(1873, 1, 1), "1 January Meiji 6"),
        (date(1872, 12, 31), "31 December 1872"),
    ],
)
def test_a_day_in_full_in_english_with_eras(day: date, told: str) -> None:
    """Who reads English and wants eras gets their names in Latin letters."""
    assert shown_long(day).into(ENGLISH_ERA) == told


def test_the_months_in_english() -> None:
    """All months bear their English names in their order."""
    assert [
        shown_long(date(2025, month, 9)).into(ENGLISH) for month in range(1, 13)
    ] == [
        "9 January 2025",
        "9 February 2025",
        "9 March 2025",
        "9 April 2025",
        "9 May 2025",
        "9 June 2025",
        "9 July 2025",
        "9 August 2025",
        "9 September 2025",
        "9 October 2025",
        "9 November 2025",
        "9 December 2025",
    ]


@pytest.mark.parametrize(
    ("year", "short", "full", "iso", "english"),
    [
        (2024, "R6年度", "令和6年度", "2024年度", "FY2024"),
        (2019, "R1年度", "令和元年度", "2019年度", "FY2019"),
        (2018, "H30年度", "平成30年度", "2018年度", "FY2018"),
        (1989, "H1年度", "平成元年度", "1989年度", "FY1989"),
        (1988, "S63年度", "昭和63年度", "1988年度", "FY1988"),
    ],
)
def test_a_fiscal_year(
    year: int, short: str, full: str, iso: str, english: str
) -> None:
    """A year that saw a new era by its December bears the new one."""
    assert shown_fiscal_year(year).into(JAPANESE) == short
    assert shown_fiscal_year_long(year).into(JAPANESE) == full
    for shown_year in (shown_fiscal_year(year), shown_fiscal_year_long(year)):
        assert shown_year.into(JAPANESE_ISO) == iso
        assert shown_year.into(ENGLISH) == english


@pytest.mark.parametrize(
    ("year", "short", "full"),
    [
        (2024, "FY R6", "FY Reiwa 6"),
        (2019, "FY R1", "FY Reiwa 1"),
        (2018, "FY H30", "FY Heisei 30"),
        (1872, "FY1872", "FY1872"),
    ],
)
def test_a_fiscal_year_in_english_with_eras(year: int, short: str, full: str) -> None:
    """The budget's year follows the calendar that its reader wants."""
    assert shown_fiscal_year(year).into(ENGLISH_ERA) == short
    assert shown_fiscal_year_long(year).into(ENGLISH_ERA) == full


def test_weekdays() -> None:
    """The week from Monday 2025-09-29, in both languages."""
    week = [date(2025, 9, 29) + timedelta(days=n) for n in range(7)]
    assert "".join([shown_weekday(day).into(JAPANESE) for day in week]) == (
        "月火水木金土日"
    )
    assert [shown_weekday(day).into(ENGLISH) for day in week] == [
        "Mon",
        "Tue",
        "Wed",
        "Thu",
        "Fri",
        "Sat",
        "Sun",
    ]


def test_days_before_the_gregorian_eras_are_never_in_an_era() -> None:
    """Months and days of 明治5年 were those of the old calendar: ISO remains."""
    day = date(1872, 12, 31)
    assert shown(day).into(JAPANESE) == padded(day).into(JAPANESE) == "1872-12-31"
    assert shown_month(day).into(JAPANESE) == "1872-12"
    assert shown_long(day).into(JAPANESE) == "1872年12月31日"
    assert shown_fiscal_year(1872).into(JAPANESE) == "1872年度"
    assert shown_fiscal_year_long(1872).into(JAPANESE) == "1872年度"


def test_a_day_inside_a_sentence_follows_the_reader() -> None:
    """A day given to a text is written in the style of the text's reader."""
    sentence = text("on {day}", day=shown(date(2025, 10, 1)))
    assert sentence.into(ENGLISH) == "on 2025-10-01"
    assert sentence.into(ENGLISH_ERA) == "on R7.10.1"


def test_kinds_of_writing_are_told_apart() -> None:
    """The same day written differently is not the same value."""
    day = date(2025, 10, 1)
    assert len({shown(day), padded(day), shown_month(day), shown_long(day)}) == 4


@given(st.dates())
def test_any_day_can_be_shown(day: date) -> None:
    """No day of the calendar is too far off to be written, for any reader."""
    for style in ALL:
        for value in (shown(day), padded(day), shown_month(day), shown_long(day)):
            assert value.into(style)
        for year in (shown_fiscal_year, shown_fiscal_year_long):
            assert year(max(1, fiscal_year(day))).into(style)


@pytest.mark.parametrize(
    ("style", "typed"),
    [
        (JAPANESE, "令和7年10月1日"),
        (JAPANESE_ISO, "2025年10月1日"),
        (ENGLISH, "2025-10-01"),
        (ENGLISH_ERA, "2025-10-01"),
    ],
)
def test_typed_day_is_read_again(style: Style, typed: str) -> None:
    """An example of what to type stands in a spelling that is read as that day."""
    day = date(2025, 10, 1)
    assert as_typed(day).into(style) == typed
    read = parse_period(typed)
    assert isinstance(read, Period)
    assert (read.first, read.last) == (day, day)
