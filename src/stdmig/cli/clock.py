"""The one place where the clock is read (時計)."""

from __future__ import annotations

from datetime import date, datetime
from time import monotonic


def today() -> date:
    """Return today where the computer stands."""
    return datetime.now().astimezone().date()


def seconds() -> float:
    """Return seconds that only ever go on, to measure how long something takes."""
    return monotonic()
