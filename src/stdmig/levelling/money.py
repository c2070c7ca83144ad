"""How the money of a purchase binds its starts (予算と着手の関係)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from stdmig.network import Network, Purchase
from stdmig.schedule import Plan
from stdmig.schedule.budget_rules import spending, tendering
from stdmig.schedule.funding import Dated, first_to_spend, funding
from stdmig.schedule.timing import Timing


class Bound(NamedTuple):
    """
    What the money of the purchases asks of a levelled plan.

    Attributes
    ----------
    lapsing
        Purchases whose contract must begin before the money that was asked for first
        lapses.
    late_only
        Purchases of which only the late dates are known to be in time; their tasks
        keep them.
    lost
        Purchases whose money lapses in the late dates as well.
    """

    lapsing: tuple[Purchase, ...]
    late_only: tuple[Purchase, ...]
    lost: tuple[Purchase, ...]


def by_one_way(plan: Plan, timing: Timing, late: Dated) -> Timing:
    """
    Return the rules in which every purchase has one way to its money.

    Where several are allowed, it is the one that pays in the late dates, as long as
    these keep its days.
    """
    links, ways = {**timing.links}, {**timing.ways}
    after = plan.inventory.template.planning.rfp_after
    for each in plan.network.purchases:
        key = each.request, each.contract
        if len(timing.ways.get(key, ())) < _SEVERAL:
            continue
        paid = funding(plan.network, timing, late, each)
        if paid is None or not paid.in_time:
            continue
        way = (paid.occasion.way,)
        usable = spending(way)
        own = {(each.request, place): usable for place in each.spending}
        if each.rfp is not None and (each.request, each.rfp) in links:
            own[each.request, each.rfp] = tendering(way, after, timing.sessions)
        done = late.finish[each.request]
        if all(rule(done) <= late.start[place] for (_, place), rule in own.items()):
            links.update(own)
            ways[key] = way
    return replace(timing, links=links, ways=ways)


def bound(network: Network, timing: Timing, late: Dated) -> Bound:
    """Return what the money asks of the starts, given the latest dates."""
    lapsing, late_only, lost = [], [], []
    for each in network.purchases:
        if first_to_spend(each, late) in timing.settled:
            continue
        paid = funding(network, timing, late, each)
        if paid is None:
            continue
        if not paid.in_time:
            lost.append(each)
        elif paid.signed[0] <= last_day(timing, each, paid.asked[1]):
            lapsing.append(each)
        else:
            late_only.append(each)
    return Bound(tuple(lapsing), tuple(late_only), tuple(lost))


def last_day(timing: Timing, purchase: Purchase, asked: int) -> int:
    """Return the last day to begin the contract with the first money asked for."""
    ways = timing.ways[purchase.request, purchase.contract]
    return min(way.occasion(asked - 1).lapses for way in ways)


def tasks_of_money(purchases: Sequence[Purchase]) -> set[int]:
    """Return the places of the tasks by which purchases come to their money."""
    return {place for each in purchases for place in each.places}


_SEVERAL = 2
