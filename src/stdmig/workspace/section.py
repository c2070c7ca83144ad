"""What of a plan concerns one section (担当課別)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdmig.coverage import Coverage
from stdmig.inventory import Inventory
from stdmig.rules import Finding
from stdmig.schedule import Assumption, MilestoneDate, Plan
from stdmig.words import Name

if TYPE_CHECKING:
    # The check looks at sections, not at budgets.
    from stdmig.budget import BudgetLine


def sections(inventory: Inventory) -> tuple[str, ...]:
    """Return the sections that own a unit, in the order of the file."""
    return tuple(
        dict.fromkeys(placed.unit.section for placed in inventory.installations)
    )


def places_of(plan: Plan, section: str | None) -> list[int]:
    """Return the tasks of a section, with the municipality's; all where None."""
    return [
        place
        for place, task in enumerate(plan.tasks)
        if section is None or section in task.sections
    ]


def systems_of(inventory: Inventory, section: str | None) -> frozenset[str] | None:
    """Return the ids of the systems that have a unit in the section; None for all."""
    if section is None:
        return None
    return frozenset(
        placed.system.id
        for placed in inventory.installations
        if placed.unit.section == section
    )


def designated_of(
    inventory: Inventory, section: str | None
) -> tuple[tuple[str, Name], ...]:
    """Return id and name of the designated systems with a unit in the section."""
    own = systems_of(inventory, section)
    return tuple(
        (system.id, system.title)
        for system in inventory.systems
        if system.designated and (own is None or system.id in own)
    )


def coverages_of(
    coverages: tuple[Coverage, ...], section: str | None
) -> tuple[Coverage, ...]:
    """Return the contracts that cover a unit of the section."""
    return tuple(
        each for each in coverages if section is None or section in each.sections
    )


def milestones_of(
    plan: Plan, milestones: tuple[MilestoneDate, ...], section: str | None
) -> tuple[MilestoneDate, ...]:
    """Return the milestones of the section's systems."""
    own = systems_of(plan.inventory, section)
    if own is None:
        return milestones
    narrowed = (
        each._replace(systems=tuple(s for s in each.systems if s.id in own))
        for each in milestones
    )
    return tuple(each for each in narrowed if each.systems)


def assumptions_of(
    plan: Plan, assumptions: tuple[Assumption, ...], section: str | None
) -> tuple[Assumption, ...]:
    """Return what the section's tasks lean on, and what no task alone leans on."""
    if section is None:
        return assumptions
    own = {plan.tasks[place].id for place in places_of(plan, section)}
    narrowed = (
        (each, each._replace(tasks=tuple(task for task in each.tasks if task in own)))
        for each in assumptions
    )
    return tuple(mine for each, mine in narrowed if mine.tasks or not each.tasks)


def findings_of(
    plan: Plan, findings: tuple[Finding, ...], section: str | None
) -> tuple[Finding, ...]:
    """
    Return the findings about what the section has.

    That is systems, contracts, procurements, packages and its own load; a bridge
    concerns both sides.
    """
    inventory, systems = plan.inventory, systems_of(plan.inventory, section)
    if systems is None:
        return findings
    own = {
        "system": systems,
        "with": systems,
        "after": systems,
        "unit": {
            placed.id
            for placed in inventory.installations
            if placed.unit.section == section
        },
        "contract": {
            agreement.id
            for agreement in inventory.agreements
            if any(each.unit.section == section for each in agreement.installations)
        },
        "procurement": {
            procurement.id
            for procurement in plan.network.procurements.values()
            if any(each.unit.section == section for each in procurement.installations)
        },
        "package": {
            placed.unit.package
            for placed in inventory.installations
            if placed.unit.section == section
        },
        "first_systems": systems,
        "second_systems": systems,
        "section": {section},
    }

    def concerns(finding: Finding) -> bool:
        subject = finding.hit.subject
        if subject.keys() & own.keys():
            return any(
                not own.get(kind, frozenset()).isdisjoint(_named(kind, names))
                for kind, names in subject.items()
            )
        return not systems.isdisjoint(finding.hit.data.get("systems", ()))

    return tuple(filter(concerns, findings))


def _named(kind: str, names: str) -> list[str]:
    """Return the ids in a part of a subject; only a list of systems holds several."""
    return names.split(",") if kind.endswith("_systems") else [names]


def lines_of(
    lines: tuple[BudgetLine, ...], section: str | None
) -> tuple[BudgetLine, ...]:
    """Return the budget lines that serve the section."""
    return tuple(each for each in lines if section is None or section in each.sections)
