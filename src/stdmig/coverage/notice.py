"""The last day to say something about a contract before its end (予告期限)."""

from __future__ import annotations

from datetime import date

from stdmig.coverage.gap import DAY
from stdmig.dates import latest, months


def notice_day(last_day: date, notice_months: int) -> date:
    """
    Return the last day to give notice so that a contract ends on `last_day`.

    The period begins with the day after the notice (民法140条) and lasts for so many
    calendar months (民法143条); it must be over with the contract. Six months before
    the end of 2025-03-31 that is 2024-09-30.

    Parameters
    ----------
    last_day
        The contract's last day, inside it.
    notice_months
        Months of notice; with none, notice may be given on the last day.
    """
    end = (last_day + DAY).toordinal()
    return date.fromordinal(latest(months(notice_months), end)) - DAY
