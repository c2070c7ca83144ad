"""What the work of the plan costs, per system and section (移行の経費)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from stdmig.budget.line import INITIAL, Amount, BudgetLine
from stdmig.budget.money import Money, is_paid_by
from stdmig.budget.prices import UNPRICED, figures, find_cost, heading, quoted
from stdmig.budget.request_state import state_remarks
from stdmig.dates import fiscal_year, fiscal_year_end, shown, split_by_fiscal_year
from stdmig.inventory import Cost, CostItem, Installation, System
from stdmig.inventory.procedures import Role
from stdmig.network import procurement_id
from stdmig.schedule import Plan
from stdmig.words import Text, count, listing, text


class _Buyer(NamedTuple):
    """A section's unit of a system, or a system that has none recorded."""

    system: System
    installation: Installation | None

    def task_id(self, ref: str, scope: str) -> str:
        if scope == "municipality":
            return ref
        if scope == "system" or self.installation is None:
            return f"{ref}@{self.system.id}"
        return f"{ref}@{procurement_id(self.installation)}"


class _Charge(NamedTuple):
    """
    A price, and who asks for it.

    Attributes
    ----------
    bearer
        The other unit of the system under which it is counted, so that a price for
        the whole system is not asked for twice.
    """

    cost: Cost | None
    bearer: Installation | None = None


def migration_lines(plan: Plan) -> Iterator[BudgetLine]:
    """Yield the lines of every cost item: one per unit and fiscal year."""
    for buyer in _buyers(plan):
        for item in plan.inventory.procedures.cost_items:
            span = _span(plan, buyer, item)
            if span is not None:
                yield from _lines(plan, buyer, item, *span)


def _buyers(plan: Plan) -> Iterator[_Buyer]:
    for system in plan.network.systems:
        if system.id in plan.network.live:
            continue
        units = _installations(plan, system)
        for placed in units:
            yield _Buyer(system, placed)
        if not units:
            yield _Buyer(system, None)


def _installations(plan: Plan, system: System) -> list[Installation]:
    return [each for each in plan.inventory.installations if each.system is system]


def _span(plan: Plan, buyer: _Buyer, item: CostItem) -> tuple[date, date] | None:
    """Return first and last day of what a cost item pays for, if it happens at all."""
    cutover = plan.cutover(buyer.system.id).day
    if item.from_cutover:
        return cutover, fiscal_year_end(fiscal_year(cutover))
    places = _places(plan, buyer, item.items)
    absent = plan.network.absent
    dates = [plan.dates(place) for place in places if place not in absent]
    if not dates:
        return None
    return min(each.planned_start for each in dates), max(
        each.planned_finish for each in dates
    )


def _places(plan: Plan, buyer: _Buyer, refs: tuple[str, ...]) -> list[int]:
    """Return the places of the buyer's own tasks of some items."""
    network, placed = plan.network, buyer.installation
    scopes = {item.ref: item.scope for item in plan.inventory.procedures.items}
    found = []
    for ref in refs:
        place = network.place_of.get(buyer.task_id(ref, scopes[ref]))
        if place is None:
            continue
        # A unit whose vendor stays shares the purchase, not its request for proposals.
        if placed is None or placed in network.tasks[place].installations:
            found.append(place)
    return found


def _lines(
    plan: Plan, buyer: _Buyer, item: CostItem, start: date, end: date
) -> Iterator[BudgetLine]:
    costs, placed = plan.inventory.costs, buyer.installation
    charge = _charge(plan, buyer, item)
    cost, price = charge.cost, quoted(costs, charge.cost)
    years = split_by_fiscal_year(start, end)
    money, calendar = _money(plan, buyer), plan.inventory.template.budget
    for position, (year, first, last) in enumerate(years):
        is_last = position == len(years) - 1
        told, remarks = figures(price, first, last, is_last=is_last)
        if charge.bearer is not None:
            told, remarks = Amount(), (_counted_with(charge.bearer),)
        elif cost is None and not item.from_cutover:
            # Work is no month of something: until it is priced it has no quantity.
            told, remarks = Amount(), (UNPRICED,)
        due = calendar.request_closes(year)
        if not item.from_cutover:
            due = money.request_due(year, due)
        state = money.request_state(plan, year, due)
        yield BudgetLine(
            fiscal_year=year,
            cost_item=item.id,
            system=buyer.system.id,
            contract=None,
            section=placed.unit.section if placed else None,
            sections=(placed.unit.section,) if placed else (),
            title=_title(plan, buyer, item),
            is_new=position == 0,
            start=first,
            end=last,
            debt_years=() if item.from_cutover else money.debt_years,
            request_due=due,
            amount=told,
            heading=heading(costs, cost),
            method=cost.method if cost else None,
            counterparty=_counterparty(buyer, item, cost),
            basis=_basis(item, start, end),
            remarks=(*state_remarks(state), *remarks),
            vote=INITIAL if item.from_cutover else money.vote(year),
            request_state=state,
        )


def _title(plan: Plan, buyer: _Buyer, item: CostItem) -> Text:
    """Return what is bought, with the unit where its section has two of the system."""
    system, placed = buyer.system, buyer.installation
    sections = [each.unit.section for each in _installations(plan, system)]
    if placed is None or sections.count(placed.unit.section) == 1:
        return text("{system}: {item}", system=system.title, item=item.title)
    return text(
        "{system} ({unit}): {item}",
        system=system.title,
        unit=placed.unit.name or placed.id,
        item=item.title,
    )


def _charge(plan: Plan, buyer: _Buyer, item: CostItem) -> _Charge:
    """Return the price for a unit: its own, else its share of the system's."""
    costs, system, own = plan.inventory.costs, buyer.system, buyer.installation
    if own is not None and _is_priced(plan, own, item):
        return _Charge(find_cost(costs, item.id, unit=own.id)[0])
    cost, _ = find_cost(costs, item.id, system=system.id)
    if cost is None:
        return _Charge(None)
    sharing = [
        placed
        for placed in _installations(plan, system)
        if not _is_priced(plan, placed, item)
        and _span(plan, _Buyer(system, placed), item) is not None
    ]
    return _Charge(cost, sharing[0] if sharing and sharing[0] is not own else None)


def _is_priced(plan: Plan, placed: Installation, item: CostItem) -> bool:
    """Return whether somebody gave a price for this very unit."""
    return find_cost(plan.inventory.costs, item.id, unit=placed.id)[1]


def _counted_with(bearer: Installation) -> Text:
    return text("counted in the line of {section}", section=bearer.unit.section)


def _money(plan: Plan, buyer: _Buyer) -> Money:
    """
    Return the money of the purchase that a buyer's work belongs to.

    The contract binds the town from its signing to the eve of the cutover.
    """
    absent = plan.network.absent
    signs = _places(plan, buyer, _refs(plan, "contract"))
    signing = [place for place in signs if place not in absent]
    asking = tuple(_places(plan, buyer, _refs(plan, "budget_request")))
    eve = plan.cutover(buyer.system.id).day - timedelta(days=1)
    for purchase in plan.network.purchases:
        if is_paid_by(purchase, signing, asking):
            paid = plan.funding(purchase)
            if paid is not None:
                return Money(paid, paid.debt_years(eve), asking)
    if not signing:
        return Money(None, asking=asking)
    signed = max(plan.dates(place).planned_finish for place in signing)
    later = tuple(range(fiscal_year(signed) + 1, fiscal_year(eve) + 1))
    return Money(None, later, asking)


def _refs(plan: Plan, role: Role) -> tuple[str, ...]:
    items = plan.inventory.procedures.items
    return tuple(item.ref for item in items if item.role == role)


def _counterparty(
    buyer: _Buyer, item: CostItem, cost: Cost | None
) -> str | Text | None:
    if cost is not None and cost.counterparty is not None:
        return cost.counterparty
    if item.from_cutover:
        # The government cloud's fee is paid to the state, not to a vendor.
        return text("the state")
    placed = buyer.installation
    return placed.unit.vendor if placed and placed.unit.policy == "stay" else None


def _basis(item: CostItem, start: date, end: date) -> Text:
    if item.from_cutover:
        return text("cutover {day}", day=shown(start))
    return count(
        "item {items}: {start} to {end}",
        "items {items}: {start} to {end}",
        len(item.items),
        items=listing(item.items),
        start=shown(start),
        end=shown(end),
    )
