"""The days that stand in a text, one after the other (文中の日付)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from stdmig.dates import ERAS, Period, fiscal_year_end, fiscal_year_start, parse_period
from stdmig.dates.numerals import with_arabic_digits
from stdmig.words import Text

FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000
"""Numbers of days that Excel means by 1954-10-03 and 2119-01-10 (1900年基準)."""

_DAY_ZERO = date(1899, 12, 30)

_ERA = "令和|平成|昭和|令|平|昭|[RHS]"
_TOKEN = re.compile(
    rf"(?P<fiscal>(?:(?:{_ERA})(?:元|\d{{1,2}})|\d{{4}})年度)(?P<edge>末|当初)?"
    rf"|(?P<era>{_ERA})(?P<count>元|\d{{1,2}})(?:年(?P<m1>\d{{1,2}})月(?:(?P<d1>\d{{1,2}})日)?"
    rf"|(?P<s1>[-/.])(?P<m2>\d{{1,2}})(?:(?P=s1)(?P<d2>\d{{1,2}}))?)(?P<end1>末日?)?"
    r"|(?P<year>\d{4})(?:年(?P<m3>\d{1,2})月(?:(?P<d3>\d{1,2})日)?"
    r"|(?P<s2>[-/.])(?P<m4>\d{1,2})(?:(?P=s2)(?P<d4>\d{1,2}))?)(?P<end2>末日?)?"
    r"|(?<!\d)(?P<packed>(?:19|20|21)\d{6})(?!\d)"
    r"|(?<![\d.])(?P<bare>\d{1,2})(?:年(?P<m5>\d{1,2})月(?:(?P<d5>\d{1,2})日)?(?P<end3>末日?)?"
    r"|\.(?P<m6>\d{1,2})\.(?P<d6>\d{1,2}))(?!\d)"
)


_MARKS = str.maketrans("〜∼˜‐‑–—―−ー", "~~~-------")


class Token(NamedTuple):
    """
    A day, month or fiscal year in a text.

    Attributes
    ----------
    written
        As it stands there, its era added where only the day before it has one.
    period
        What it means, or why it means nothing.
    meant
        What it probably means where it does not exist: the same day counted on from
        its era, or the last day of its month.
    span
        Where it stands in the text.
    whole_year
        Whether it is a fiscal year (年度).
    """

    written: str
    period: Period | Text
    meant: date | None
    span: tuple[int, int]
    whole_year: bool = False


def unified(written: str) -> str:
    """Return a text with Arabic half-width digits and one kind of each mark."""
    text = unicodedata.normalize("NFKC", written).replace("\n", " ")
    text = text.translate(_MARKS)
    text = re.sub(r"(?<=\d)\s+(?=[年月日])|(?<=[年月])\s+(?=\d)", "", text)
    text = re.sub(rf"({_ERA})\s+(?=[元\d])", r"\1", text)
    text = re.sub(r"(?<=\d)\s*([./])\s*(?=\d)", r"\1", text)
    return with_arabic_digits(text).upper()


def tokens(text: str) -> list[Token]:
    """Return the days of a text that was `unified`, from the left."""
    found: list[Token] = []
    era = None
    for match in _TOKEN.finditer(text):
        if match["era"]:
            era = match["era"]
        elif match["fiscal"] and (named := re.match(_ERA, match["fiscal"])):
            era = named[0]
        token = _token(match, era)
        if token is not None:
            found.append(token)
    return found


def day_of_serial(number: int) -> date:
    """Return the day that a number of days in a cell means (Excelのシリアル値)."""
    return _DAY_ZERO + timedelta(days=number)


def _token(match: re.Match[str], era: str | None) -> Token | None:
    if match["fiscal"]:
        return _fiscal(match)
    if match["packed"]:
        packed = match["packed"]
        written = f"{packed[:4]}-{packed[4:6]}-{packed[6:]}"
        return Token(match[0], parse_period(written), None, match.span())
    numbers = next(
        (match[f"m{n}"], match[f"d{n}"]) for n in range(1, 7) if match[f"m{n}"]
    )
    if match["bare"]:
        if era is None:
            return None
        year = f"{era}{match['bare']}"
    else:
        year = match["year"] or f"{match['era']}{match['count']}"
    month, day = numbers
    written = f"{year}年{month}月" + (f"{day}日" if day else "")
    period = parse_period(written)
    if isinstance(period, Period) and any(match[f"end{n}"] for n in (1, 2, 3)):
        period = Period(period.last, period.last)
    if isinstance(period, Text) and not match["bare"]:
        period = _as_it_stands(period, match[0])
    return Token(written, period, _probably(year, month, day), match.span())


def _as_it_stands(fault: Text, written: str) -> Text:
    """Return a fault that quotes the day as its author wrote it."""
    params = {**dict(fault.params), "written": written}
    return replace(fault, params=tuple(params.items()))


def _fiscal(match: re.Match[str]) -> Token:
    written = match["fiscal"].removesuffix("度")
    period = parse_period(f"{written}12月")
    if not isinstance(period, Text):
        year = period.first.year
        first, last = fiscal_year_start(year), fiscal_year_end(year)
        if match["edge"]:
            edge = last if match["edge"] == "末" else first
            return Token(match[0], Period(edge, edge), None, match.span())
        period = Period(first, last)
    return Token(match[0], period, None, match.span(), whole_year=True)


def _probably(year: str, month: str, day: str | None) -> date | None:
    """Return the day counted on from its era, or the last of its month, or None."""
    number = _gregorian(year)
    if number is None or not 1 <= int(month) <= 12 or not 1926 <= number <= 2199:
        return None
    following = date(number + int(month) // 12, int(month) % 12 + 1, 1)
    last = following - timedelta(days=1)
    if day is None:
        return None
    if 1 <= int(day) <= last.day:
        return last.replace(day=int(day))
    return last if int(day) <= 31 else None


def _gregorian(year: str) -> int | None:
    if year.isdigit():
        return int(year)
    count = re.search(r"元|\d+", year)
    for era in ERAS:
        if count and year.startswith((era.name, era.name[0], era.letter)):
            return era.gregorian_year(1 if count[0] == "元" else int(count[0]))
    return None
