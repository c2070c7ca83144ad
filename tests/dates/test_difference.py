"""Months and days between two days."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from stdmig.dates import Difference, difference
from stdmig.words import Style

ENGLISH = Style("en", era=False)
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "months", "days", "words"),
    [
        (date(2025, 10, 1), date(2026, 3, 1), 5, 0, "5 months"),
        (date(2025, 10, 1), date(2026, 3, 4), 5, 3, "5 months and 3 days"),
        (date(2025, 10, 1), date(2025, 10, 4), 0, 3, "3 days"),
        (date(2025, 10, 1), date(2025, 11, 2), 1, 1, "1 month and 1 day"),
        (date(2025, 10, 1), date(2025, 10, 1), 0, 0, "0 days"),
        (date(2021, 10, 1), date(2025, 12, 1), 50, 0, "50 months"),
        # February has no 31st: its last day stands for it.
        (date(2025, 1, 31), date(2025, 2, 28), 1, 0, "1 month"),
        (date(2025, 1, 31), date(2025, 3, 1), 1, 1, "1 month and 1 day"),
        (date(2024, 2, 29), date(2025, 2, 28), 12, 0, "12 months"),
        # 11 months from 2024-03-30 are 2025-02-28, and two days more 2025-03-02.
        (date(2024, 3, 30), date(2025, 3, 2), 11, 2, "11 months and 2 days"),
        (date(2026, 3, 1), date(2025, 10, 1), -5, 0, "minus 5 months"),
        (date(2026, 3, 4), date(2025, 10, 1), -5, -3, "minus 5 months and 3 days"),
        (date(2025, 10, 2), date(2025, 10, 1), 0, -1, "minus 1 day"),
    ],
)
def test_a_difference_and_its_words(
    start: date, end: date, months: int, days: int, words: str
) -> None:
    """Whole months come first, the days after; the sign is that of the direction."""
    found = difference(start, end)
    assert found == Difference(months, days)
    assert found.into(ENGLISH) == words


@given(DAYS, DAYS)
def test_the_difference_leads_from_the_start_to_the_end(start: date, end: date) -> None:
    """Months, then days, added to the start give the end."""
    found = difference(start, end)
    assert start + relativedelta(months=found.months, days=found.days) == end


@given(DAYS, DAYS)
def test_months_and_days_have_one_sign(start: date, end: date) -> None:
    """A later day is never a month ahead and some days back."""
    found = difference(start, end)
    sign = (end > start) - (end < start)
    assert found.months * sign >= 0
    assert found.days * sign >= 0
    assert abs(found.days) <= 31


def test_the_package_does_not_wait_for_dateutil() -> None:
    """Importing dates leaves dateutil alone, since most runs never need it."""
    code = "import sys, stdmig.dates; sys.exit('dateutil' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
