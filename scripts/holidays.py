"""
Write anew what libraries say of the national holidays (国民の祝日).

The product's table is written from jpholiday after an update of it. The days that the
tests hold against it come from ``holidays`` (MIT), which is installed for that alone;
it wants a dateutil of its own, so give it a folder of its own::

    pip install -t FOLDER holidays
    PYTHONPATH=FOLDER python scripts/holidays.py

With ``--check`` nothing is written: what is out of date is named. The second file is
left as it is where its library is not installed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date, timedelta
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.written import ROOT, write_or_check

TABLE = ROOT / "src" / "stdmig" / "dates" / "holiday_table.py"
YEARS = range(2020, 2061)
"""The years that plans are made for; any other is asked of the library itself."""

OTHER = ROOT / "tests" / "data" / "other_holidays.txt"
OTHER_YEARS = range(1949, 2100)
"""All years of which the other library knows."""


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
    return _row(
        year,
        (
            day
            for day in days
            if day.year == year and day.weekday() < 5 and jpholiday.is_holiday(day)
        ),
    )


def _row(year: int, days: Iterable[date]) -> str:
    return " ".join([str(year), *(f"{day.month}{day:%d}" for day in days)])


def other_days() -> str:
    """Return the text of the file with the other library's days, weekends included."""
    days = sorted(import_module("holidays").JP(years=OTHER_YEARS))
    lines = "\n".join(
        _row(year, (day for day in days if day.year == year)) for year in OTHER_YEARS
    )
    return f"""\
# National holidays of Japan as holidays {version("holidays")} has them (MIT licence,
# https://github.com/vacanza/holidays); written by scripts/holidays.py.
# A year and its holidays, month and two-digit day, per line.
{lines}
"""


def main() -> int:
    """Write the files, or say which are out of date."""
    # This file bears the name of the library, which must be found instead.
    sys.path = [each for each in sys.path if Path(each).resolve() != ROOT / "scripts"]
    files = {TABLE: table()}
    if find_spec("holidays"):
        files[OTHER] = other_days()
    return write_or_check("Write the tables of holidays anew.", files)


if __name__ == "__main__":
    sys.exit(main())
