"""Numbers written in kanji, turned into digits (漢数字)."""

from __future__ import annotations

import re

_DIGITS = "〇一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TO_ARABIC = str.maketrans(_DIGITS, "0123456789")

KANJI_DIGITS = _DIGITS + "".join(_UNITS)
"""Every character of which a number in kanji is made."""

# A run beside Arabic digits is no number of its own: 1十 is not 110.
_RUN = re.compile(rf"(?<![0-9])[{KANJI_DIGITS}]++(?![0-9])")
_ONE = f"[{_DIGITS[1:]}]"
_BY_UNITS = re.compile(rf"(?:{_ONE}?千)?(?:{_ONE}?百)?(?:{_ONE}?十)?{_ONE}?")


def with_arabic_digits(written: str) -> str:
    """
    Return `written` with its kanji numbers in Arabic digits.

    Both ways of writing are read, 二〇二四 and 三十一. A run of numerals that is
    neither, such as 十十, stays as it is.
    """
    return _RUN.sub(lambda run: _arabic(run[0]), written)


def _arabic(run: str) -> str:
    if not set(run) & set(_UNITS):
        return run.translate(_TO_ARABIC)
    if _BY_UNITS.fullmatch(run):
        return str(_sum(run))
    return run


def _sum(run: str) -> int:
    total, digit = 0, 0
    for character in run:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS.index(character)
    return total + digit
