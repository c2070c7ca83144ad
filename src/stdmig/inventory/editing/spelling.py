"""A new day in the spelling of an old one (日付の表記をそろえる)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from stdmig.dates import ERAS, era_of, parse_period

_SHORT = re.compile(
    r"(?P<era>[^\W\d]*)(?P<year>元|\d+)(?P<mark>[-./])(?P<month>\d+)(?:[-./](?P<day>\d+))?"
)
_LONG_OF_ANY = re.compile(
    r"(?P<era>[^\d\W元]*)(?P<year>元|\d+)年(?P<month>\d+)月(?:(?P<day>\d+)日)?"
)


class Spelling(NamedTuple):
    """
    How a day is written (表記).

    Attributes
    ----------
    era
        Characters of the era's sign: 0 none, 1 for R or 令, 2 for 令和.
    letter
        Whether that sign is a Latin letter, and small.
    mark
        What stands between the numbers; 年 for 年, 月 and 日.
    two
        Whether month and day have two figures.
    month
        Whether the day is left out.
    """

    era: int
    letter: str
    mark: str
    two: bool
    month: bool = False

    def write(self, day: date) -> str:
        """Return a day in this spelling."""
        year, first = str(day.year), ""
        if self.era:
            era = era_of(day)
            first = self._sign(era.name, era.letter)
            year = str(era.year_of(day))
            if year == "1" and self.mark == "年" and not self.letter:
                year = "元"
            elif self.two and self.letter:
                year = year.zfill(2)
        cells = 2 if self.two else 1
        month, number = str(day.month).zfill(cells), str(day.day).zfill(cells)
        if self.mark == "年":
            return f"{first}{year}年{month}月" + ("" if self.month else f"{number}日")
        return self.mark.join([first + year, month] + [number] * (not self.month))

    def _sign(self, name: str, letter: str) -> str:
        if self.letter:
            return letter if self.letter.isupper() else letter.lower()
        return name[: self.era]


def spelling_of(written: str | None) -> Spelling | None:
    """Return how a day or a month is written; None where it is neither."""
    if not written or not isinstance(parse_period(written), tuple):
        return None
    plain = "".join(unicodedata.normalize("NFKC", written).split())
    found = _LONG_OF_ANY.fullmatch(plain) or _SHORT.fullmatch(plain)
    if found is None or not _is_sign(found["era"]):
        return None
    era, numbers = found["era"], [found["month"], found["day"] or "10"]
    mark = found.groupdict().get("mark") or "年"
    return Spelling(
        era=len(era),
        letter=era if era.isascii() else "",
        mark=mark,
        two=any(number.startswith("0") for number in numbers)
        or (not era and mark == "-"),
        month=found["day"] is None,
    )


def _is_sign(era: str) -> bool:
    signs = {sign for each in ERAS for sign in (each.name, each.name[0], each.letter)}
    return era == "" or era.upper() in signs


def respelled(
    day: date,
    old: str | None,
    neighbours: Iterable[str],
    is_right: Callable[[str], bool],
) -> date | str | None:
    """
    Return a day as its place in the file would have it.

    Parameters
    ----------
    old
        What it takes the place of.
    neighbours
        Dates near it, the nearest first.
    is_right
        Whether a spelling reads as the day: a month does for some.

    Returns
    -------
    The day in the spelling of the old one (a month where that was one and means the
    same day), else in that of the nearest neighbour; None where there is neither.
    """
    for spelling in _candidates(old, neighbours):
        written = spelling.write(day)
        if is_right(written):
            return day if written == day.isoformat() else written
    return None


def _candidates(old: str | None, neighbours: Iterable[str]) -> Iterator[Spelling]:
    for written in (old, *neighbours):
        if spelling := spelling_of(written):
            if written is old:
                yield spelling
            yield spelling._replace(month=False)
