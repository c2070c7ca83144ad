"""Chances in whole per cent (確率の表し方)."""

from __future__ import annotations

from stdmig.words import Text, text

SURE = 0.95
"""From which chance on a date counts as good as sure."""

LIKELY = 0.8
"""From which chance on a date counts as likely to be kept."""


def percent(share: float) -> Text:
    """
    Return a chance in a sentence: 24 %, under 1 %, over 99 %.

    0 % and 100 % stand only where no sample, or every one, came out so.
    """
    if 0 < share < 1:
        whole = round(share * 100)
        if whole < 1:
            return text("under 1%")
        if whole > 99:
            return text("over 99%")
    return text("{n}%", n=round(share * 100))


def short_percent(share: float) -> str:
    """Return a chance in a column: 24%, <1%, >99%."""
    if 0 < share < 1:
        whole = round(share * 100)
        if whole < 1:
            return "<1%"
        if whole > 99:
            return ">99%"
    return f"{round(share * 100)}%"


def sampling_error(samples: int) -> int:
    """
    Return by how many percentage points a chance may be wrong, rounded up.

    Half the width of the interval that holds 95% of independent draws, at the chance
    where it is widest (one half): 1.96 · √(¼ / n). Even spread of the draws makes the
    true error smaller.
    """
    exact = 100 * 1.96 * 0.5 / samples**0.5
    return max(1, min(50, -int(-exact // 1)))
