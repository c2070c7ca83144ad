"""National holidays, as jpholiday computes them (国民の祝日)."""

from __future__ import annotations

from datetime import date
from functools import cache

from stdmig.dates.holiday_table import TABLE, VERSION

_FIRST, _LAST = 1948, 2999
"""From the act on (国民の祝日に関する法律), as far as the library counts equinoxes."""

_SINCE = (
    ("", date(1948, 7, 20)),
    ("振替休日", date(1973, 4, 12)),
    ("国民の休日", date(1985, 12, 27)),
)
"""What stands in the name of a holiday, and the day of the act that made such holidays.

These are 昭和23年法律178号, 昭和48年法律10号 and 昭和60年法律103号. The library has
some earlier: 4 May between two holidays from 1948 on.
"""


@cache
def national_holidays(year: int) -> frozenset[date]:
    """
    Return the national holidays of a year that fall on Monday to Friday.

    A substitute holiday (振替休日) and a day between two holidays (国民の休日) count
    (祝日法3条2項・3項).
    """
    days = _tabled().get(year)
    if days is None:
        return frozenset(_computed(year) if _FIRST <= year <= _LAST else ())
    return frozenset(date(year, *divmod(int(day), 100)) for day in days)


def holiday_data(year: int) -> str:
    """Return whose data a year's holidays are, with the version."""
    if year in _tabled():
        return f"jpholiday {VERSION}"
    from importlib.metadata import version

    return f"jpholiday {version('jpholiday')}"


def holidays_announced(as_of: date) -> int:
    """
    Return the last year whose equinox holidays are announced.

    The National Astronomical Observatory publishes those of the next year on the
    first of February (暦要項); the days of later years are computed.
    """
    return as_of.year + (as_of >= date(as_of.year, 2, 1))


@cache
def _tabled() -> dict[int, list[str]]:
    rows = (line.split() for line in TABLE.splitlines())
    return {int(year): days for year, *days in rows}


def _computed(year: int) -> list[date]:
    """Ask the library, which takes a tenth of a second for a year."""
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    days = map(date.fromordinal, range(first, last + 1))
    return [day for day in days if day.weekday() < 5 and _is_holiday(day)]


def _is_holiday(day: date) -> bool:
    import jpholiday

    name = jpholiday.is_holiday_name(day)
    if name is None:
        return False
    return all(day >= since for part, since in _SINCE if part in name)
