"""How far apart two days are, in months and days (期間の差)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stdmig.words import Style, Text, count, text

if TYPE_CHECKING:
    from datetime import date


class Difference(NamedTuple):
    """
    Calendar months and the days that remain.

    Attributes
    ----------
    months, days
        Neither is positive where the second day is the earlier one.
    """

    months: int
    days: int

    def into(self, style: Style) -> str:
        """Return it in words, such as 5 months and 3 days."""
        return self.words.into(style)

    @property
    def words(self) -> Text:
        """Return the sentence part that says it; a negative one begins with minus."""
        months = count("{n} month", "{n} months", abs(self.months))
        days = count("{n} day", "{n} days", abs(self.days))
        if not self.months:
            length = days
        elif not self.days:
            length = months
        else:
            length = text("{months} and {days}", months=months, days=days)
        if min(self) < 0:
            return text("minus {length}", length=length)
        return length


def difference(start: date, end: date) -> Difference:
    """
    Return how much later `end` is than `start`.

    Both are days, not the bounds of an inclusive span: from a day to itself there are
    0 days. Whole months are counted first, as dateutil's relativedelta does, and a day
    that a month lacks is taken as its last: from 2025-01-31 to 2025-02-28 there is one
    month, to 2025-03-01 one month and one day. The rule of a duration in `months` ends
    a day later in that case, since its end is exclusive.
    """
    # Planning needs no dateutil; only a reader who is told a difference waits for it.
    from dateutil.relativedelta import relativedelta

    delta = relativedelta(end, start)
    return Difference(delta.years * 12 + delta.months, delta.days)
