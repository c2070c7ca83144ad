"""How much room a text takes in a cell: full-width letters take two digits (文字幅)."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from unicodedata import east_asian_width

# An em of a letter is a sixth of its points in widths of a digit of the standard font:
# 11 points of 游ゴシック have digits of 8 pixels, at 96 pixels to 72 points.
_DIGITS_PER_POINT = 96 / 72 / 8
_NARROW = 0.55
"""Width of a Latin letter in ems, on the safe side of most."""

_POINTS_PER_LINE = 1.65
"""Height of a line of 游ゴシック in ems, as Excel spaces it."""

TALLEST = 409.0
"""Excel's tallest row in points."""


@lru_cache(maxsize=1 << 16)
def digits(words: str, size: float = 10) -> float:
    """Return the width of a text's longest line, in digits of the standard font."""
    return max(map(_ems, words.split("\n"))) * size * _DIGITS_PER_POINT


@lru_cache(maxsize=1 << 16)
def lines(words: str, room: float, size: float = 10) -> int:
    """Return how many lines a text takes where it is wrapped at a width in digits."""
    # A word or a mark that must not begin a line leaves a little of each line free.
    wide = max(room - 1.5, 1) / (size * _DIGITS_PER_POINT)
    return sum(max(ceil(_ems(each) / wide), 1) for each in words.split("\n"))


def height(count: int, size: float = 10) -> float:
    """Return the height of a row of so many lines, in points."""
    return min(round(count * size * _POINTS_PER_LINE + 3, 2), TALLEST)


def _ems(words: str) -> float:
    if words.isascii():
        return len(words) * _NARROW
    wide = sum(east_asian_width(each) in "WFA" for each in words)
    return wide + (len(words) - wide) * _NARROW
