"""schedule_template.yaml: deadline, calendar, milestones, choices (日程のひな型)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from stdmig.inventory.fields import (
    DayOfYear,
    Fact,
    FirstDay,
    Identifier,
    LastDay,
    OneDay,
    OneOrMany,
    fault,
    shorthand,
)
from stdmig.inventory.procedures import ItemRef, Titled
from stdmig.words import text

Durations = Literal["maximum", "minimum"]
"""Which durations the planned dates are counted with."""


class Deadline(Fact):
    """The last day on which a cutover may fall (移行完了期限)."""

    date: LastDay


class Planning(Fact):
    """
    What one municipality chose; never taken over from a packaged file.

    Attributes
    ----------
    as_of
        The day the plan is looked at from (基準日).
    cutover
        Wanted cutover of every system that names no other (希望稼働開始日).
    durations
        Durations that the planned dates are counted with.
    conditions
        Conditions of the procedure that hold here.
    """

    as_of: OneDay | None = None
    cutover: FirstDay | None = None
    durations: Durations = "maximum"
    conditions: Annotated[tuple[Identifier, ...], OneOrMany] = ()


class YearlySpan(Fact):
    """A span of every year, both days inside (受付期間)."""

    start: DayOfYear = Field(alias="from")
    end: DayOfYear = Field(alias="until")


class BudgetCalendar(Fact):
    """When money is asked for (予算要求の受付期間)."""

    request: YearlySpan | None = None

    def request_closes(self, fiscal_year: int) -> date | None:
        """Return the last day to ask for money of `fiscal_year`, if it is known."""
        if self.request is None:
            return None
        month, day = self.request.end
        return date(fiscal_year - 1 if month >= 4 else fiscal_year, month, day)


class Milestone(Titled):
    """A date that the council is told (主な節目)."""

    item: ItemRef | None = None
    date: Literal["start", "finish"] = "finish"
    cutover: bool = False

    @model_validator(mode="after")
    def _one_kind(self) -> Milestone:
        if self.cutover == (self.item is not None):
            message = text("give either 'item' or 'cutover: true'")
            raise fault(message, key="item", code="STD007")
        return self


class TemplateFile(Fact):
    """The whole of ``schedule_template.yaml``."""

    schema_id: Literal["stdmig.template/1"] = Field(alias="schema")
    deadline: Annotated[Deadline, shorthand("date")]
    planning: Planning = Planning()
    budget: BudgetCalendar = BudgetCalendar()
    milestones: tuple[Milestone, ...] = ()
