"""The rules of time of one scenario, per task, link and cutover (時間の規則)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from stdmig.dates import Rule, Window
from stdmig.inventory import Inventory, WorkItem
from stdmig.network import Network, Purchase, Request, Task
from stdmig.schedule.budget_rules import asking, both, spending, tendering
from stdmig.schedule.budget_way import BudgetWay, budget_ways
from stdmig.schedule.cutover_groups import Group
from stdmig.schedule.money_at_hand import MoneyAtHand
from stdmig.schedule.settled import Settled
from stdmig.schedule.task_rules import task_rules

FULL_ASSESSMENT = "full_assessment"
"""The condition that holds for a task, not for the municipality (全項目評価)."""


class Duration(NamedTuple):
    """
    Shortest, longest and likely duration in calendar months (想定月数).

    Attributes
    ----------
    stated
        What it mostly takes, where the file says so.
    """

    min: int
    max: int
    stated: int | None = None

    @property
    def likely(self) -> int:
        """Return what it mostly takes; else the midpoint, rounded up to months."""
        if self.stated is not None:
            return self.stated
        return (self.min + self.max + 1) // 2


@dataclass(frozen=True, slots=True)
class Timing:
    """
    Monotone maps from day to day.

    Attributes
    ----------
    tasks
        From start to finish (the first day after the last), per task.
    links
        From a predecessor's finish to the earliest start of its successor, for the
        pairs of places that have such a rule, the same pairs in every scenario; all
        others may start at once.
    cutovers
        From the day everything is ready to the next day on which a system may be
        cut over, per system that has such a rule.
    ways
        The ways to the money that `links` allows, per purchase (places of its request
        and its contract).
    windows
        The window inside which a request for an ordinary budget must lie, by its place.
    paid
        The keys in `ways` of the purchases whose money a task spends, by its place.
    money
        When there is money for a task that spends it, where not at all times.
    sessions
        The ways by which a debt obligation can be voted before the ordinary budget.
    settled
        The tasks that progress has taken out of the rules' hands.
    order
        Systems that are wanted on one day or after others, if there are any.
    """

    tasks: tuple[Rule, ...]
    links: dict[tuple[int, int], Rule] = field(default_factory=dict)
    cutovers: dict[int, Rule] = field(default_factory=dict)
    ways: dict[tuple[int, int], tuple[BudgetWay, ...]] = field(default_factory=dict)
    windows: dict[int, Window] = field(default_factory=dict)
    paid: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    money: dict[int, MoneyAtHand] = field(default_factory=dict)
    sessions: tuple[BudgetWay, ...] = ()
    settled: dict[int, Settled] = field(default_factory=dict)
    order: tuple[Group, ...] = ()


def duration(item: WorkItem, conditions: tuple[str, ...]) -> Duration:
    """
    Return an item's months where `conditions` hold.

    A variant replaces what it gives; its ``up_to`` only records what the source
    notes.
    """
    shortest, longest = item.months.min, item.months.max
    stated = item.months.likely
    for variant in item.variants:
        if variant.when in conditions:
            shortest = shortest if variant.min is None else variant.min
            longest = longest if variant.max is None else variant.max
    shortest = min(shortest, longest)
    if stated is not None:
        # A variant moves the ends alone; what was likely stays between them.
        stated = max(shortest, min(stated, longest))
    return Duration(shortest, longest, stated)


def is_full_assessment(task: Task) -> bool:
    """Return whether a system of the task needs a full assessment (全項目評価)."""
    return any(system.needs_full_assessment for system in task.systems)


def durations(inventory: Inventory, tasks: Iterable[Task]) -> tuple[Duration, ...]:
    """Return the months of tasks."""
    stated = inventory.template.planning.conditions
    items = inventory.procedures.items
    by_item = {item.ref: duration(item, stated) for item in items}
    in_full = {
        item.ref: duration(item, (*stated, FULL_ASSESSMENT))
        for item in items
        if any(variant.when == FULL_ASSESSMENT for variant in item.variants)
    }
    return tuple(
        [
            in_full[task.item.ref]
            if task.item.ref in in_full and is_full_assessment(task)
            else by_item[task.item.ref]
            for task in tasks
        ]
    )


def slowest(network: Network, spans: tuple[Duration, ...]) -> Timing:
    """Return the safe scenario: maximum durations, ordinary budgets."""
    return timing(network, [span.max for span in spans], ordinary_only=True)


def likeliest(network: Network, spans: tuple[Duration, ...]) -> Timing:
    """Return the likely scenario: likely durations, ordinary budgets."""
    return timing(network, [span.likely for span in spans], ordinary_only=True)


def fastest(network: Network, spans: tuple[Duration, ...]) -> Timing:
    """Return the scenario of the last chance: minimum durations, every allowed way."""
    return timing(network, [span.min for span in spans])


def timing(
    network: Network,
    counts: Sequence[int],
    *,
    ordinary_only: bool = False,
    way: tuple[Purchase, str] | None = None,
) -> Timing:
    """
    Return the rules of a scenario.

    Parameters
    ----------
    network
        Tasks and purchases.
    counts
        Months per task.
    ordinary_only
        Whether what chose no way to its money takes the ordinary budget alone.
    way
        A purchase and the one way that it takes, with all that chose none.
    """
    rules = [*task_rules(network, counts)]
    links: dict[tuple[int, int], Rule] = {}
    ways: dict[tuple[int, int], tuple[BudgetWay, ...]] = {}
    windows: dict[int, Window] = {}
    paid: dict[int, tuple[tuple[int, int], ...]] = {}
    known = budget_ways(network.inventory.template)
    asked: tuple[Purchase | Request, ...] = (*network.purchases, *network.unspent)
    for each in asked if known else ():
        own = network.inventory.budget_choices.get(each.procurement.id)
        if way is not None and (own is None or each == way[0]):
            own = way[1]
        allowed = _allowed(known, own, ordinary_only=ordinary_only)
        rules[each.request] = asking(allowed, rules[each.request])
        if all(one.kind == "ordinary" for one in allowed):
            windows[each.request] = allowed[0].request
        if isinstance(each, Purchase):
            key = each.request, each.contract
            ways[key] = allowed
            for place in each.spending:
                paid[place] = *paid.get(place, ()), key
        for pair, link in _links(network, each, allowed, known[1:]):
            # A task that waits for the money of several has to wait for the last.
            links[pair] = both(links[pair], link) if pair in links else link
    return Timing(
        tuple(rules), links, ways=ways, windows=windows, paid=paid, sessions=known[1:]
    )


def _links(
    network: Network,
    each: Purchase | Request,
    allowed: tuple[BudgetWay, ...],
    sessions: tuple[BudgetWay, ...],
) -> Iterator[tuple[tuple[int, int], Rule]]:
    """Yield what waits for the money that is asked for, and the rule of the wait."""
    if isinstance(each, Purchase):
        for place in each.spending:
            yield (each.request, place), spending(allowed)
    after = network.inventory.template.planning.rfp_after
    if each.rfp is None or after == "request":
        return
    if each.request in network.before[each.rfp]:
        yield (each.request, each.rfp), tendering(allowed, after, sessions)


def _allowed(
    known: tuple[BudgetWay, ...], own: str | None, *, ordinary_only: bool
) -> tuple[BudgetWay, ...]:
    """Return the ways of a purchase: its own choice, else what the scenario says."""
    if own is not None:
        return tuple(each for each in known if each.id == own)
    return known[:1] if ordinary_only else known
