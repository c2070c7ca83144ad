"""
Dates in eras against japanera, which others wrote (和暦の比較).

Where the two differ is listed below, each with its reason:

- Before 1868-10-23 japanera knows two eras, 慶応 and 明治, and takes the later one,
  from 1868-01-23, two days before the first day of 慶応4年. We show no era before 1873,
  when the old calendar ended, and know none on 1868-01-24.
- It writes its first year as 1 or 01 in figures, and as 元 in kanji only.
- It reads 令和0年 as 令和元年, the letter S as two eras, one of them 西暦, and years
  over 99 in kanji not at all.
- It reads every year since 645; we read none before 昭和, in which no contract that
  still runs was signed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

import pytest
from japanera import EraDate

from stdmig.dates import (
    ERAS,
    Period,
    era_of,
    padded,
    parse_period,
    shown,
    shown_fiscal_year,
    shown_fiscal_year_long,
    shown_long,
    shown_month,
    shown_weekday,
)
from stdmig.dates.era import ERA_CALENDAR_BEGINS
from stdmig.words import Style, Text

JAPANESE, ENGLISH = Style("ja", era=True), Style("en", era=True)
FIRST_READ = date(1926, 12, 25)
LAST = date(2038, 12, 31)
"""The last day of 令和20年."""


def _days() -> list[date]:
    """Return the days around every change of era and year's end, and random others."""
    random = Random(18680125)
    borders = [ERA_CALENDAR_BEGINS, *(era.first for era in ERAS[1:])]
    borders += [date(year, 1, 1) for year in range(1874, LAST.year + 1)]
    near = {day + timedelta(shift) for day in borders for shift in range(-5, 6)}
    span = range(ERA_CALENDAR_BEGINS.toordinal(), LAST.toordinal() + 1)
    near.update(map(date.fromordinal, random.sample(span, 3000)))
    return sorted(day for day in near if ERA_CALENDAR_BEGINS <= day <= LAST)


DAYS = _days()


def test_every_day_bears_the_same_era_and_year() -> None:
    """Each day from 1873 to 令和20年 has the era, letter and year of japanera."""
    first = ERA_CALENDAR_BEGINS.toordinal()
    for day in map(date.fromordinal, range(first, LAST.toordinal() + 1)):
        ours = era_of(day)
        other = EraDate.from_date(day)
        written = f"{ours.name} {ours.english} {ours.letter} {ours.year_of(day)}"
        assert other.strftime("%-K %-e %-h %-Y") == written, day


def test_every_style_is_put_together_from_the_same_parts() -> None:
    """Short, padded and long days, months and weekdays are what japanera says."""
    for day in DAYS:
        other = EraDate.from_date(day)
        month, number = day.month, day.day
        short = other.strftime("%-h%-Y")
        assert shown(day).into(JAPANESE) == f"{short}.{month}.{number}"
        assert shown(day).into(ENGLISH) == f"{short}.{month}.{number}"
        assert padded(day).into(JAPANESE) == f"{short}.{month:2}.{number:2}"
        assert shown_month(day).into(JAPANESE) == f"{short}.{month}"
        long = _japanese_year(other)
        assert shown_long(day).into(JAPANESE) == f"{long}{month}月{number}日"
        english = other.strftime("%B %-e %-Y")
        assert shown_long(day).into(ENGLISH) == f"{number} {english}"
        assert shown_weekday(day).into(JAPANESE) == other.strftime("%-a")


def test_fiscal_years_bear_the_era_of_their_last_new_year_s_eve() -> None:
    """Every fiscal year from 1873 on is called as japanera calls its 31 December."""
    for year in range(ERA_CALENDAR_BEGINS.year, LAST.year + 1):
        other = EraDate.from_date(date(year, 12, 31))
        short, long = shown_fiscal_year(year), shown_fiscal_year_long(year)
        assert short.into(JAPANESE) == other.strftime("%-h%-Y年度")
        assert long.into(JAPANESE) == f"{_japanese_year(other)}度"
        assert short.into(ENGLISH) == other.strftime("FY %-h%-Y")
        assert long.into(ENGLISH) == other.strftime("FY %-e %-Y")


@pytest.mark.parametrize(
    "form",
    [
        "%-K%-Y年%m月%d日",
        "%-K%-y年%m月%d日",
        "%-K%-N年%-m月%-d日",
        "%-h%-Y.%m.%d",
        "%-h%-y/%m/%d",
        "%Y-%m-%d",
        "%Y年%m月%d日",
    ],
)
def test_what_japanera_writes_is_read(form: str) -> None:
    """令和07年05月01日, 令和七年五月一日 and R7.05.01 are 2025-05-01, and so on."""
    for day in _read(DAYS):
        written = EraDate.from_date(day).strftime(form)
        assert parse_period(written) == Period(day, day), written


def test_what_we_write_is_read_by_japanera() -> None:
    """Our long and our short days are the same days to japanera, 元年 among them."""
    for day in DAYS:
        long = shown_long(day).into(JAPANESE)
        assert _dates(long, "%-K%-y年%m月%d日") == [day]
        short = shown(day).into(JAPANESE)
        assert day in _dates(short, "%-h%-y.%m.%d"), short


def test_both_refuse_a_day_outside_its_era() -> None:
    """A year that an era never had, or a day after or before it, is none to both."""
    for written in (
        "平成31年5月1日",
        "令和元年4月30日",
        "昭和64年1月8日",
        "平成元年1月7日",
        "平成32年1月1日",
    ):
        with pytest.raises(ValueError, match="not found"):
            EraDate.strptime(written, "%-K%-y年%m月%d日")
        assert isinstance(parse_period(written), Text), written


def test_differences_in_reading() -> None:
    """Year 0, days before 昭和, the letter S and years over 99 are what differs."""
    form = "%-K%-y年%m月%d日"
    assert _dates("令和0年5月1日", form) == [date(2019, 5, 1)]
    assert "has the year 0" in _told("令和0年5月1日")
    assert _dates("大正15年12月24日", form) == [date(1926, 12, 24)]
    assert "is out of range" in _told("大正15年12月24日")
    assert _dates("S64.1.7", "%-h%-y.%m.%d") == [date(64, 1, 7), date(1989, 1, 7)]
    seventh = date(1989, 1, 7)
    assert parse_period("S64.1.7") == Period(seventh, seventh)
    with pytest.raises(ValueError, match="no match era"):
        EraDate.strptime("令和百二年五月一日", "%-K%-N年%-m月%-d日")
    far = date(2120, 5, 1)
    assert parse_period("令和百二年五月一日") == Period(far, far)


def test_differences_before_the_calendar_of_today() -> None:
    """明治 begins two days earlier there, and we show no era before 1873."""
    assert EraDate.from_date(date(1868, 1, 23)).strftime("%-K%-Y") == "明治1"
    assert EraDate.from_date(date(1868, 1, 22)).strftime("%-K%-Y") == "慶応4"
    with pytest.raises(ValueError, match="lies before the eras"):
        era_of(date(1868, 1, 24))
    eve = ERA_CALENDAR_BEGINS - timedelta(days=1)
    assert EraDate.from_date(eve).strftime("%-h%-Y") == "M5"
    assert shown(eve).into(JAPANESE) == "1872-12-31"


def _japanese_year(other: EraDate) -> str:
    number = "元" if other.strftime("%-N") == "元" else other.strftime("%-Y")
    return f"{other.strftime('%-K')}{number}年"


def _read(days: Iterable[date]) -> list[date]:
    return [day for day in days if day >= FIRST_READ]


def _dates(written: str, form: str) -> list[date]:
    return [each.to_date() for each in EraDate.strptime(written, form)]


def _told(written: str) -> str:
    found = parse_period(written)
    assert isinstance(found, Text)
    return found.into(ENGLISH)
