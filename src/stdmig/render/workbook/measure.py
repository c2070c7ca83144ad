"""How much room a text takes in a cell: full-width letters take two digits (文字幅)."""

from __future__ import annotations

import re
from functools import lru_cache
from math import ceil

# An em of a letter is a sixth of its points in widths of a digit of the standard font:
# 11 points of 游ゴシック have digits of 8 pixels, at 96 pixels to 72 points.
_DIGITS_PER_POINT = 96 / 72 / 8
_NARROW = 0.55
"""Width of a Latin letter in ems, on the safe side of most."""

_SLIMMER = 0.2
"""By how much a dot or a blank is narrower than other Latin letters."""

_POINTS_PER_LINE = 1.65
"""Height of a line of 游ゴシック in ems, as Excel spaces it."""

_SLACK = 0.6
"""What a line leaves free at its end, in digits: letters differ a little in width."""

# What stays together when a line is broken: a run of Latin letters, or one other
# letter, with the marks that must not begin or end a line (行頭・行末禁則).
_OPEN = "（「『【〔"
_CLOSE = "、。，．）」』】〕ー・：；？！ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_PIECE = re.compile(f"[{_OPEN}]*(?:[!-~]+|.)[{_CLOSE}]* *", re.DOTALL)

TALLEST = 409.0
"""Excel's tallest row in points."""


@lru_cache(maxsize=1 << 16)
def digits(words: str, size: float = 10) -> float:
    """Return the width of a text's longest line, in digits of the standard font."""
    return max(map(_ems, words.split("\n"))) * size * _DIGITS_PER_POINT


@lru_cache(maxsize=1 << 16)
def lines(words: str, room: float, size: float = 10) -> int:
    """Return how many lines a text takes where it is wrapped at a width in digits."""
    wide = max(room - _SLACK, 1) / (size * _DIGITS_PER_POINT)
    return sum(_wrapped(each, wide) for each in words.split("\n"))


def _wrapped(line: str, wide: float) -> int:
    """Return how many lines one takes that is `wide` ems wide."""
    if _ems(line) <= wide:
        return 1
    count, used = 1, 0.0
    for piece in _PIECE.findall(line):
        taken = _ems(piece.rstrip(" "))
        if used and used + taken > wide:
            count, used = count + 1, 0.0
        more = max(ceil(taken / wide) - 1, 0)
        count, used = count + more, used + _ems(piece) - more * wide
    return count


def height(count: int, size: float = 10) -> float:
    """Return the height of a row of so many lines, in points."""
    return min(round(count * size * _POINTS_PER_LINE + 3, 2), TALLEST)


def _ems(words: str) -> float:
    slim = words.count(".") + words.count(",") + words.count(":") + words.count(" ")
    if words.isascii():
        return len(words) * _NARROW - slim * _SLIMMER
    # Whatever is not ASCII counts as full-width, on the safe side of the few others.
    wide = len(words) - len(words.encode("ascii", "ignore"))
    return wide + (len(words) - wide) * _NARROW - slim * _SLIMMER
