"""How each procurement comes to its money (予算要求と契約の対応)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stdmig.inventory import Inventory
from stdmig.inventory.procedures import Role
from stdmig.network.item_graph import CUTOVER
from stdmig.network.network import Purchase, Request
from stdmig.network.walk import Walk, remaining


class Moneys(NamedTuple):
    """What is bought with money that is asked for, and what is asked for alone."""

    purchases: tuple[Purchase, ...]
    unspent: tuple[Request, ...]


def moneys(
    inventory: Inventory,
    walks: Sequence[Walk],
    places: Sequence[dict[str, int]],
    absent: frozenset[int],
) -> Moneys:
    """
    Return which tasks ask for money, which spend it, and the RFP between them.

    Where no money is asked for (対象外), nothing waits for it. Where no contract is to
    be made, the work that comes next spends the money. Where there is none either, it
    is asked for all the same, when such requests are taken.

    Parameters
    ----------
    walks, places
        What the units walk through, and the places of their tasks by the items' refs.
    absent
        Places of the tasks that do not apply.
    """
    refs: dict[Role, str] = {}
    for item in inventory.procedures.items:
        if item.role is not None:
            refs.setdefault(item.role, item.ref)
    request, rfp = refs.get("budget_request", ""), refs.get("rfp", "")
    contract = refs.get("contract", "")
    found: dict[tuple[int, int], Purchase] = {}
    alone: dict[tuple[int, int], Request] = {}
    for walk, place_of in zip(walks, places, strict=True):
        if request not in place_of or contract not in place_of:
            continue
        asks, signs = place_of[request], place_of[contract]
        if asks > signs or asks in absent:
            continue
        between = place_of.get(rfp)
        if between in absent:
            between = None
        known = found.get((asks, signs))
        if signs not in absent:
            if known is None or known.rfp is None:
                found[asks, signs] = Purchase(walk.procurement, asks, between, signs)
            continue
        spending = _following(inventory, walk, place_of, absent, contract)
        if known is not None:
            spending |= {*known.spending}
        for each in (known, alone.pop((asks, signs), None)):
            between = between if each is None or each.rfp is None else each.rfp
        if not spending:
            alone[asks, signs] = Request(walk.procurement, asks, between)
        else:
            first, *beside = sorted(spending)
            found[asks, signs] = Purchase(
                walk.procurement, asks, between, first, tuple(beside), signs=False
            )
    return Moneys(tuple(found.values()), tuple(alone.values()))


def _following(
    inventory: Inventory,
    walk: Walk,
    place_of: dict[str, int],
    absent: frozenset[int],
    ref: str,
) -> set[int]:
    """Return the tasks of a walk that come next after an item that does not apply."""
    graph = remaining(inventory, walk, place_of, absent - {place_of[ref]})
    return {
        place_of[each]
        for each, earlier in graph.before.items()
        if ref in earlier and each != CUTOVER
    }
