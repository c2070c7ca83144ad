"""Days, rates and numbers as cells (セルの値)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from stdmig.outlook.portfolio.town import Day


@lru_cache(maxsize=1 << 14)
def day_cell(ordinal: Day | None) -> date | None:
    """Return a day; an unknown one is an empty cell."""
    return None if ordinal is None else date.fromordinal(ordinal)


def rate_cell(rate: Fraction | float | None) -> Decimal | None:
    """
    Return a rate with four decimals; an unknown one is an empty cell.

    Where not all is done it is never 1, which would be shown as 100 %.
    """
    if rate is None:
        return None
    rounded = (
        round(Decimal(rate.numerator) / rate.denominator, 4)
        if isinstance(rate, Fraction)
        else round(Decimal(rate), 4)
    )
    return min(rounded, Decimal("0.9994")) if rate < 1 else rounded


def some_number(number: int) -> int | None:
    """Return a number; none is an empty cell, so that the others stand out."""
    return number or None
