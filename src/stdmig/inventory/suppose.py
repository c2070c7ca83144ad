"""A workspace as it would be under a supposition (想定の適用)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from stdmig.inventory.agreements import hold_contracts, place_units
from stdmig.inventory.capacity import CapacityFile, SectionCapacity, VendorCapacity
from stdmig.inventory.inventory import Inventory
from stdmig.inventory.scenarios import SupposedCapacity, SupposedSystem, Supposition
from stdmig.inventory.systems import System
from stdmig.inventory.template import TemplateFile

Limit = TypeVar("Limit", SectionCapacity, VendorCapacity)


def suppose(inventory: Inventory, supposition: Supposition) -> Inventory:
    """
    Return an inventory with what a supposition changes; all else stays.

    Places still point into the files as they are written, since the supposition has
    changed no file. A system that the inventory does not have changes nothing: the
    reading of ``scenarios.yaml`` has refused it.

    Parameters
    ----------
    inventory
        The workspace as it is.
    supposition
        One of its ``scenarios``.
    """
    supposed = {each.system: each for each in supposition.systems}
    systems = tuple(
        _system(system, supposed[system.id]) if system.id in supposed else system
        for system in inventory.file.systems
    )
    file = inventory.file.model_copy(update={"systems": systems})
    installations = place_units(file)
    return replace(
        inventory,
        file=file,
        systems=tuple(system for system in systems if system.applies),
        installations=installations,
        agreements=hold_contracts(file, installations),
        template=_template(inventory.template, supposition),
        capacity=_capacity(inventory.capacity, supposition.capacity),
    )


def _system(system: System, supposed: SupposedSystem) -> System:
    changed: dict[str, object] = {}
    if supposed.cutover is not None:
        changed["cutover"] = supposed.cutover
    if supposed.deadline is not None:
        changed["deadline"] = supposed.deadline
    if supposed.policy is not None:
        policy = {"policy": supposed.policy}
        changed["units"] = tuple(
            unit.model_copy(update=policy) for unit in system.units
        )
    return system.model_copy(update=changed)


def _template(template: TemplateFile, supposition: Supposition) -> TemplateFile:
    changed: dict[str, object] = {}
    if supposition.deadline is not None:
        day = {"date": supposition.deadline}
        changed["deadline"] = template.deadline.model_copy(update=day)
    planning: dict[str, object] = {}
    if supposition.cutover is not None:
        planning["cutover"] = supposition.cutover
    if supposition.durations is not None:
        planning["durations"] = supposition.durations
    if planning:
        changed["planning"] = template.planning.model_copy(update=planning)
    return template.model_copy(update=changed)


def _capacity(
    known: CapacityFile | None, supposed: SupposedCapacity | None
) -> CapacityFile | None:
    """Return who can do how much; what the supposition does not name stays."""
    if supposed is None:
        return known
    file = known or CapacityFile(schema="stdmig.capacity/1")
    changed: dict[str, object] = {
        "sections": _instead(file.sections, supposed.sections),
        "vendors": _instead(file.vendors, supposed.vendors),
    }
    if supposed.lead is not None:
        changed["lead"] = supposed.lead
    return file.model_copy(update=changed)


def _instead(known: Iterable[Limit], supposed: Iterable[Limit]) -> tuple[Limit, ...]:
    """Return limits with others in their place: of a section, of a vendor's items."""
    found = {_whose(each): each for each in known}
    return tuple((found | {_whose(each): each for each in supposed}).values())


def _whose(limit: SectionCapacity | VendorCapacity) -> tuple[object, ...]:
    if isinstance(limit, VendorCapacity):
        return limit.vendor, frozenset(limit.items)
    return (limit.section,)
