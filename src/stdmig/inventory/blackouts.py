"""When a system should not, or must not, be cut over (切替回避期間)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field, model_validator

from stdmig.dates import month_list
from stdmig.inventory.fields import (
    DayOfYear,
    Fact,
    Identifier,
    MayBeBlank,
    OneOrMany,
    Whole,
    Word,
    fault,
)
from stdmig.words import Name, Text, count, listing, text

Confidence = Literal["stated", "inferred"]
"""Whether a source says so (切替不可), or it is known from how offices work (推定)."""

Month = Annotated[int, Field(ge=1, le=12), Whole]


class Blackout(Fact):
    """
    A busy season of a system, every year: whole months, or single days.

    Attributes
    ----------
    system
        Id of the system; a system may have several.
    months
        Whole months, 1 to 12.
    days
        Days of the year.
    either_side
        How many days before and after each of `days` are avoided as well; they are
        inferred, whatever the days themselves are.
    name
        What the section is busy with.
    confidence
        Whether a source states it.
    """

    system: Identifier
    months: Annotated[tuple[Month, ...], OneOrMany] = ()
    days: Annotated[tuple[DayOfYear, ...], OneOrMany] = ()
    either_side: Annotated[int, Field(ge=0, le=15), Whole, MayBeBlank] = 0
    name: Word
    name_en: Word | None = None
    confidence: Confidence

    @model_validator(mode="after")
    def _one_kind(self) -> Blackout:
        if bool(self.months) == bool(self.days):
            message = text("give either 'months' or 'days'")
            raise fault(message, key="months" if self.months else None, code="STD007")
        return self

    @property
    def title(self) -> Name:
        """Return the name for readers of either language."""
        return Name(self.name, self.name_en)

    @property
    def when(self) -> Text:
        """Return its months or days in words."""
        if self.months:
            return month_list(self.months)
        days = listing(f"{month:02}-{day:02}" for month, day in self.days)
        if not self.either_side:
            return days
        return count(
            "{days} and {n} day either side",
            "{days} and {n} days either side",
            self.either_side,
            days=days,
        )

    def on(self, day: date) -> Confidence | None:
        """Return how sure it is that it holds on a day, or None where it does not."""
        if day.month in self.months or self._names(day):
            return self.confidence
        near = range(-self.either_side, self.either_side + 1)
        if self.days and any(self._names(_days_later(day, each)) for each in near):
            return "inferred"
        return None

    def _names(self, day: date) -> bool:
        """Return whether a day is one of its days; 29 February falls on the 28th."""
        return (day.month, day.day) in self.days or (
            (2, 29) in self.days
            and (day.month, day.day) == (2, 28)
            and (day + timedelta(days=1)).month == 3
        )


def _days_later(day: date, number: int) -> date:
    """Return another day; at either end of the calendar that end."""
    last = date.max.toordinal()
    return date.fromordinal(min(max(day.toordinal() + number, 1), last))
