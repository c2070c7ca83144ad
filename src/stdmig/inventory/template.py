"""schedule_template.yaml: deadline, calendar, milestones, choices (日程のひな型)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from stdmig.inventory.blackouts import Blackout
from stdmig.inventory.calendar import MunicipalCalendar
from stdmig.inventory.council import Council
from stdmig.inventory.designation import DesignatedDeadline, about_five_years
from stdmig.inventory.fields import (
    DayOfYear,
    Fact,
    FirstDay,
    Identifier,
    LastDay,
    MayBeBlank,
    OneDay,
    OneOrMany,
    fault,
    shorthand,
)
from stdmig.inventory.procedures import ItemRef, Titled
from stdmig.words import text

Durations = Literal["maximum", "likely", "minimum"]
"""Which durations the planned dates are counted with."""

RfpAfter = Literal["request", "notice", "vote", "debt_vote"]
"""What the request for proposals waits for (RFPを出せる時期)."""


class Deadline(Fact):
    """The last day on which a cutover may fall (移行完了期限)."""

    date: LastDay


class BudgetChoices(Fact):
    """
    Ways to a budget that the municipality allows beside the ordinary one.

    Attributes
    ----------
    supplementary
        Ids of the sessions whose supplementary budgets may be used (補正予算); None
        means all of them.
    debt_obligation
        Whether a contract may bind later years (債務負担行為).
    zero_debt
        Whether a contract may be signed in a year in which nothing is paid (ゼロ債務).
    """

    supplementary: Annotated[tuple[Identifier, ...], OneOrMany] | None = None
    debt_obligation: Annotated[bool, MayBeBlank] = True
    zero_debt: Annotated[bool, MayBeBlank] = False


class Planning(Fact):
    """
    What one municipality chose; never taken over from a packaged file.

    Attributes
    ----------
    as_of
        The day the plan is looked at from (基準日).
    cutover
        Wanted cutover of every system that names no other and is not designated
        (希望稼働開始日).
    durations
        Durations that the planned dates are counted with.
    conditions
        Conditions of the procedure that hold here.
    budgets
        Ways to a budget that are allowed.
    rfp_after
        What the request for proposals waits for: the budget ``request``, the informal
        ``notice`` (内示), the ``vote`` of the budget, or ``debt_vote``, the vote of the
        debt obligation (債務負担行為の議決).
    """

    as_of: OneDay | None = None
    cutover: FirstDay | None = None
    durations: Annotated[Durations, MayBeBlank] = "maximum"
    conditions: Annotated[tuple[Identifier, ...], OneOrMany] = ()
    budgets: Annotated[BudgetChoices, MayBeBlank] = Field(default_factory=BudgetChoices)
    rfp_after: Annotated[RfpAfter, MayBeBlank] = "notice"


class YearlySpan(Fact):
    """A span of every year, both days inside (受付期間)."""

    start: DayOfYear = Field(alias="from")
    end: DayOfYear = Field(alias="until")


class Notice(Fact):
    """When the informal notice of the ordinary budget is out at the latest (内示)."""

    until: DayOfYear


class BudgetCalendar(Fact):
    """
    When money of the next fiscal year is asked for, and promised (当初予算).

    Attributes
    ----------
    request
        When requests are taken (予算要求の受付期間).
    notice
        Last day of the informal notice (内示).
    """

    request: YearlySpan | None = None
    notice: Annotated[Notice | None, shorthand("until")] = None

    def request_closes(self, fiscal_year: int) -> date | None:
        """Return the last day to ask for money of `fiscal_year`, if it is known."""
        if self.request is None:
            return None
        month, day = self.request.end
        year = fiscal_year - 1 if month >= 4 else fiscal_year
        # A window that runs to 29 February closes a day earlier in common years.
        return date(year, month, min(day, monthrange(year, month)[1]))


class Milestone(Titled):
    """A date that the council is told (主な節目)."""

    item: ItemRef | None = None
    date: Annotated[Literal["start", "finish"], MayBeBlank] = "finish"
    cutover: Annotated[bool, MayBeBlank] = False

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
    designated: Annotated[DesignatedDeadline, shorthand("deadline"), MayBeBlank] = (
        Field(default_factory=about_five_years)
    )
    # Factories: a default that is made here would build its validator at import.
    planning: Annotated[Planning, MayBeBlank] = Field(default_factory=Planning)
    budget: Annotated[BudgetCalendar, MayBeBlank] = Field(
        default_factory=BudgetCalendar
    )
    council: Annotated[Council, MayBeBlank] = Field(default_factory=Council)
    calendar: Annotated[MunicipalCalendar, MayBeBlank] = Field(
        default_factory=MunicipalCalendar
    )
    blackouts: Annotated[tuple[Blackout, ...], MayBeBlank] = ()
    milestones: Annotated[tuple[Milestone, ...], MayBeBlank] = ()
