"""Calendar months counted on (通算の月)."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from stdmig.outlook.portfolio.town import Day

MonthNumber: TypeAlias = int
"""Calendar months counted on: the year times 12, and the month from 0."""


def month_of(day: Day) -> MonthNumber:
    """Return the month in which a day lies."""
    moment = date.fromordinal(day)
    return moment.year * 12 + moment.month - 1


def first_day(month: MonthNumber) -> date:
    """Return the first day of a month."""
    return date(month // 12, month % 12 + 1, 1)
