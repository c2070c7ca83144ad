"""What somebody was quoted for a cost, and what it comes to (単価と金額)."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

from stdmig.budget.line import Amount
from stdmig.dates import months_by_fiscal_year
from stdmig.inventory import BudgetHeading, Cost, CostsFile
from stdmig.words import Name, Text, text

PER_MONTH = text("month(s)")
UNPRICED = text("unit price not given")

_MONTH_UNITS = frozenset(
    {"月", "か月", "カ月", "ヶ月", "ヵ月", "ケ月", "箇月", "month", "months"}
)


class Price(NamedTuple):
    """
    What one of something costs, and of how many.

    Attributes
    ----------
    unit_price
        Yen for one, without tax; None where nobody gave it.
    by_month
        Whether the months of the plan are the quantity; otherwise it is paid once.
    quantity
        Of what is paid once; None where nobody gave it.
    unit
        What is counted (単位).
    tax_rate
        In per cent; None where nobody gave it.
    """

    unit_price: int | None = None
    by_month: bool = True
    quantity: Decimal | None = None
    unit: Text | Name | None = PER_MONTH
    tax_rate: Decimal | None = None


def find_cost(
    costs: CostsFile | None, item: str, **subject: str
) -> tuple[Cost | None, bool]:
    """
    Return the entry for a cost item, and whether it names the subject.

    Parameters
    ----------
    costs
        The file, if the workspace has one.
    item
        Id of the cost item.
    **subject
        ``unit``, ``system`` or ``contract`` with its id; an entry that names none of
        the three stands in for one that names it.
    """
    entries = [cost for cost in costs.costs if cost.item == item] if costs else []
    for kind, name in subject.items():
        for cost in entries:
            if getattr(cost, kind) == name:
                return cost, True
    for cost in entries:
        if not (cost.unit or cost.system or cost.contract):
            return cost, False
    return None, False


def quoted(costs: CostsFile | None, cost: Cost | None) -> Price:
    """
    Return the price that an entry of ``costs.yaml`` states.

    A price without a quantity is one for a month, unless its unit says otherwise.
    """
    rate = costs.tax_rate if costs else None
    if cost is None:
        return Price(tax_rate=rate)
    by_month = cost.quantity is None and _is_month(cost.unit_name)
    unit = PER_MONTH if by_month else None
    return Price(
        cost.unit_price,
        by_month,
        cost.quantity,
        unit if cost.unit_name is None else Name(cost.unit_name),
        rate if cost.tax_rate is None else cost.tax_rate,
    )


def _is_month(unit_name: str | None) -> bool:
    if unit_name is None:
        return True
    return unicodedata.normalize("NFKC", unit_name) in _MONTH_UNITS


def amount(price: Price, quantity: Decimal | None) -> Amount:
    """
    Return what so many cost.

    A fraction of a yen is cut off. Where price, quantity or tax rate is not given,
    the sum is unknown.
    """
    unit_price, rate, yen = price.unit_price, price.tax_rate, None
    if quantity is not None and unit_price is not None and rate is not None:
        gross = quantity * unit_price * (100 + rate) / 100
        yen = int(gross.to_integral_value(ROUND_FLOOR))
    return Amount(quantity, price.unit, unit_price, rate, yen)


def figures(
    price: Price, first: date, last: date, *, is_last: bool
) -> tuple[Amount, tuple[Text, ...]]:
    """
    Return the amount of one fiscal year, and what is missing from it.

    Parameters
    ----------
    price
        What it costs.
    first, last
        The part of the performance that falls into the year.
    is_last
        Whether the performance ends in it: what is paid once is paid then.
    """
    if not (price.by_month or is_last):
        return Amount(), (text("paid in the year in which it is completed"),)
    months = sum(months_by_fiscal_year(first, last).values())
    return priced(price, Decimal(months) if price.by_month else price.quantity)


def priced(price: Price, quantity: Decimal | None) -> tuple[Amount, tuple[Text, ...]]:
    """Return what so many cost, and what is missing from the sum."""
    told = amount(price, quantity)
    if told.unit_price is None:
        return told, (UNPRICED,)
    remarks = []
    if told.quantity is None:
        remarks.append(text("quantity not given"))
    if told.tax_rate is None:
        remarks.append(text("tax rate not given"))
    return told, tuple(remarks)


def heading(costs: CostsFile | None, cost: Cost | None) -> BudgetHeading:
    """Return the budget heading of a line: its own where it gives one."""
    common = costs.heading if costs and costs.heading else BudgetHeading()
    own = cost.heading if cost and cost.heading else None
    if own is None:
        return common
    return common.model_copy(update=own.model_dump(exclude_none=True))
