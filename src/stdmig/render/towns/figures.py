"""Figures as people read them: rates, days, numbers of days (数字の表記)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from stdmig.dates import shown
from stdmig.outlook.portfolio.town import Day
from stdmig.words import Style


def percent(rate: Fraction | float | None) -> str:
    """
    Return a rate with one decimal; never 100 % unless all is done, nor 0 unless none.

    Halves go up, as `stdmig status` rounds a rate of steps. An unknown rate is empty.
    """
    if rate is None:
        return ""
    tenths = int(rate * 1000 + Fraction(1, 2))
    if tenths == 1000 and rate < 1:
        tenths = 999
    if tenths == 0 and rate > 0:
        tenths = 1
    return f"{tenths // 10}.{tenths % 10}%"


def work_percent(rate: float | None) -> str:
    """Return a rate of work, rounded down as `stdmig status` does; "" if unknown."""
    if rate is None:
        return ""
    tenths = int(rate * 1000 + 1e-9)
    return f"{tenths // 10}.{tenths % 10}%"


def numbers(found: Iterable[int]) -> tuple[str, ...]:
    """Return numbers; a nought as a stroke, so that what is not one is seen."""
    return tuple(f"{each:,}" if each else "-" for each in found)


def day(ordinal: Day | None, style: Style) -> str:
    """Return a day in short; an unknown one is empty."""
    return "" if ordinal is None else shown(date.fromordinal(ordinal)).into(style)
