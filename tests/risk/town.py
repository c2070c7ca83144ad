"""Small towns whose risk can be reckoned by hand (小さな自治体)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil

from stdmig.risk.assess import assess
from stdmig.risk.result import Limit, Risk
from stdmig.schedule import Plan
from tests.schedule.town import Business, Item, Town, plan_of

AS_OF = date(2025, 4, 1)


def chain(
    *months: tuple[int, int], cutover: date = date(2027, 4, 1), **more: object
) -> Plan:
    """Return a plan of one system whose items follow each other, without windows."""
    items = tuple(
        Item(str(place + 1), "system", *each, (str(place),) * bool(place))
        for place, each in enumerate(months)
    )
    return plan_of(
        Town(
            items,
            (str(len(items)),),
            (Business("juki", cutover=cutover),),
            as_of=AS_OF,
            **more,  # type: ignore[arg-type]
        )
    )


def limits(plan: Plan) -> list[Limit]:
    """Return the planned cutovers and the deadlines."""
    found = []
    for place, each in enumerate(plan.cutovers):
        found.append(Limit("cutover", each.day, place))
        found.append(Limit("deadline", each.deadline, place))
    return found


def risk(plan: Plan, samples: int = 1000, **more: object) -> Risk:
    """Return the risk of a plan, from few samples."""
    return assess(plan, limits(plan), samples=samples, **more)  # type: ignore[arg-type]


def quantile(days: Sequence[int], share: float) -> date:
    """Return the first day by which a share of some days has come out."""
    place = max(ceil(share * len(days) - 1e-9), 1) - 1
    return date.fromordinal(sorted(days)[place])
