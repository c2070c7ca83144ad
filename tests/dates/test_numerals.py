"""Numbers in kanji."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.dates.numerals import with_arabic_digits

_DIGITS = "〇一二三四五六七八九"


def _by_units(number: int) -> str:
    """Write 1 to 9999 with 千百十, leaving 一 out before a unit."""
    written = ""
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            written += ("" if digit == 1 and sign else _DIGITS[digit]) + sign
    return written


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("六", "6"),
        ("十", "10"),
        ("一〇", "10"),
        ("十一", "11"),
        ("一十一", "11"),
        ("二十", "20"),
        ("三十一", "31"),
        ("三一", "31"),
        ("〇九", "09"),
        ("百八十一", "181"),
        ("二〇二四", "2024"),
        ("二千二十四", "2024"),
        ("令和六年九月三十日", "令和6年9月30日"),
        ("令和元年", "令和元年"),
    ],
)
def test_both_ways_of_writing_are_read(written: str, expected: str) -> None:
    """Kanji are read digit by digit or by their units; other text stays."""
    assert with_arabic_digits(written) == expected


@pytest.mark.parametrize(
    "written", ["十十", "百千", "〇十", "二〇十", "十〇", "十二三"]
)
def test_what_is_no_number_stays(written: str) -> None:
    """A run of numerals that means no number is left as it is."""
    assert with_arabic_digits(written) == written


@pytest.mark.parametrize("written", ["1十", "十1", "十二3", "2〇24", "1十1"])
def test_a_run_beside_arabic_digits_stays(written: str) -> None:
    """Kanji and Arabic digits are never joined into one number."""
    assert with_arabic_digits(written) == written


@given(st.integers(1, 9999))
def test_every_number_is_read_in_both_ways(number: int) -> None:
    """Any number up to 9999 comes back from either way of writing it."""
    by_digits = "".join([_DIGITS[int(digit)] for digit in str(number)])
    assert with_arabic_digits(by_digits) == str(number)
    assert with_arabic_digits(_by_units(number)) == str(number)
