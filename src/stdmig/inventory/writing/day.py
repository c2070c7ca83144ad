"""A day as a reader of the file writes it (日付の書き方)."""

from __future__ import annotations

from datetime import date

from stdmig.dates import shown, shown_long
from stdmig.words import Style


def day_in_file(day: date, style: Style) -> date | str:
    """Return 令和7年3月31日 or R7.3.31 where eras are wanted, else the day for ISO."""
    if not style.era:
        return day
    written = shown_long(day) if style.language == "ja" else shown(day)
    return written.into(style)
