"""Which budget pays for what, procurement by procurement (予算の見通し)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from stdmig.dates import fiscal_year
from stdmig.network import Procurement, Purchase
from stdmig.schedule import BudgetOption, Funding, Plan, budget_options


class BudgetGroup(NamedTuple):
    """
    Procurements that the same budget pays for.

    Attributes
    ----------
    procurements
        In the order of the file.
    planned
        The money of the planned dates.
    debt_years
        Later fiscal years, for which it needs a debt obligation (債務負担行為).
    paid
        Refs of the work items whose work falls into each fiscal year from the
        contract on.
    last
        The last budget by which the cutover can be kept: shortest durations, any
        allowed way.
    options
        Every allowed way with the longest durations, for the procurement that is
        ready last; empty where the planned way is in time.
    """

    procurements: tuple[Procurement, ...]
    planned: Funding
    debt_years: tuple[int, ...]
    paid: dict[int, tuple[str, ...]]
    last: Funding | None
    options: tuple[BudgetOption, ...]


def budget_groups(
    plan: Plan, systems: frozenset[str] | None = None, *, apart: bool = False
) -> tuple[BudgetGroup, ...]:
    """
    Return the budgets of a plan, the first to be asked for first.

    Parameters
    ----------
    plan
        The dates.
    systems
        Ids of the systems that the reader looks at; None means all.
    apart
        Whether every procurement has a group of its own, as programs want it.
    """
    alike: dict[object, list[Purchase]] = {}
    for purchase in plan.network.purchases:
        paid = plan.funding(purchase)
        wanted = systems is None or any(
            each.id in systems for each in purchase.procurement.systems
        )
        if paid is not None and wanted:
            last = plan.funding(purchase, "quick")
            key = (
                paid.occasion,
                paid.debt_years(_eve(plan, purchase)),
                last and last.occasion,
                purchase if apart else None,
            )
            alike.setdefault(key, []).append(purchase)
    groups = [group for each in alike.values() for group in _group(plan, each)]
    return tuple(sorted(groups, key=lambda each: each.planned.occasion.closes))


def _group(plan: Plan, purchases: list[Purchase]) -> Iterator[BudgetGroup]:
    first = purchases[0]
    planned = plan.funding(first)
    if planned is None:
        return
    yield BudgetGroup(
        tuple(each.procurement for each in purchases),
        planned,
        planned.debt_years(_eve(plan, first)),
        _together(_paid(plan, each) for each in purchases),
        plan.funding(first, "quick"),
        _options(plan, purchases),
    )


def _options(plan: Plan, purchases: list[Purchase]) -> tuple[BudgetOption, ...]:
    """Return the ways of the purchase that is ready last, if it is late."""
    misses = {
        each: max(
            (cutover.early - cutover.day).days
            for system in each.procurement.systems
            for cutover in (plan.cutover(system.id),)
        )
        for each in purchases
    }
    worst = max(purchases, key=misses.__getitem__)
    if worst.request in plan.safe.settled:
        return ()
    return budget_options(plan, worst) if misses[worst] > 0 else ()


def _eve(plan: Plan, purchase: Purchase) -> date:
    """Return the day before the last cutover that the purchase works for."""
    days = (plan.cutover(each.id).day for each in purchase.procurement.systems)
    return max(days) - timedelta(days=1)


def _together(
    paid: Iterable[dict[int, set[tuple[int, str]]]],
) -> dict[int, tuple[str, ...]]:
    """Return the refs that any of some purchases has in each year, in their order."""
    found: dict[int, set[tuple[int, str]]] = {}
    for each in paid:
        for year, items in each.items():
            found.setdefault(year, set()).update(items)
    return {
        year: tuple(ref for _, ref in sorted(items))
        for year, items in sorted(found.items())
    }


def _paid(plan: Plan, purchase: Purchase) -> dict[int, set[tuple[int, str]]]:
    """Return the items from the contract on, by the fiscal years of their work."""
    found: dict[int, set[tuple[int, str]]] = {}
    for place in plan.network.under_contract(purchase):
        item, dates = plan.tasks[place].item, plan.dates(place)
        last = fiscal_year(dates.planned_finish)
        for year in range(fiscal_year(dates.planned_start), last + 1):
            found.setdefault(year, set()).add((item.number, item.ref))
    return found
