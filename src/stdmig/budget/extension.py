"""What it costs to prolong contracts up to the cutover (契約延長の経費)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stdmig.budget.line import BudgetLine
from stdmig.budget.prices import PER_MONTH, Price, figures, find_cost, heading, quoted
from stdmig.coverage import STATE_TITLES, Coverage, Gap
from stdmig.dates import split_by_fiscal_year
from stdmig.inventory import BudgetHeading, Cost, CostsFile
from stdmig.schedule import Plan
from stdmig.words import Text, text

EXTENSION = "extension"
"""The cost item that prolongs a contract."""


class _Quote(NamedTuple):
    """The entry of ``costs.yaml`` for a contract, and the price that holds for it."""

    cost: Cost | None
    price: Price


def extension_lines(
    plan: Plan, coverages: tuple[Coverage, ...]
) -> Iterator[BudgetLine]:
    """Yield the lines of every gap: one per contract and fiscal year."""
    for coverage in coverages:
        if coverage.gap is not None:
            yield from _lines(plan, coverage, coverage.gap)


def _lines(plan: Plan, coverage: Coverage, gap: Gap) -> Iterator[BudgetLine]:
    costs = plan.inventory.costs
    quote = _quote(costs, coverage)
    cost, sections = quote.cost, coverage.sections
    years = split_by_fiscal_year(gap.start, gap.end)
    for position, (year, first, last) in enumerate(years):
        is_last = position == len(years) - 1
        told, missing = figures(quote.price, first, last, is_last=is_last)
        yield BudgetLine(
            fiscal_year=year,
            cost_item=EXTENSION,
            system=None,
            contract=coverage.agreement.id,
            section=_asks(plan, sections),
            sections=sections,
            title=_title(coverage),
            is_new=position == 0 and not coverage.single_year,
            start=first,
            end=last,
            debt_years=() if coverage.single_year else coverage.fiscal_years[1:],
            request_due=plan.inventory.template.budget.request_closes(year),
            amount=told,
            heading=_heading(costs, cost, coverage),
            method=cost.method if cost else None,
            counterparty=_counterparty(coverage, cost),
            basis=_basis(coverage, (last - first).days + 1, gap.days),
            remarks=(*_state(coverage, first, last), *missing),
        )


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
    fee = contract.monthly_fee if contract else None
    cost, named = find_cost(costs, EXTENSION, contract=coverage.agreement.id)
    price = quoted(costs, cost)
    if fee is None or (named and price.unit_price is not None):
        return _Quote(cost, price)
    return _Quote(cost, Price(fee, unit=PER_MONTH, tax_rate=price.tax_rate))


def _asks(plan: Plan, sections: tuple[str, ...]) -> str | None:
    """Return who asks for the money: the one section, else the lead section."""
    if len(sections) == 1:
        return sections[0]
    return plan.inventory.municipality.lead_section


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


def _basis(coverage: Coverage, days: int, total: int) -> Text:
    if coverage.single_year:
        return text(
            "STD203: {days} of {total} days to the cutover", days=days, total=total
        )
    return text("STD201: {days} of {total} days of the gap", days=days, total=total)


def _state(coverage: Coverage, first: date, last: date) -> Iterator[Text]:
    """Yield how far the year's extension has come, so that nobody asks twice."""
    state = coverage.extension_state(first, last)
    if state is None:
        return
    if coverage.single_year:
        yield text("renewal {state}", state=STATE_TITLES[state])
    else:
        yield text("extension {state}", state=STATE_TITLES[state])
