"""Days, months and shares as other programs read them (JSON)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from stdmig.outlook.portfolio.month_number import MonthNumber, first_day


def iso_day(day: int | None) -> str | None:
    """Return a day as 2025-10-01; None where there is none."""
    return None if day is None else date.fromordinal(day).isoformat()


def iso_month(month: MonthNumber) -> str:
    """Return a month as 2025-10."""
    return first_day(month).isoformat()[:7]


def rounded(rate: Fraction | float | None) -> float | None:
    """Return a share to six places."""
    return None if rate is None else round(float(rate), 6)
