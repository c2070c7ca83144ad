"""What a municipality still has to buy (これからの調達)."""

from __future__ import annotations

from stdmig.outlook.portfolio.town import TownPurchase
from stdmig.schedule import Plan


def purchases_of(plan: Plan) -> tuple[TownPurchase, ...]:
    """Return the procurements whose contract is not signed yet, in their order."""
    network, planned = plan.network, plan.planned
    joint = {each.id: each.joint for each in plan.inventory.file.procurements}
    signed_by: dict[str, int] = {}
    for name, contracts in network.contracts.items():
        open_ones = [place for place in contracts if not plan.is_over(place)]
        if open_ones:
            signed_by[name] = min(planned.finish[place] for place in open_ones)
    begun = _first_days(plan, signed_by)
    found = []
    for name, finish in signed_by.items():
        procurement = network.procurements[name]
        systems = [
            each.id for each in procurement.systems if each.id not in network.live
        ]
        found.append(
            TownPurchase(
                name,
                procurement.name.ja,
                joint.get(name),
                begun.get(name, finish),
                finish,
                min(plan.cutover(each).day for each in systems).toordinal(),
                tuple(systems),
                procurement.policy,
            )
        )
    return tuple(found)


def _first_days(plan: Plan, wanted: dict[str, int]) -> dict[str, int]:
    """Return the planned first day of the work for each procurement."""
    starts = plan.planned.start
    found: dict[str, int] = {}
    for place, task in enumerate(plan.tasks):
        if task.procurement is None or plan.is_over(place):
            continue
        name = task.procurement.id
        if name in wanted:
            found[name] = min(found.get(name, starts[place]), starts[place])
    return found
