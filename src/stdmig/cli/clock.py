"""The one place where the clock is read (時計)."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """Return today where the computer stands."""
    return datetime.now().astimezone().date()
