"""One line of a budget request (予算要求の1行)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from stdmig.budget.request_state import RequestState
from stdmig.inventory import BudgetHeading
from stdmig.words import Name, Text, text


@dataclass(frozen=True, slots=True)
class Amount:
    """
    What a line costs, as far as somebody gave the figures.

    Attributes
    ----------
    quantity, unit
        How many of what (数量・単位).
    unit_price
        Yen for one, without tax (単価・税抜).
    tax_rate
        Consumption tax in per cent.
    yen
        With tax, a fraction of a yen cut off (金額・税込); None where a figure is
        missing, never zero for "unknown".
    """

    quantity: Decimal | None = None
    unit: Text | Name | None = None
    unit_price: int | None = None
    tax_rate: Decimal | None = None
    yen: int | None = None

    @property
    def thousands(self) -> int | None:
        """Return thousands of yen, rounded up as request forms want it (千円)."""
        return None if self.yen is None else -(-self.yen // 1000)


INITIAL = text("initial")
"""The budget with which the year begins (当初)."""


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """
    One fiscal year of one cost of a section's system, a contract or a bridge.

    Attributes
    ----------
    fiscal_year
        Year whose budget pays (予算年度).
    cost_item
        Id of the cost item; ``extension`` prolongs a contract, ``bridge`` links the
        systems of two cutover days.
    system, contract
        Id of what it is for, one of the two; none for a bridge.
    section
        Who asks (要求課); None where nobody is recorded.
    sections
        All sections that it serves.
    title
        What is bought (件名).
    is_new
        Whether it is the first year in which it is asked for (新規); a renewal of a
        single-year contract never is.
    start, end
        Performance, both days inside (履行期間).
    debt_years
        The later fiscal years to which the contract binds the town, for which it
        needs 債務負担行為; empty where it ends with its fiscal year.
    request_due
        Last day to ask (要求締切).
    counterparty
        Who is likely to be paid (契約相手方).
    basis
        What in the plan asks for this (計画の根拠).
    remarks
        What is missing or to be minded (備考).
    vote
        In which budget of the year it is asked for (予算区分).
    request_state
        How far its request has come on the as-of date.
    """

    fiscal_year: int
    cost_item: str
    system: str | None
    contract: str | None
    section: str | None
    sections: tuple[str, ...]
    title: Text
    is_new: bool
    start: date
    end: date
    debt_years: tuple[int, ...]
    request_due: date | None
    amount: Amount
    heading: BudgetHeading
    method: str | None
    counterparty: str | Text | None
    basis: Text
    remarks: tuple[Text, ...]
    vote: Text = INITIAL
    request_state: RequestState = "open"
