"""Whole days as the hours of an office day (執務時間)."""

from __future__ import annotations

from datetime import date, datetime, time

OPENING, CLOSING = time(8), time(17)
BREAK = time(12), time(13)
"""The office day of MS Project's own standard calendar; our plan knows whole days."""

MINUTES = 480
"""Working minutes of a day."""


def opening(day: date) -> datetime:
    """Return when work on a day begins."""
    return datetime.combine(day, OPENING)


def closing(day: date) -> datetime:
    """Return when work on a day ends."""
    return datetime.combine(day, CLOSING)


def lasting(minutes: int) -> str:
    """Return a duration as XML Schema writes it: ``PT736H0M0S``."""
    hours, rest = divmod(minutes, 60)
    return f"PT{hours}H{rest}M0S"
