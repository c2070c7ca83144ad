"""When this town hall is closed, and its own days without a cutover (開庁日の暦)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from stdmig.dates import WorkCalendar
from stdmig.inventory.fields import (
    DayOfYear,
    Fact,
    FirstDay,
    Identifier,
    LastDay,
    MayBeBlank,
    OneOrMany,
    Word,
    refuse_reversed,
)
from stdmig.words import Name


class YearEnd(Fact):
    """
    The year-end closure; both days are inside (年末年始の閉庁期間).

    The defaults are those of the national offices (行政機関の休日に関する法律1条),
    which ordinances on days off follow (地方自治法4条の2第2項).
    """

    start: DayOfYear = Field((12, 29), alias="from")
    end: DayOfYear = Field((1, 3), alias="until")


class ClosedDates(Fact):
    """
    Days on which the municipality wants no cutover (切替えのできない日).

    An election, the moving of the town hall, a payment day.

    Attributes
    ----------
    start, end
        First and last day, both inside.
    name
        What happens on them.
    systems
        Ids of the systems that they close; None means all.
    """

    start: FirstDay = Field(alias="from")
    end: LastDay = Field(alias="until")
    name: Word
    name_en: Word | None = None
    systems: Annotated[tuple[Identifier, ...], OneOrMany] | None = None

    @model_validator(mode="after")
    def _in_order(self) -> ClosedDates:
        refuse_reversed(self.start, self.end, "until")
        return self

    @property
    def title(self) -> Name:
        """Return the name for readers of either language."""
        return Name(self.name, self.name_en)

    def closes(self, system_id: str) -> bool:
        """Return whether the days are closed to a system."""
        return self.systems is None or system_id in self.systems


class MunicipalCalendar(Fact):
    """
    The days on which the town hall is closed.

    Weekends and national holidays always count.

    Attributes
    ----------
    year_end
        Its year-end closure.
    closed
        Its own days without a cutover.
    """

    year_end: Annotated[YearEnd, MayBeBlank] = Field(default_factory=YearEnd)
    closed: Annotated[tuple[ClosedDates, ...], MayBeBlank] = ()

    @property
    def working_days(self) -> WorkCalendar:
        """Return on which days it works."""
        return WorkCalendar(self.year_end.start, self.year_end.end)
