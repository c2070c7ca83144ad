"""The ends of contracts and the budget windows with their chances (期限別の確率)."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from stdmig.outlook.risk.focus import Focus
from stdmig.schedule import Plan
from stdmig.words import Readable, Text, text

Kind = Literal["contract", "budget"]

KINDS: dict[Kind, Text] = {
    "contract": text("Contract's last day"),
    "budget": text("Budget request by"),
}


class LimitRow(NamedTuple):
    """
    A day that is to be kept.

    Attributes
    ----------
    id
        Of the contract or the procurement.
    day
        The contract's last day, or the last day of the request.
    share
        Its chance; of a contract that several systems need, the least.
    systems
        Whom it concerns.
    """

    kind: Kind
    id: str
    name: Readable
    day: date
    share: float
    systems: tuple[Readable, ...]


def limit_rows(focus: Focus) -> list[LimitRow]:
    """Return contracts, then budget requests, each by day and name."""
    found = [*_contracts(focus), *_budgets(focus)]
    order: dict[Kind, int] = {"contract": 0, "budget": 1}
    return sorted(found, key=lambda each: (order[each.kind], each.day, each.id))


def _contracts(focus: Focus) -> list[LimitRow]:
    plan = focus.risk.plan
    found: dict[tuple[str, date], LimitRow] = {}
    for each in focus.systems:
        for limit, share in each.chances:
            if limit.kind != "contract" or limit.name is None:
                continue
            key, own = (limit.name, limit.day), focus.system(each).title
            known = found.get(key)
            if known is None:
                title = _contract(plan, limit.name)
                row = LimitRow("contract", limit.name, title, limit.day, share, (own,))
                found[key] = row
            elif own not in known.systems:
                found[key] = known._replace(
                    share=min(known.share, share), systems=(*known.systems, own)
                )
    return list(found.values())


def _contract(plan: Plan, name: str) -> Readable:
    return next(
        (each.title for each in plan.inventory.agreements if each.id == name),
        text("{name}", name=name),
    )


def _budgets(focus: Focus) -> list[LimitRow]:
    shown = {focus.system(each).id for each in focus.systems}
    found = []
    for limit, share in focus.risk.budgets:
        purchase = limit.purchase
        if purchase is None:
            continue
        own = purchase.procurement
        systems = tuple(each.title for each in own.systems if each.id in shown)
        if systems:
            row = LimitRow("budget", own.id, own.title, limit.day, share, systems)
            found.append(row)
    return found
