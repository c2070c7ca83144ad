"""
Write the table of national holidays anew from the library (国民の祝日).

Run it after an update of jpholiday, from any folder::

    python scripts/holidays.py
"""

from __future__ import annotations

from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src" / "stdmig" / "dates" / "holiday_table.py"
YEARS = range(2020, 2061)
"""The years that plans are made for; any other is asked of the library itself."""


def table() -> str:
    """Return the text of the module that holds the table."""
    lines = "\n".join(_line(year) for year in YEARS)
    return f'''\
"""National holidays on Monday to Friday; written by scripts/holidays.py (祝日の表)."""

VERSION = "{version("jpholiday")}"
"""The release of jpholiday that the table was written from."""

TABLE = """\\
{lines}
"""
"""A year and its holidays, month and two-digit day, per line."""
'''


def _line(year: int) -> str:
    import jpholiday

    first = date(year, 1, 1)
    days = (first + timedelta(days=number) for number in range(366))
    found = [
        f"{day.month}{day:%d}"
        for day in days
        if day.year == year and day.weekday() < 5 and jpholiday.is_holiday(day)
    ]
    return " ".join([str(year), *found])


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8", newline="\n")
