"""What is guessed of vendors, units and contracts (調達・契約の前提)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.network import Task
from stdmig.schedule.assumed_tasks import open_systems, tasks_of, tasks_where
from stdmig.schedule.assumption import Assumption
from stdmig.schedule.plan import Plan
from stdmig.words import count, text


def assumed_purchases(plan: Plan) -> Iterator[Assumption]:
    """Yield what is assumed of vendors, units and contracts."""
    yield from _policies(plan)
    yield from _nameless(plan)
    yield from _contracts(plan)


def _policies(plan: Plan) -> Iterator[Assumption]:
    """Yield the procurements whose vendor is taken to change, and why."""
    for procurement in plan.network.procurements.values():

        def bought(task: Task, name: str = procurement.id) -> bool:
            held = task.procurement
            drops = task.item.drops_when == "vendor_stays"
            return drops and held is not None and held.id == name

        for policy in ("undecided", "national"):
            units = [
                placed
                for placed in procurement.installations
                if placed.unit.policy == policy
                and placed.system.id not in plan.network.live
            ]
            if not units:
                continue
            if policy == "undecided":
                message = count(
                    "{name}: the vendor's policy is undecided for {n} unit;"
                    " planned as a change of vendor",
                    "{name}: the vendor's policy is undecided for {n} units;"
                    " planned as a change of vendor",
                    len(units),
                    name=procurement.name,
                )
            else:
                message = count(
                    "{name}: the nationally provided product counts as a change of"
                    " vendor for {n} unit",
                    "{name}: the nationally provided product counts as a change of"
                    " vendor for {n} units",
                    len(units),
                    name=procurement.name,
                )
            where = plan.inventory.locate((*units[0].path, "policy"))
            ids = tasks_where(plan, bought)
            yield Assumption(f"{policy}-{procurement.id}", message, where, ids)


def _nameless(plan: Plan) -> Iterator[Assumption]:
    placed = {each.system.id for each in plan.inventory.installations}
    for system in open_systems(plan):
        if system.id not in placed:
            message = text(
                "{name}: no unit is recorded; planned as one bought alone, with a"
                " change of vendor",
                name=system.title,
            )
            where = plan.inventory.locate_system(system)
            yield Assumption(
                f"no-unit-{system.id}", message, where, tasks_of(plan, system)
            )


def _contracts(plan: Plan) -> Iterator[Assumption]:
    inventory = plan.inventory
    for agreement in inventory.agreements:
        if agreement.contract is not None and agreement.contract.assumed:
            message = text("{name}: the contract's dates", name=agreement.title)
            where = inventory.locate(agreement.path)
            yield Assumption(f"contract-{agreement.id}", message, where, ())
