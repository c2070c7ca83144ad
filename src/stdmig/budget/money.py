"""In which budget the purchase of a unit is asked for (予算区分・要求締切)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from stdmig.budget.line import INITIAL
from stdmig.budget.request_state import RequestState, request_state
from stdmig.network import Purchase
from stdmig.schedule import Funding, Plan
from stdmig.words import Text


class Money(NamedTuple):
    """
    The money of a purchase, as far as is known.

    Attributes
    ----------
    paid
        The budget that pays for the contract.
    debt_years
        The later fiscal years that the contract binds.
    asking
        Places of the tasks that ask for it.
    """

    paid: Funding | None
    debt_years: tuple[int, ...] = ()
    asking: tuple[int, ...] = ()

    def vote(self, year: int) -> Text:
        """Return the budget of a year in which a line is asked for."""
        if self.paid is None or not self._pays(year):
            return INITIAL
        return self.paid.occasion.way.short_title

    def request_due(self, year: int, otherwise: date | None) -> date | None:
        """Return the last day to ask for a line of a year."""
        if self.paid is None or not self._pays(year):
            return otherwise
        return date.fromordinal(self.paid.occasion.closes)

    def request_state(self, plan: Plan, year: int, due: date | None) -> RequestState:
        """Return how the request for a line of a year stands."""
        extra = self.paid is not None and self.paid.occasion.way.kind != "ordinary"
        # What a supplementary budget was asked for is not in the next ordinary one.
        asking = () if extra and not self._pays(year) else self.asking
        return request_state(plan, due, asking)

    def _pays(self, year: int) -> bool:
        paid = self.paid
        if paid is None or paid.occasion.way.kind == "ordinary":
            return False
        return paid.occasion.fiscal_year == year


def is_paid_by(
    purchase: Purchase, signing: Sequence[int], asking: Sequence[int]
) -> bool:
    """
    Return whether a purchase is that of some tasks that sign a contract and ask.

    Where no contract is to be made, the request tells.
    """
    return (
        purchase.contract in signing if purchase.signs else purchase.request in asking
    )
