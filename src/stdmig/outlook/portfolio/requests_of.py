"""How many lines of which budget are still to be asked for (要求待ちの件数)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from stdmig.budget.money import Money, is_paid_by
from stdmig.budget.request_state import request_state
from stdmig.coverage import Coverage
from stdmig.dates import fiscal_year, fiscal_year_end
from stdmig.inventory import CostItem
from stdmig.inventory.procedures import Role
from stdmig.network import Purchase, Task
from stdmig.schedule import Funding, Plan, bridges

Paid: TypeAlias = Sequence[tuple[Purchase, Funding]]
"""The money of the purchases for which anything is known of budgets."""

_Asking: TypeAlias = tuple[date, int]
"""Last day to ask, and the fiscal year that pays."""


def requests_of(
    plan: Plan, coverages: Sequence[Coverage], paid: Paid
) -> Counter[_Asking]:
    """
    Return how many lines somebody still has to ask for, by day and fiscal year.

    They are the lines of `budget.budget` that `outlook.open_requests` keeps, counted
    without being written.
    """
    found: Counter[_Asking] = Counter()
    for line in (*_work(plan, paid), *_extensions(coverages), *_bridges(plan)):
        if line.due is not None and line.due >= plan.as_of:
            found[line.due, line.year] += line.number
    return found


class _Lines(NamedTuple):
    """Lines of a fiscal year with the same last day to ask, None where it is past."""

    year: int
    due: date | None
    number: int = 1


class _Buyer(NamedTuple):
    """
    A unit, or a system that has none recorded, and its own tasks.

    Attributes
    ----------
    spans
        First and last day of what a cost item pays for, by the item's place.
    signing, asking
        Places of the tasks that sign the contract and ask for its money.
    """

    system: str
    spans: dict[int, tuple[int, int]]
    signing: list[int]
    asking: list[int]


class _Kind(NamedTuple):
    """What buyers with the same lines have in common; see `_Buyer`."""

    cutover: date
    spans: tuple[tuple[int, tuple[int, int]], ...]
    signing: tuple[int, ...]
    asking: tuple[int, ...]


def _work(plan: Plan, paid: Paid) -> Iterator[_Lines]:
    """Yield the lines of the migration."""
    costs = plan.inventory.procedures.cost_items
    alike = Counter(
        _Kind(
            plan.cutover(buyer.system).day,
            tuple(buyer.spans.items()),
            tuple(buyer.signing),
            tuple(buyer.asking),
        )
        for buyer in _buyers(plan, costs)
    )
    moneys: dict[tuple[tuple[int, ...], ...], _Due] = {}
    for kind, number in alike.items():
        key = kind.signing, kind.asking
        if key not in moneys:
            moneys[key] = _Due(plan, _money(paid, kind))
        due = moneys[key]
        for start, last in map(itemgetter(1), kind.spans):
            for year in _years(start, last, plan.as_of):
                yield _Lines(year, due.of_work(year), number)
        services = sum(cost.from_cutover for cost in costs)
        for year in _first_year(kind.cutover, plan.as_of):
            yield _Lines(year, due.of_service(year), number * services)


def _first_year(cutover: date, as_of: date) -> range:
    """Return the fiscal year of a cutover if it is not over."""
    year = fiscal_year(cutover)
    return range(year, year + (fiscal_year_end(year) >= as_of))


class _Due:
    """By when the lines that one purchase pays for are to be asked for."""

    def __init__(self, plan: Plan, money: Money) -> None:
        self._plan, self._money = plan, money
        self._work: dict[int, date | None] = {}

    def of_work(self, year: int) -> date | None:
        """Return the last day to ask for work; None where nothing is left to ask."""
        if year not in self._work:
            usual = self._plan.inventory.template.budget.request_closes(year)
            due = self._money.request_due(year, usual)
            self._work[year] = self._if_open(year, due)
        return self._work[year]

    def of_service(self, year: int) -> date | None:
        """Return the last day to ask for what runs from the cutover on."""
        return self._if_open(
            year, self._plan.inventory.template.budget.request_closes(year)
        )

    def _if_open(self, year: int, due: date | None) -> date | None:
        state = self._money.request_state(self._plan, year, due)
        return due if state == "open" else None


def _money(paid: Paid, kind: _Kind) -> Money:
    for purchase, money in paid:
        if is_paid_by(purchase, kind.signing, kind.asking):
            return Money(money, asking=kind.asking)
    return Money(None, asking=kind.asking)


def _buyers(plan: Plan, costs: Sequence[CostItem]) -> Iterator[_Buyer]:
    """Yield who buys: every unit, and every system without one, that is not live."""
    inventory, live = plan.inventory, plan.network.live
    units = {
        each.id: _Buyer(each.system.id, {}, [], [])
        for each in inventory.installations
        if each.system.id not in live
    }
    held = {each.system.id for each in inventory.installations}
    bare = {
        each.id: _Buyer(each.id, {}, [], [])
        for each in inventory.systems
        if each.id not in held and each.id not in live
    }
    paid_for: dict[str, list[int]] = {}
    for number, cost in enumerate(costs):
        for ref in cost.items:
            paid_for.setdefault(ref, []).append(number)
    for place, task in enumerate(plan.tasks):
        numbers, role = paid_for.get(task.item.ref, ()), task.item.role
        if numbers or role in _ROLES:
            for buyer in _of_task(task, units, bare):
                _add(plan, buyer, place, numbers, role)
    yield from units.values()
    yield from bare.values()


_ROLES = frozenset(("contract", "budget_request"))


def _of_task(
    task: Task, units: dict[str, _Buyer], bare: dict[str, _Buyer]
) -> Iterator[_Buyer]:
    for placed in task.installations:
        yield units[placed.id]
    for system in task.systems:
        if system.id in bare:
            yield bare[system.id]


def _add(
    plan: Plan, buyer: _Buyer, place: int, numbers: Sequence[int], role: Role | None
) -> None:
    absent = place in plan.network.absent
    if role == "contract" and not absent:
        buyer.signing.append(place)
    elif role == "budget_request":
        buyer.asking.append(place)
    if absent:
        return
    start, last = plan.planned.start[place], plan.planned.finish[place] - 1
    for number in numbers:
        known = buyer.spans.get(number, (start, last))
        buyer.spans[number] = min(start, known[0]), max(last, known[1])


def _years(start: int, last: int, as_of: date) -> range:
    """Return the fiscal years of a span that are not over."""
    if last < as_of.toordinal():
        return range(0)
    first = max(date.fromordinal(start), as_of)
    return range(fiscal_year(first), fiscal_year(date.fromordinal(last)) + 1)


def _extensions(coverages: Sequence[Coverage]) -> Iterator[_Lines]:
    for coverage in coverages:
        for ask in coverage.asks:
            asked = coverage.asked(ask) not in (None, "planned")
            over = asked or ask.state == "closed" or ask.span.end < coverage.as_of
            yield _Lines(ask.fiscal_year, None if over else ask.closes)


def _bridges(plan: Plan) -> Iterator[_Lines]:
    if not plan.inventory.file.links:
        return
    for group in bridges(plan):
        span = group.start.toordinal(), group.end.toordinal()
        for year in _years(*span, plan.as_of):
            due = plan.inventory.template.budget.request_closes(year)
            is_open = request_state(plan, due) == "open"
            yield _Lines(year, due if is_open else None)
