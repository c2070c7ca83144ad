"""What each way to the money would mean for a procurement (予算の選択肢)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.network import Purchase
from stdmig.schedule.budget_way import BudgetWay, budget_ways
from stdmig.schedule.funding import Funding, funding, late_pass
from stdmig.schedule.passes import Backward
from stdmig.schedule.plan import Plan
from stdmig.schedule.scenario import Scenario
from stdmig.schedule.timing import Timing

_A_CENTURY = 36_525


class BudgetOption(NamedTuple):
    """
    One way to the money of a purchase, planned backward and forward.

    Attributes
    ----------
    way
        The way; all other purchases that chose none of their own take it too.
    late
        The budget that pays in the late dates, None where none reaches so far.
    first_start
        The day by which the first of the unfinished tasks that its own cutovers wait
        for must be begun.
    early
        The budget that pays in the early dates; where the money of the first has lapsed
        by then, the one of the same way that is asked for again.
    cutover
        The first day on which all its systems could be cut over.
    missed_by
        Days by which that is after the planned cutover; 0 where the way is in time.
    """

    purchase: Purchase
    way: BudgetWay
    late: Funding | None
    first_start: date
    early: Funding | None
    cutover: date
    missed_by: int


def budget_options(
    plan: Plan, purchase: Purchase, *, quick: bool = False
) -> tuple[BudgetOption, ...]:
    """
    Return what every allowed way would mean, the one that may be begun last first.

    A way whose money lapses in the late dates, before the vendor can be chosen, is
    none. In the early dates it is asked for again.

    Parameters
    ----------
    plan
        The dates.
    purchase
        Whose money it is.
    quick
        Whether minimum durations are taken, as for the last chance.
    """
    ways = budget_ways(plan.inventory.template)
    found = [_option(plan, purchase, way, quick=quick) for way in ways]
    open_ways = [each for each in found if each.late is None or each.late.in_time]
    return tuple(sorted(open_ways, key=lambda each: each.first_start, reverse=True))


def _early(plan: Plan, scenario: Scenario, purchase: Purchase) -> Funding | None:
    """Return the budget that pays in early dates, asked for again where one lapses."""
    paid = funding(plan.network, scenario.timing, scenario.early, purchase)
    if paid is None:
        return None
    pays = paid.occasion
    while pays.lapses < paid.signed[0]:
        pays = pays.way.occasion(pays.closes + 1)
    return paid._replace(occasion=pays, in_time=True)


def _option(
    plan: Plan, purchase: Purchase, way: BudgetWay, *, quick: bool
) -> BudgetOption:
    scenario = plan.by_way(purchase, way.id, quick=quick)
    network = plan.network
    held = {system.id for system in purchase.procurement.systems}
    systems = [place for place, each in enumerate(network.systems) if each.id in held]
    late = _late_alone(plan, scenario.timing, systems)
    first = min(
        (
            late.start[place]
            for each in systems
            for place in plan.ahead.ancestors(each)
            if place not in plan.safe.settled
        ),
        default=late.start[purchase.request],
    )
    cutover = max(scenario.early.cutover[each] for each in systems)
    misses = (
        scenario.early.cutover[each] - plan.cutovers[each].day.toordinal()
        for each in systems
    )
    return BudgetOption(
        purchase,
        way,
        funding(network, scenario.timing, late, purchase),
        date.fromordinal(first),
        _early(plan, scenario, purchase),
        date.fromordinal(cutover),
        max(0, *misses),
    )


def _late_alone(plan: Plan, rules: Timing, systems: list[int]) -> Backward:
    """Return the late pass in which no other system's cutover sets a date."""
    days = [each.day.toordinal() for each in plan.cutovers]
    far = max(days) + _A_CENTURY
    own = [day if place in systems else far for place, day in enumerate(days)]
    return late_pass(plan.ahead, rules, own)


class SoonerWay(NamedTuple):
    """
    A way by which a procurement would be ready sooner than by ordinary budgets.

    Attributes
    ----------
    early
        The budget that pays in the early dates.
    cutover
        The first day on which all its systems could be cut over.
    """

    early: Funding
    cutover: date


def sooner_way(plan: Plan, purchase: Purchase) -> SoonerWay | None:
    """
    Return the way by which all could be cut over sooner than in the safe plan.

    With the longest durations; of several it is the soonest, and of those the one
    that is asked for last.
    """
    held = {system.id for system in purchase.procurement.systems}
    network = plan.network
    systems = [place for place, each in enumerate(network.systems) if each.id in held]
    safe = max(plan.early.cutover[place] for place in systems)
    found = []
    for way in budget_ways(plan.inventory.template):
        scenario = plan.by_way(purchase, way.id, quick=False)
        day = max(scenario.early.cutover[place] for place in systems)
        paid = _early(plan, scenario, purchase)
        if day < safe and paid is not None:
            found.append(SoonerWay(paid, date.fromordinal(day)))
    return min(
        found,
        key=lambda each: (each.cutover, -each.early.occasion.closes),
        default=None,
    )
