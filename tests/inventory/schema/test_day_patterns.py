"""The patterns of dates, held against the reader of dates (日付の書き方の型)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import composite

from stdmig.dates import Period, parse_period
from stdmig.inventory.schema.day_patterns import DAY, DAY_OF_YEAR, DAY_OR_MONTH

_WIDE = str.maketrans("0123456789-/.RHS", "０１２３４５６７８９－／．ＲＨＳ")
_KANJI = dict(enumerate("〇一二三四五六七八九"))


def _kanji(number: int) -> str:
    """Return a number under a hundred in kanji, as people write it."""
    tens, ones = divmod(number, 10)
    ten = f"{'' if tens == 1 else _KANJI[tens]}十" if tens else ""
    return ten + (_KANJI[ones] if ones or not tens else "")


@composite
def _written(draw: st.DrawFn) -> str:
    """Return a day or a month in one of the spellings that are documented."""
    digits = draw(st.sampled_from(["plain", "wide", "kanji", "padded"]))

    def number(value: int) -> str:
        if digits == "kanji":
            return _kanji(value)
        if digits == "padded":
            return f"{value:02}"
        return str(value).translate(_WIDE) if digits == "wide" else str(value)

    sign = draw(st.sampled_from(["令和", "令", "R", "r", "Ｒ", "㋿", "平成", "H", ""]))
    count = draw(st.integers(1, 31))
    year = f"{sign}{'元' if count == 1 else number(count)}" if sign else "2024"
    month, day = number(draw(st.integers(1, 12))), number(draw(st.integers(1, 28)))
    with_day = draw(st.booleans())
    if draw(st.booleans()):
        parts = [year, "年", month, "月", *([day, "日"] if with_day else [])]
    else:
        mark = draw(st.sampled_from(["-", "/", ".", "．", "／", "－", "−", "ー", "‐"]))
        parts = [year, mark, month, *([mark, day] if with_day else [])]
    return draw(st.sampled_from(["", " ", "\u3000"])).join(parts)


@given(_written())
def test_what_is_read_is_not_flagged(written: str) -> None:
    """No editor warns of a date in a spelling that the reader takes."""
    period = parse_period(written)
    if isinstance(period, Period):
        assert re.search(DAY_OR_MONTH, written)
        assert bool(re.search(DAY, written)) == (not period.is_month)


@pytest.mark.parametrize(
    "written",
    [
        "2024-09-30",
        "2024/9/30",
        "2024.9.30",
        "2024年9月30日",
        "令和6年9月30日",
        "令6.9.30",
        "R6.9.30",
        "R6/9/30",
        "r6-9-30",
        "㋿6年9月30日",
        "令和元年10月1日",
        "平成三十一年四月三十日",
        "令和　６年　９月　３０日",
        "Ｒ６．９．３０",
        " S64.1.7 ",
        "二〇二四年九月三十日",
    ],
)
def test_documented_spellings(written: str) -> None:
    """Every spelling that the reader of dates documents passes, and is read."""
    assert isinstance(parse_period(written), Period)
    assert re.search(DAY, written)


@pytest.mark.parametrize(
    "written",
    [
        "2024-13-01",
        "2024-09-32",
        "令和8年0月1日",
        "R8.3.31.1",
        "2024",
        "来年3月",
        "令和八年",
        "2024-9/30",
        "X8.3.31",
        "30.9.2024",
        "",
    ],
)
def test_what_is_plainly_no_date_is_flagged(written: str) -> None:
    """A month 13, another order, words: an editor says so at once."""
    assert not isinstance(parse_period(written), Period)
    assert not re.search(DAY_OR_MONTH, written)


@pytest.mark.parametrize("written", ["09-30", "9-30", "9/30", "9月30日", "０９－３０"])
def test_days_of_the_year(written: str) -> None:
    """Month and day without a year, as the reader takes them."""
    assert re.search(DAY_OF_YEAR, written)
    assert not re.search(DAY_OF_YEAR, f"2024-{written}")
