"""Every spelling of a date that is read, and every fault that is named."""

from __future__ import annotations

import time
from calendar import monthrange
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stdmig.dates import FIRST_DAY, LAST_DAY, Period, era_of, parse_period
from stdmig.dates.era import long_year
from stdmig.dates.parse import LONGEST
from stdmig.dates.show import padded, shown, shown_long, shown_month
from stdmig.words import Style, Text

ENGLISH = Style("en", era=False)
ERA = Style("ja", era=True)
ISO = Style("ja", era=False)

FULL_WIDTH = str.maketrans(
    {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
)
COMPATIBILITY = {"明治": "㍾", "大正": "㍽", "昭和": "㍼", "平成": "㍻", "令和": "㋿"}

DAYS = st.dates(FIRST_DAY, LAST_DAY)
MONTHS = st.dates(date(1927, 1, 1), LAST_DAY)


def fault(written: str) -> str:
    """Return the English message about a text that must not be read."""
    found = parse_period(written)
    assert isinstance(found, Text)
    return found.into(ENGLISH)


@pytest.mark.parametrize(
    "written",
    [
        "2024-09-30",
        "2024-9-30",
        "2024/9/30",
        "2024/09/30",
        "2024.9.30",
        "2024年9月30日",
        "2024年09月30日",
        "２０２４年９月３０日",
        "２０２４－０９－３０",
        "２０２４／９／３０",
        "２０２４．９．３０",
        "二〇二四年九月三十日",
        "二千二十四年九月三十日",
        "令和6年9月30日",
        "令和６年９月３０日",
        "令和06年09月30日",
        "令和六年九月三十日",
        "令和六年九月三〇日",
        "令和6.9.30",
        "令和6/9/30",
        "令6.9.30",
        "令6年9月30日",
        "R6.9.30",
        "R6/9/30",
        "R6-9-30",
        "R06.09.30",
        "R6年9月30日",
        "r6.9.30",
        "Ｒ６．９．３０",
        "ｒ６．９．３０",
        "㋿6年9月30日",
        "㋿6.9.30",
        "R6. 9.30",
        "R 6 . 9 . 30",
        " 令和 6 年 9 月 30 日 ",
        "令和\u30006年\u30009月\u300030日",
        "2024 年 9 月 30 日",
        "2024-09-30\n",
        # The hyphen, dash, minus and long-vowel mark of Japanese keyboards.
        "2024\u201009\u201030",
        "2024\u201309\u201330",
        "2024\u221209\u221230",
        "R6\u30fc9\u30fc30",
    ],
)
def test_a_day_is_read(written: str) -> None:
    """Every spelling of 30 September 2024 means that one day."""
    day = date(2024, 9, 30)
    assert parse_period(written) == Period(day, day)


@pytest.mark.parametrize(
    "written",
    [
        "2024-09",
        "2024-9",
        "2024/9",
        "2024/09",
        "2024.9",
        "2024年9月",
        "２０２４年９月",
        "二〇二四年九月",
        "令和6年9月",
        "令和六年九月",
        "令6.9",
        "R6.9",
        "R6/9",
        "R6-9",
        "r6.9",
        "Ｒ６．９",
        "㋿6年9月",
        "令和 6年 9月",
    ],
)
def test_a_month_is_read(written: str) -> None:
    """Every spelling of September 2024 means its first to its last day."""
    assert parse_period(written) == Period(date(2024, 9, 1), date(2024, 9, 30))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("令和1年5月1日", date(2019, 5, 1)),
        ("令和一年五月一日", date(2019, 5, 1)),
        ("令元.5.1", date(2019, 5, 1)),
        ("R元.5.1", date(2019, 5, 1)),
        ("R1.5.1", date(2019, 5, 1)),
        ("㋿元年5月1日", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("H31.4.30", date(2019, 4, 30)),
        ("平31.4.30", date(2019, 4, 30)),
        ("㍻31年4月30日", date(2019, 4, 30)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("s64.1.7", date(1989, 1, 7)),
        ("昭64.1.7", date(1989, 1, 7)),
        ("㍼六十四年一月七日", date(1989, 1, 7)),
        ("昭和元年12月25日", date(1926, 12, 25)),
        ("1926-12-25", date(1926, 12, 25)),
        ("令和181年12月31日", date(2199, 12, 31)),
        ("令和百八十一年十二月三十一日", date(2199, 12, 31)),
        ("2199-12-31", date(2199, 12, 31)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_first_and_last_days_of_eras_are_read(written: str, day: date) -> None:
    """The days on which an era or the range of dates begins or ends are read."""
    assert parse_period(written) == Period(day, day)


@pytest.mark.parametrize("written", ["昭和64年1月", "平成元年1月", "S64.1", "1989-01"])
def test_a_month_of_two_eras_is_read_under_both(written: str) -> None:
    """January 1989 may stand under either of its eras, and is the whole month."""
    assert parse_period(written) == Period(date(1989, 1, 1), date(1989, 1, 31))


def test_february_ends_with_its_leap_day() -> None:
    """A month's last day follows the leap year."""
    assert parse_period("2024-02") == Period(date(2024, 2, 1), date(2024, 2, 29))
    assert parse_period("2025-02") == Period(date(2025, 2, 1), date(2025, 2, 28))


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2024-02-30", "2024-02-01", "2024-02-29"),
        ("2025-02-29", "2025-02-01", "2025-02-28"),
        ("令和7年2月29日", "2025-02-01", "2025-02-28"),
        ("R6.9.31", "2024-09-01", "2024-09-30"),
        ("2024-09-00", "2024-09-01", "2024-09-30"),
        ("2024-12-32", "2024-12-01", "2024-12-31"),
        ("平成31年4月31日", "2019-04-01", "2019-04-30"),
        ("２０２４年９月３１日", "2024-09-01", "2024-09-30"),
    ],
)
def test_a_day_beyond_its_month_is_named(written: str, start: str, end: str) -> None:
    """A day that its month lacks is refused with the month's first and last day."""
    assert fault(written) == (
        f"'{written}' does not exist; that month runs from {start} to {end}"
    )


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("2024-13", 13),
        ("2024-13-01", 13),
        ("2024-00-10", 0),
        ("令和6年13月1日", 13),
        ("R6.0", 0),
    ],
)
def test_a_thirteenth_month_is_named(written: str, month: int) -> None:
    """A month outside 1 to 12 is refused with its number."""
    assert fault(written) == (
        f"'{written}' has the month {month}; months run from 1 to 12"
    )


@pytest.mark.parametrize(
    "written", ["令和0年5月1日", "R0.5.1", "令和〇年五月一日", "H00.1", "M0.1.1"]
)
def test_an_era_has_no_year_zero(written: str) -> None:
    """The year 0 of an era is refused with the name of the first year."""
    assert fault(written) == (
        f"'{written}' has the year 0; the first year of an era is 1 or 元年"
    )


@pytest.mark.parametrize(
    ("written", "era", "last", "right"),
    [
        ("平成31年5月1日", "平成", "2019-04-30", "令和元年5月1日"),
        ("H31.5.1", "平成", "2019-04-30", "令和元年5月1日"),
        ("平成31年5月", "平成", "2019-04-30", "令和元年5月"),
        ("平成36年9月30日", "平成", "2019-04-30", "令和6年9月30日"),
        ("昭和64年1月8日", "昭和", "1989-01-07", "平成元年1月8日"),
        ("昭和64年2月", "昭和", "1989-01-07", "平成元年2月"),
        ("S100.4.1", "昭和", "1989-01-07", "令和7年4月1日"),
        ("大正15年12月25日", "大正", "1926-12-24", "昭和元年12月25日"),
        ("明治60年1月1日", "明治", "1912-07-29", "昭和2年1月1日"),
    ],
)
def test_a_day_after_its_era_is_named(
    written: str, era: str, last: str, right: str
) -> None:
    """A day after its era's end is refused with that end and the right spelling."""
    assert fault(written) == (
        f"'{written}' lies after its era: {era} ended on {last}; write {right}"
    )


@pytest.mark.parametrize(
    ("written", "era", "first", "right"),
    [
        ("令和元年4月30日", "令和", "2019-05-01", "平成31年4月30日"),
        ("R1.4.30", "令和", "2019-05-01", "平成31年4月30日"),
        ("令和元年4月", "令和", "2019-05-01", "平成31年4月"),
        ("平成元年1月7日", "平成", "1989-01-08", "昭和64年1月7日"),
    ],
)
def test_a_day_before_its_era_is_named(
    written: str, era: str, first: str, right: str
) -> None:
    """A day before its era is refused with the era's start and the right spelling."""
    assert fault(written) == (
        f"'{written}' lies before its era: {era} began on {first}; write {right}"
    )


@pytest.mark.parametrize(
    "written",
    [
        "1926-12-24",
        "昭和元年12月24日",
        "大正15年12月24日",
        # Only its last seven days are in range.
        "1926-12",
        "昭和元年12月",
        "大正14年4月1日",
        "明治1年1月1日",
        "0000-01-01",
        "0001-02-30",
        "2200-01-01",
        "9999-12-31",
        "令和182年1月1日",
        "令和999年1月1日",
    ],
)
def test_a_day_out_of_range_is_named(written: str) -> None:
    """A date that no plan can hold is refused with the first and the last day."""
    assert fault(written) == (
        f"'{written}' is out of range: dates run from 1926-12-25 to 2199-12-31"
    )


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "soon",
        "2024",
        "令和6年",
        "令和6年度",
        "24-09-30",
        "12024-09-30",
        "2024-009-30",
        "2024-09-300",
        "2024-09/30",
        "2024-09-",
        "2024-09-30-",
        "20240930",
        "2024-09-30T00:00",
        "2024年9月30",
        "2024年9-30",
        "9月30日",
        "2024-0 9-30",
        "R1 2.9.30",
        "三十 一",
        "令和十 一年九月",
        "令和十十年九月",
        "令和1十年9月",
        "令和2024年9月",
        "令和元元年9月",
        "元年9月",
        "X6.9.30",
        "慶応3年1月1日",
        "令和六年九月三十日(月)",
        "-2024-09-30",
        "٢٠٢٤-٠٩-٣٠",
    ],
)
def test_what_is_no_date_is_named(written: str) -> None:
    """Anything else is refused with examples of how a date is written."""
    assert fault(written) == (
        f"'{written}' is not a date; write it like 2024-09-30, 2024-09,"
        " 令和6年9月30日 or R6.9.30"
    )


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        ("2024\x1b[31m", "2024\ufffd[31m"),
        ("\u202e2024", "\ufffd2024"),
        ("\ud800", "\ufffd"),
        ("2024\n30", "2024 30"),
        ("令和\u30006", "令和 6"),
    ],
)
def test_a_quotation_cannot_steer_a_terminal(written: str, quoted: str) -> None:
    """Control characters, direction marks and surrogates are not repeated."""
    assert fault(written).startswith(f"'{quoted}' is not a date; ")


def test_a_fault_follows_the_reader_of_eras() -> None:
    """A reader of eras is told the first and the last day in eras."""
    found = parse_period("2024-02-30")
    assert isinstance(found, Text)
    assert found.into(Style("en", era=True)) == (
        "'2024-02-30' does not exist; that month runs from R6.2.1 to R6.2.29"
    )


def test_forty_characters_are_read_and_no_more() -> None:
    """A date may have 40 characters with its spaces; one more is refused unread."""
    day = "2024-09-30"
    assert parse_period(day.ljust(40)) == parse_period(day)
    assert fault(day.ljust(41)) == (
        "'2024-09-30          …' is not a date: it has 41 characters, and a date has"
        " at most 40"
    )


@pytest.mark.parametrize("character", ["十", " ", "令", "1", "-", "\ufdfa", "㋿", "㏠"])
def test_hostile_text_is_refused_at_once(character: str) -> None:
    """Repetition takes no time, neither within the limit nor far beyond it."""
    begin = time.perf_counter()
    for length in (LONGEST, 10_000_000):
        assert isinstance(parse_period(character * length), Text)
    assert time.perf_counter() - begin < 1


def _kanji(number: int) -> str:
    digits = "〇一二三四五六七八九"
    return "".join([digits[int(digit)] for digit in str(number)])


def _spellings(day: date) -> list[str]:
    """Return every kind of writing a day."""
    era = era_of(day)
    year = era.year_of(day)
    full = shown_long(day).into(ERA)
    short = f"{year}.{day.month}.{day.day}"
    iso = day.isoformat()
    written = [
        iso,
        iso.replace("-", "/"),
        f"{day.year}.{day.month}.{day.day}",
        shown_long(day).into(ISO),
        f"{_kanji(day.year)}年{_kanji(day.month)}月{_kanji(day.day)}日",
        full,
        full.replace(era.name, COMPATIBILITY[era.name]),
        f"{era.name}{year}年{day.month}月{day.day}日",
        f"{era.name}{_kanji(year)}年{_kanji(day.month)}月{_kanji(day.day)}日",
        era.name[0] + short,
        era.letter.lower() + short,
        (era.letter + short).replace(".", "/"),
        (era.letter + short).replace(".", "-"),
        shown(day).into(ERA),
        padded(day).into(ERA),
        " ".join(full.partition("年")),
    ]
    return [*written, *[text.translate(FULL_WIDTH) for text in written]]


def _month_spellings(day: date) -> list[str]:
    """Return every kind of writing the month of a day."""
    era = era_of(day)
    short = f"{era.year_of(day)}.{day.month}"
    written = [
        shown_month(day).into(ISO),
        f"{day.year}/{day.month}",
        f"{day.year}.{day.month}",
        f"{day.year}年{day.month}月",
        f"{long_year(day)}{day.month}月",
        long_year(day).replace(era.name, COMPATIBILITY[era.name]) + f"{day.month}月",
        f"{era.name}{_kanji(era.year_of(day))}年{_kanji(day.month)}月",
        era.name[0] + short,
        shown_month(day).into(ERA),
        era.letter.lower() + short.replace(".", "/"),
        era.letter + short.replace(".", "-"),
    ]
    return [*written, *[text.translate(FULL_WIDTH) for text in written]]


@given(DAYS)
@example(FIRST_DAY)
@example(date(1989, 1, 7))
@example(date(1989, 1, 8))
@example(date(2019, 4, 30))
@example(date(2019, 5, 1))
@example(LAST_DAY)
def test_every_day_comes_back_from_every_spelling(day: date) -> None:
    """However a day of the range is written, it is read as that day."""
    for written in _spellings(day):
        assert parse_period(written) == Period(day, day), written


@given(MONTHS)
@example(date(1989, 1, 7))
@example(date(1989, 1, 8))
@example(date(2019, 4, 30))
@example(date(2019, 5, 1))
@example(LAST_DAY)
def test_every_month_comes_back_from_every_spelling(day: date) -> None:
    """However a month of the range is written, it is read as the whole month."""
    length = monthrange(day.year, day.month)[1]
    month = Period(day.replace(day=1), day.replace(day=length))
    for written in _month_spellings(day):
        assert parse_period(written) == month, written


@given(DAYS, st.sampled_from(["M", "T", "S", "H", "R"]))
def test_a_day_is_read_under_no_other_era(day: date, letter: str) -> None:
    """A day written under another era is refused with its proper spelling."""
    first = {"M": 1868, "T": 1912, "S": 1926, "H": 1989, "R": 2019}[letter]
    year = day.year - first + 1
    if letter == era_of(day).letter or year < 1:
        return
    message = fault(f"{letter}{year}.{day.month}.{day.day}")
    assert message.endswith(f"; write {shown_long(day).into(ERA)}")


@given(
    st.one_of(
        st.text(),
        st.text(
            "0123456789.-/年月日元令和平成昭RHS 〇一二三十百千㋿０９ー", max_size=45
        ),
    )
)
def test_nothing_is_ever_raised(written: str) -> None:
    """Any text gives a period within the range, or a message of one line."""
    found = parse_period(written)
    if isinstance(found, Period):
        assert FIRST_DAY <= found.first <= found.last <= LAST_DAY
    else:
        message = found.into(ENGLISH)
        assert message.isprintable()
        message.encode()
