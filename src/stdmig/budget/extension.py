"""What it costs to prolong contracts up to the cutover (契約延長の経費)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdmig.budget.asking_section import asking_section
from stdmig.budget.extension_remarks import extension_remarks
from stdmig.budget.line import Amount, BudgetLine
from stdmig.budget.prices import PER_MONTH, Price, figures, find_cost, heading, quoted
from stdmig.budget.request_state import RequestState
from stdmig.budget.yearly_fee import PER_YEAR, yearly_figures
from stdmig.coverage import Ask, Coverage, Gap, Purchase
from stdmig.inventory import BudgetHeading, Cost, CostsFile
from stdmig.schedule import Plan
from stdmig.words import Text, text

EXTENSION = "extension"
"""The cost item that prolongs a contract."""


class _Quote(NamedTuple):
    """
    The entry of ``costs.yaml`` for a contract, and the price that holds for it.

    Attributes
    ----------
    by_year
        Whether the price is the contract's own fee for a year (再リース料).
    """

    cost: Cost | None
    price: Price
    by_year: bool = False


def extension_lines(
    plan: Plan, coverages: tuple[Coverage, ...]
) -> Iterator[BudgetLine]:
    """
    Yield the lines of every gap: one per contract, fiscal year and part of it.

    What is signed already has none; the rest is asked for as it is sold.
    """
    for coverage in coverages:
        first = True
        for bought in coverage.purchases:
            for ask in bought.asks:
                yield _line(plan, coverage, bought, ask, is_first=first)
                first = False


def _line(
    plan: Plan, coverage: Coverage, bought: Purchase, ask: Ask, *, is_first: bool
) -> BudgetLine:
    costs = plan.inventory.costs
    quote = _quote(costs, coverage)
    cost, sections = quote.cost, coverage.sections
    told, missing = _figures(coverage, quote, bought, ask.span)
    return BudgetLine(
        fiscal_year=ask.fiscal_year,
        cost_item=EXTENSION,
        system=None,
        contract=coverage.agreement.id,
        section=asking_section(plan, sections),
        sections=sections,
        title=_title(coverage),
        is_new=is_first and not coverage.single_year,
        start=ask.span.start,
        end=ask.span.end,
        debt_years=_debt_years(plan, coverage, bought, ask),
        request_due=ask.closes,
        amount=told,
        heading=_heading(costs, cost, coverage),
        method=cost.method if cost else None,
        counterparty=_counterparty(coverage, cost),
        basis=_basis(coverage, ask.span),
        remarks=(*extension_remarks(coverage, bought, ask), *missing),
        request_state=_request_state(coverage, ask),
    )


def _request_state(coverage: Coverage, ask: Ask) -> RequestState:
    if coverage.asked(ask) not in (None, "planned"):
        return "asked"
    return "closed" if ask.state == "closed" else "open"


def _figures(
    coverage: Coverage, quote: _Quote, bought: Purchase, part: Gap
) -> tuple[Amount, tuple[Text, ...]]:
    """Return the amount of a year's part, by the month, by the year, or at the end."""
    if quote.by_year:
        return yearly_figures(quote.price, bought.span, part)
    is_last = part.end == coverage.purchases[-1].span.end
    return figures(quote.price, part.start, part.end, is_last=is_last)


def _debt_years(
    plan: Plan, coverage: Coverage, bought: Purchase, ask: Ask
) -> tuple[int, ...]:
    """
    Return the later years that a contract binds, for the year in which it is signed.

    A debt obligation (債務負担行為, 自治法214条) is set once, in the budget of that
    year; the lines of the later years carry it out and set none.
    """
    allowed = plan.inventory.template.planning.budgets.debt_obligation
    first, *later = bought.span.months_by_year
    if coverage.single_year or not allowed or ask.fiscal_year != first:
        return ()
    return tuple(later)


def _heading(
    costs: CostsFile | None, cost: Cost | None, coverage: Coverage
) -> BudgetHeading:
    """Return the budget heading, with the contract's accounts where it names none."""
    contract = coverage.agreement.contract
    found = heading(costs, cost)
    own = cost.heading.account if cost and cost.heading else None
    if own is not None or contract is None or not contract.accounts:
        return found
    accounts = contract.accounts
    named = (
        each.name if len(accounts) == 1 else f"{each.name}({each.share}%)"
        for each in accounts
    )
    return found.model_copy(update={"account": "、".join(named)})


def _quote(costs: CostsFile | None, coverage: Coverage) -> _Quote:
    """Return the entry's price, the contract's own fee where it names none."""
    contract = coverage.agreement.contract
    cost, named = find_cost(costs, EXTENSION, contract=coverage.agreement.id)
    price = quoted(costs, cost)
    if contract is None or (named and price.unit_price is not None):
        return _Quote(cost, price)
    if contract.annual_fee is not None:
        fee = Price(contract.annual_fee, unit=PER_YEAR, tax_rate=price.tax_rate)
        return _Quote(cost, fee, by_year=True)
    if contract.monthly_fee is not None:
        fee = Price(contract.monthly_fee, unit=PER_MONTH, tax_rate=price.tax_rate)
        return _Quote(cost, fee)
    return _Quote(cost, price)


def _title(coverage: Coverage) -> Text:
    name = coverage.agreement.title
    if coverage.single_year:
        return text("{name}: renewal of the contract", name=name)
    return text("{name}: extension of the contract", name=name)


def _counterparty(coverage: Coverage, cost: Cost | None) -> str | None:
    if cost is not None and cost.counterparty is not None:
        return cost.counterparty
    contract = coverage.agreement.contract
    named = (contract.counterparty or contract.vendor) if contract else None
    vendors = {unit.installation.unit.vendor for unit in coverage.units}
    return named or (vendors.pop() if len(vendors) == 1 else None)


def _basis(coverage: Coverage, part: Gap) -> Text:
    """Return the finding that asks for it, and how much of its days it covers."""
    gap = coverage.gap
    inside = part.within(gap) if gap else None
    days, total = inside.days if inside else 0, gap.days if gap else 0
    if coverage.single_year:
        return text(
            "STD203: {days} of {total} days to the cutover", days=days, total=total
        )
    return text("STD201: {days} of {total} days of the gap", days=days, total=total)
