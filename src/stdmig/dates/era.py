"""The Japanese eras since 1868 and how their years are counted (元号・和暦)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

ERA_CALENDAR_BEGINS = date(1873, 1, 1)
"""Day from which the days of the eras are those of the Gregorian calendar.

明治5年太政官布告第337号 made the day after 明治5年12月2日 明治6年1月1日; before it,
months and days were those of the old calendar.
"""


class Era(NamedTuple):
    """
    One era (元号).

    Attributes
    ----------
    name
        Its two characters, such as 令和.
    english
        Its name in Latin letters, such as Reiwa.
    letter
        The Latin letter that stands for it in short dates.
    first
        Its first day, in the Gregorian calendar.
    """

    name: str
    english: str
    letter: str
    first: date

    @property
    def last(self) -> date | None:
        """Return its last day (inclusive), or None for the present era."""
        following = ERAS.index(self) + 1
        if following == len(ERAS):
            return None
        return ERAS[following].first - timedelta(days=1)

    def gregorian_year(self, year: int) -> int:
        """Return the calendar year of the era's year `year`; its first is 1."""
        return self.first.year + year - 1

    def year_of(self, day: date) -> int:
        """
        Return the year of this era in which `day` falls, the first being 1.

        Only the calendar year of `day` counts: whether the day belongs to the era
        is what `era_of` says.
        """
        return day.year - self.first.year + 1


ERAS = (
    Era("明治", "Meiji", "M", date(1868, 1, 25)),
    Era("大正", "Taisho", "T", date(1912, 7, 30)),
    Era("昭和", "Showa", "S", date(1926, 12, 25)),
    Era("平成", "Heisei", "H", date(1989, 1, 8)),
    Era("令和", "Reiwa", "R", date(2019, 5, 1)),
)
"""All eras, oldest first.

The edict of 1868-10-23 renamed the whole year 慶応4年, so that 明治 began in law on
its first day, 1868-01-25. 大正 and 昭和 began on the very day of their edicts
(即日改元): that day counts as the new era's, not as the old one's last.
"""


def era_of(day: date) -> Era:
    """
    Return the era to which a day belongs.

    Raises
    ------
    ValueError
        If the day lies before the first day of 明治.
    """
    for era in reversed(ERAS):
        if day >= era.first:
            return era
    raise ValueError(f"{day} lies before the eras, which begin with {ERAS[0].first}")


def long_year(day: date) -> str:
    """
    Return the year of a day in its era, in full; the first is written 元年.

    Raises
    ------
    ValueError
        If the day lies before the first day of 明治.
    """
    era = era_of(day)
    year = era.year_of(day)
    return f"{era.name}{'元' if year == 1 else year}年"
