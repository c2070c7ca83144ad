"""Days as their reader writes them: R7.10.1, 2025-10-01, 令和7年10月1日 (表記)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from stdmig.dates.era import ERA_CALENDAR_BEGINS, era_of, long_year
from stdmig.words import Name

if TYPE_CHECKING:
    from stdmig.words import Style

_WEEKDAYS = (
    Name("月", "Mon"),
    Name("火", "Tue"),
    Name("水", "Wed"),
    Name("木", "Thu"),
    Name("金", "Fri"),
    Name("土", "Sat"),
    Name("日", "Sun"),
)

# calendar.month_name follows the machine's locale; an output must not.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _in_era(day: date, style: Style) -> bool:
    """Return whether a day is written in its era: old-calendar days never are."""
    return style.era and day >= ERA_CALENDAR_BEGINS


def _short_year(day: date) -> str:
    era = era_of(day)
    return f"{era.letter}{era.year_of(day)}"


def _english_year(day: date, *, era: bool) -> str:
    if not era:
        return str(day.year)
    named = era_of(day)
    return f"{named.english} {named.year_of(day)}"


def _japanese_year(day: date, *, era: bool) -> str:
    return long_year(day) if era else f"{day.year}年"


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A day in short: R7.10.1, or 2025-10-01 where eras are not wanted."""

    day: date
    aligned: bool = False

    def into(self, style: Style) -> str:
        """Return the day for a reader of `style`; the language does not matter."""
        if not _in_era(self.day, style):
            return self.day.isoformat()
        cells = 2 if self.aligned else 0
        year = _short_year(self.day)
        return f"{year}.{self.day.month:>{cells}}.{self.day.day:>{cells}}"


@dataclass(frozen=True, slots=True)
class ShownMonth:
    """A month in short: R7.10 or 2025-10."""

    day: date

    def into(self, style: Style) -> str:
        """Return the month for a reader of `style`; the language does not matter."""
        if not _in_era(self.day, style):
            return self.day.isoformat()[:7]
        return f"{_short_year(self.day)}.{self.day.month}"


@dataclass(frozen=True, slots=True)
class ShownLongDay:
    """A day in full: 令和7年10月1日, 2025年10月1日, 1 October 2025 or Reiwa 7."""

    day: date

    def into(self, style: Style) -> str:
        """Return the day in the language of `style`."""
        day, era = self.day, _in_era(self.day, style)
        if style.language == "en":
            year = _english_year(day, era=era)
            return f"{day.day} {_MONTHS[day.month - 1]} {year}"
        year = _japanese_year(day, era=era)
        return f"{year}{day.month}月{day.day}日"


@dataclass(frozen=True, slots=True)
class TypedDay:
    """A day as its reader would type it: 令和7年10月1日, 2025年10月1日, 2025-10-01."""

    day: date

    def into(self, style: Style) -> str:
        """Return the day for a reader of `style`, in a spelling that is read again."""
        if style.language == "en":
            return self.day.isoformat()
        return ShownLongDay(self.day).into(style)


@dataclass(frozen=True, slots=True)
class ShownFiscalYear:
    """
    A fiscal year: R6年度, in full 令和6年度, or 2024年度, or FY2024, or FY R6.

    It bears the era in force at the end of the calendar year in which it begins:
    2019 is 令和元年度, 1988 is 昭和63年度.
    """

    year: int
    long: bool = False

    def into(self, style: Style) -> str:
        """Return the year in the language of `style`."""
        day = date(self.year, 12, 31)
        in_era = _in_era(day, style)
        if style.language == "en":
            return f"FY{self._english(day)}" if in_era else f"FY{self.year}"
        if in_era and not self.long:
            return f"{_short_year(day)}年度"
        return f"{_japanese_year(day, era=in_era)}度"

    def _english(self, day: date) -> str:
        return f" {_english_year(day, era=True) if self.long else _short_year(day)}"


def shown(day: date) -> ShownDay:
    """Return a day to be written in short: R7.10.1, 2025-10-01."""
    return ShownDay(day)


def padded(day: date) -> ShownDay:
    """Return a day for a column: month and day take two cells each (R6. 9.30)."""
    return ShownDay(day, aligned=True)


def shown_month(day: date) -> ShownMonth:
    """Return the month of a day to be written in short: R7.10, 2025-10."""
    return ShownMonth(day)


def shown_long(day: date) -> ShownLongDay:
    """Return a day to be written in full: 令和7年10月1日, 1 October 2025."""
    return ShownLongDay(day)


def as_typed(day: date) -> TypedDay:
    """Return a day in the spelling in which its reader would type it."""
    return TypedDay(day)


def shown_fiscal_year(year: int) -> ShownFiscalYear:
    """Return a fiscal year to be written in short: R6年度, FY2024."""
    return ShownFiscalYear(year)


def shown_fiscal_year_long(year: int) -> ShownFiscalYear:
    """Return a fiscal year to be written in full: 令和6年度, FY2024."""
    return ShownFiscalYear(year, long=True)


def shown_weekday(day: date) -> Name:
    """Return the weekday of a day: 水, Wed."""
    return _WEEKDAYS[day.weekday()]
