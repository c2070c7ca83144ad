"""The council's sessions and the budgets that they vote (議会の会期・補正予算)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from stdmig.inventory.fields import DayOfYear, Fact, MayBeBlank
from stdmig.inventory.procedures import Titled


class Session(Titled):
    """
    A session of every year (定例会).

    Attributes
    ----------
    start, end
        First day, and last day, on which the votes are taken (議決).
    request_until
        Last day to ask for money in its supplementary budget (補正予算要求の締切り);
        None where it votes no supplementary budget.
    votes_budget
        Whether it votes the ordinary budget of the next fiscal year (当初予算).
    """

    start: DayOfYear = Field(alias="from")
    end: DayOfYear = Field(alias="until")
    request_until: DayOfYear | None = None
    votes_budget: Annotated[bool, MayBeBlank] = False


class Council(Fact):
    """When the council sits (議会)."""

    sessions: Annotated[tuple[Session, ...], MayBeBlank] = ()

    @property
    def vote_days(self) -> tuple[DayOfYear, ...]:
        """Return the last days of the sessions, in the order of the year (議決日)."""
        return tuple(sorted({session.end for session in self.sessions}))
