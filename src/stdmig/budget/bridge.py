"""What it costs to bridge two cutover days (暫定連携の経費)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.budget.asking_section import asking_section
from stdmig.budget.line import Amount, BudgetLine
from stdmig.budget.prices import UNPRICED, figures, find_cost, heading, quoted
from stdmig.budget.request_state import request_state, state_remarks
from stdmig.dates import shown, split_by_fiscal_year
from stdmig.inventory.costs import BRIDGE
from stdmig.schedule import BridgeGroup, Plan, bridges
from stdmig.words import Text, count, text


def bridge_lines(plan: Plan) -> Iterator[BudgetLine]:
    """Yield the lines of every pair of cutover days: one per fiscal year."""
    for group in bridges(plan):
        yield from _lines(plan, group)


def _lines(plan: Plan, group: BridgeGroup) -> Iterator[BudgetLine]:
    costs = plan.inventory.costs
    cost, _ = find_cost(costs, BRIDGE)
    price, sections = quoted(costs, cost), _sections(plan, group)
    years = split_by_fiscal_year(group.start, group.end)
    for position, (year, first, last) in enumerate(years):
        is_last = position == len(years) - 1
        told, missing = figures(price, first, last, is_last=is_last)
        if cost is None:
            # Work is no month of something: until it is priced it has no quantity.
            told, missing = Amount(), (UNPRICED,)
        due = plan.inventory.template.budget.request_closes(year)
        state = request_state(plan, due)
        yield BudgetLine(
            fiscal_year=year,
            cost_item=BRIDGE,
            system=None,
            contract=None,
            section=asking_section(plan, sections),
            sections=sections,
            title=text(
                "Temporary bridge of the cutovers {first} and {second}",
                first=shown(group.first_day),
                second=shown(group.second_day),
            ),
            is_new=position == 0,
            start=first,
            end=last,
            debt_years=tuple(later for later, _, _ in years[1:]),
            request_due=due,
            amount=told,
            heading=heading(costs, cost),
            method=cost.method if cost else None,
            counterparty=cost.counterparty if cost else None,
            basis=_basis(group),
            remarks=(*state_remarks(state), text("joint test needed"), *missing),
            request_state=state,
        )


def _sections(plan: Plan, group: BridgeGroup) -> tuple[str, ...]:
    """Return the sections of the systems on either side."""
    joined = {system.id for system in (*group.first_systems, *group.second_systems)}
    return tuple(
        dict.fromkeys(
            placed.unit.section
            for placed in plan.inventory.installations
            if placed.system.id in joined
        )
    )


def _basis(group: BridgeGroup) -> Text:
    return count(
        "STD401: {n} pair of systems apart",
        "STD401: {n} pairs of systems apart",
        len(group.bridges),
    )
