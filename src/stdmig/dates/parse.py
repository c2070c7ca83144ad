"""Reading a day or a month as people write it, ISO or in an era (日付の読取り)."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date

from stdmig.dates.era import ERAS, Era, long_year
from stdmig.dates.numerals import KANJI_DIGITS, with_arabic_digits
from stdmig.dates.period import Period
from stdmig.dates.show import shown
from stdmig.words import Text, text

FIRST_DAY = date(1926, 12, 25)
"""First day that is read: that of 昭和, before any contract that still runs."""

LAST_DAY = date(2199, 12, 31)
"""Last day that is read; what lies beyond it is a slip of the pen."""

LONGEST = 40
"""Characters after which a text is no longer looked at."""

_ERA_OF_SIGN = {
    sign: era for era in ERAS for sign in (era.name, era.name[0], era.letter)
}

# Alternatives are tried from the left: 令和 must stand before 令.
_SIGNS = "|".join(sorted(_ERA_OF_SIGN, key=len, reverse=True))
_YEAR = rf"(?:(?P<era>{_SIGNS})(?P<count>元|[0-9]{{1,3}})|(?P<year>[0-9]{{4}}))"
_SPELLINGS = (
    re.compile(_YEAR + r"年(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?"),
    re.compile(
        _YEAR + r"(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?:(?P=mark)(?P<day>[0-9]{1,2}))?"
    ),
)
_BROKEN_NUMBER = re.compile(rf"[0-9{KANJI_DIGITS}]\s+[0-9{KANJI_DIGITS}]")

# Japanese keyboards give these for the hyphen-minus; NFKC leaves them alone. They
# are the hyphen, the en dash, the minus sign and the mark of long vowels.
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2013\u2212\u30fc", "-"))


def parse_period(written: str) -> Period | Text:
    """
    Return the day or the month that a text means, or what is wrong with it.

    Read are 2024-09-30, 2024/9/30, 2024.9.30, 2024年9月30日, 令和6年9月30日,
    令6.9.30, R6.9.30, R6/9/30, R6-9-30, ㋿6年9月30日 and all of these without the
    day; also 元年, kanji numbers, full-width characters, small letters, and spaces
    anywhere but inside a number. A month belongs to every era of which it has a day,
    and is always the whole month.

    Parameters
    ----------
    written
        What stands in the file.

    Returns
    -------
    Period or Text
        The period, within `FIRST_DAY` to `LAST_DAY`; or a sentence that names the
        fault and what to write. Nothing is raised.
    """
    if len(written) > LONGEST:
        return text(
            "'{start}…' is not a date: it has {n} characters, and a date has at most"
            " {limit}",
            start=_printable(written[:20]),
            n=len(written),
            limit=LONGEST,
        )
    plain = _plain(written)
    for spelling in _SPELLINGS:
        if match := spelling.fullmatch(plain):
            return _period(match, _printable(written))
    return text(
        "'{written}' is not a date; write it like 2024-09-30, 2024-09, 令和6年9月30日"
        " or R6.9.30",
        written=_printable(written),
    )


def _plain(written: str) -> str:
    """Return a date without the freedoms of writing; broken numbers keep theirs."""
    plain = unicodedata.normalize("NFKC", written).translate(_HYPHENS).upper()
    if _BROKEN_NUMBER.search(plain):
        return plain
    return with_arabic_digits("".join(plain.split()))


def _printable(written: str) -> str:
    """Return a text that may be quoted: a control character could steer a terminal."""
    return "".join([_printable_character(character) for character in written])


def _printable_character(character: str) -> str:
    if character.isspace():
        return " "
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"


def _period(match: re.Match[str], written: str) -> Period | Text:
    era = _ERA_OF_SIGN[match["era"]] if match["era"] else None
    count = 1 if match["count"] == "元" else int(match["count"] or 0)
    if era and count == 0:
        return text(
            "'{written}' has the year 0; the first year of an era is 1 or 元年",
            written=written,
        )
    year = era.gregorian_year(count) if era else int(match["year"])
    day = int(match["day"]) if match["day"] else None
    period = _on_calendar(year, int(match["month"]), day, written)
    if isinstance(period, Period) and era:
        return _in_era(period, era, written)
    return period


def _on_calendar(year: int, month: int, day: int | None, written: str) -> Period | Text:
    if not 1 <= month <= 12:
        return text(
            "'{written}' has the month {month}; months run from 1 to 12",
            written=written,
            month=month,
        )
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        return _out_of_range(written)
    end = date(year, month, monthrange(year, month)[1])
    if day is None:
        period = Period(end.replace(day=1), end)
    elif 1 <= day <= end.day:
        period = Period(date(year, month, day), date(year, month, day))
    else:
        return text(
            "'{written}' does not exist; that month runs from {start} to {end}",
            written=written,
            start=shown(end.replace(day=1)),
            end=shown(end),
        )
    if period.first < FIRST_DAY or period.last > LAST_DAY:
        return _out_of_range(written)
    return period


def _out_of_range(written: str) -> Text:
    return text(
        "'{written}' is out of range: dates run from {first} to {last}",
        written=written,
        first=shown(FIRST_DAY),
        last=shown(LAST_DAY),
    )


def _in_era(period: Period, era: Era, written: str) -> Period | Text:
    """Return the period if a day of it belongs to the era under which it stands."""
    if period.last < era.first:
        return text(
            "'{written}' lies before its era: {era} began on {first}; write {right}",
            written=written,
            era=era.name,
            first=shown(era.first),
            right=_spelled(period),
        )
    if era.last and period.first > era.last:
        return text(
            "'{written}' lies after its era: {era} ended on {last}; write {right}",
            written=written,
            era=era.name,
            last=shown(era.last),
            right=_spelled(period),
        )
    return period


def _spelled(period: Period) -> str:
    """Return a period under its proper era, in full."""
    end = period.last
    month = f"{long_year(end)}{end.month}月"
    return month if period.is_month else f"{month}{end.day}日"
