"""What the plan leans on although no source states it (前提)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from stdmig.dates import shown
from stdmig.diagnostics import Location
from stdmig.inventory import Path, System
from stdmig.network import CUTOVER, Task, links
from stdmig.schedule.plan import Plan
from stdmig.words import Text, count, text


class Assumption(NamedTuple):
    """
    A guess of the plan.

    Attributes
    ----------
    id
        Stable name.
    text
        What is taken to be true.
    location
        Where the file says so.
    tasks
        Ids of the tasks whose dates lean on it.
    """

    id: str
    text: Text
    location: Location
    tasks: tuple[str, ...]


def assumptions(plan: Plan) -> tuple[Assumption, ...]:
    """Return what is assumed: the municipality's facts first, then the procedure's."""
    return (
        *_policies(plan),
        *_nameless(plan),
        *_assessments(plan),
        *_publications(plan),
        *_contracts(plan),
        *_durations(plan),
        *_links(plan),
        *_calendar(plan),
    )


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
            ids = _ids(plan, bought)
            yield Assumption(f"{policy}-{procurement.id}", message, where, ids)


def _nameless(plan: Plan) -> Iterator[Assumption]:
    placed = {each.system.id for each in plan.inventory.installations}
    for system in plan.network.systems:
        if system.id not in placed:
            message = text(
                "{name}: no unit is recorded; planned as one bought alone, with a"
                " change of vendor",
                name=system.title,
            )
            where = plan.inventory.locate_system(system)
            yield Assumption(f"no-unit-{system.id}", message, where, _of(plan, system))


def _assessments(plan: Plan) -> Iterator[Assumption]:
    for system in plan.network.systems:
        if system.assessment is not None and system.assessment.assumed:
            message = (
                text("{name}: an assessment (PIA) is needed", name=system.title)
                if system.needs_assessment
                else text("{name}: needs no assessment (PIA)", name=system.title)
            )
            where = plan.inventory.locate_system(system)
            name = f"assessment-{system.id}"
            yield Assumption(name, message, where, _of(plan, system))


def _publications(plan: Plan) -> Iterator[Assumption]:
    inventory = plan.inventory
    for place, group in enumerate(inventory.file.specifications):
        if not group.assumed or group.published is None:
            continue

        def waits(task: Task, name: str = group.id) -> bool:
            return task.item.waits_for == "specification" and any(
                system.specification == name for system in task.systems
            )

        message = text(
            "the specifications of {group} are published by {day}",
            group=group.title,
            day=shown(group.published),
        )
        where = inventory.locate(("specifications", place, "published"))
        name = f"publication-{group.id}"
        yield Assumption(name, message, where, _ids(plan, waits))


def _contracts(plan: Plan) -> Iterator[Assumption]:
    inventory = plan.inventory
    for agreement in inventory.agreements:
        if agreement.contract is not None and agreement.contract.assumed:
            message = text("{name}: the contract's dates", name=agreement.title)
            where = inventory.locate(agreement.path)
            yield Assumption(f"contract-{agreement.id}", message, where, ())


def _durations(plan: Plan) -> Iterator[Assumption]:
    document = plan.inventory.documents.procedures
    for place, item in enumerate(plan.inventory.procedures.items):
        if item.months.assumed or item.assumed:
            message = text(
                "item {ref} {name} takes {min} to {max} months",
                ref=item.ref,
                name=item.title,
                min=item.months.min,
                max=item.months.max,
            )
            where = document.locate(("items", place, "months"))
            ids = _of_item(plan, item.ref)
            if ids:
                yield Assumption(f"months-{item.ref}", message, where, ids)


def _links(plan: Plan) -> Iterator[Assumption]:
    """Yield the links between items that no source states."""
    procedures = plan.inventory.procedures
    paths: dict[str, Path] = {
        item.ref: ("items", place, "after")
        for place, item in enumerate(procedures.items)
    }
    paths[CUTOVER] = ("cutover", "after")
    for ref, after in links(procedures).items():
        for position, link in enumerate(after):
            if not link.assumed:
                continue
            where = plan.inventory.documents.procedures.locate((*paths[ref], position))
            if ref == CUTOVER:
                message = text("item {item} ends before the cutover", item=link.item)
                ids = _of_item(plan, link.item)
            else:
                message = text(
                    "item {item} ends before item {ref} begins",
                    item=link.item,
                    ref=ref,
                )
                ids = _of_item(plan, ref)
            if ids:
                yield Assumption(f"link-{link.item}-{ref}", message, where, ids)


def _calendar(plan: Plan) -> Iterator[Assumption]:
    template = plan.inventory.template
    document = plan.inventory.documents.template
    if template.deadline.assumed:
        message = text("the deadline is {day}", day=shown(plan.deadline))
        yield Assumption("deadline", message, document.locate(("deadline",)), ())
    request = template.budget.request
    if request is not None and request.assumed:
        message = text(
            "budget requests for the next fiscal year are taken from"
            " {start} to {end} (month-day)",
            start="{:02}-{:02}".format(*request.start),
            end="{:02}-{:02}".format(*request.end),
        )
        where = document.locate(("budget", "request"))
        yield Assumption("budget-request", message, where, ())


def _of(plan: Plan, system: System) -> tuple[str, ...]:
    return _ids(
        plan,
        lambda task: task.item.scope != "municipality" and task.is_for(system),
    )


def _of_item(plan: Plan, ref: str) -> tuple[str, ...]:
    return _ids(plan, lambda task: task.item.ref == ref)


def _ids(plan: Plan, wanted: Callable[[Task], bool]) -> tuple[str, ...]:
    return tuple(task.id for task in plan.tasks if wanted(task))
