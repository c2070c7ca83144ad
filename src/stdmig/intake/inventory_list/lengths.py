"""Durations in cells: 5年間, 60か月 (期間の長さの読取り)."""

from __future__ import annotations

import re
from datetime import date

from stdmig.dates import months
from stdmig.intake.inventory_list.day_tokens import unified
from stdmig.intake.sheet.sheet import CellValue

MONTHS = r"(?P<n>\d{1,3})(?P<unit>年|[かヶケカヵ箇個]月|月(?=間))"


LENGTH = re.compile(rf"{MONTHS}間?")


def read_length(value: CellValue, *, in_months: bool) -> int | None:
    """Return a duration in months, or None where it is not understood."""
    if isinstance(value, bool | date):
        return None
    if isinstance(value, int | float):
        if not abs(value) < 10_000:
            return None
        number = int(value)
        return number * (1 if in_months else 12) if number == value and number else None
    plain = unified(value).replace(" ", "")
    if plain.isdigit() and len(plain) <= 3:
        return read_length(int(plain), in_months=in_months)
    plain = re.sub(r"前(?:まで)?(?:に.*)?$|以上前.*$|ごと$|毎$|単位$", "", plain)
    if plain == "半年":
        return 6
    match = LENGTH.fullmatch(plain)
    return as_months(match["n"], match["unit"]) if match else None


def last_day(start: date, length: int) -> date | None:
    """Return the last day of a contract of so many months, or None beyond all time."""
    if not 0 < length <= 1200 or start.year > 2300:
        return None
    return date.fromordinal(months(length)(start.toordinal()) - 1)


def as_months(number: str, unit: str) -> int:
    """Return a number of years or months in months."""
    return int(number) * (12 if unit == "年" else 1)


def length_within(rest: str) -> tuple[str, int | None]:
    """Return words without the duration in them, and that in months, if any."""
    match = LENGTH.search(rest)
    if match is None:
        return rest, None
    rest = " ".join((rest[: match.start()] + " " + rest[match.end() :]).split())
    return rest, as_months(match["n"], match["unit"])
