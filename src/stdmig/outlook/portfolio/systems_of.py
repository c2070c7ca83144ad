"""How each system of a municipality stands (業務の状況)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from stdmig.coverage import Coverage
from stdmig.inventory import System
from stdmig.outlook.portfolio.found_in import Found, Subjects, found_in
from stdmig.outlook.portfolio.gaps import gap_days
from stdmig.outlook.portfolio.town import SystemState, TownSystem
from stdmig.outlook.progress.steps import SystemSteps, system_steps
from stdmig.rules import Finding
from stdmig.schedule import Cutover, Plan


class _Known(NamedTuple):
    """What is known of the systems, by their ids."""

    days: dict[str, int]
    steps: dict[str, SystemSteps]
    found: Found
    vendors: dict[str, dict[str, None]]
    packages: dict[str, dict[str, None]]


def systems_of(
    plan: Plan, coverages: Iterable[Coverage], findings: Sequence[Finding]
) -> tuple[TownSystem, ...]:
    """
    Return the systems in the order of the file, those that do not apply among them.

    Parameters
    ----------
    plan, coverages
        The dates, and the contracts held against them.
    findings
        Those that count.
    """
    known = _known(plan, coverages, findings)
    cutovers = {each.system.id: each for each in plan.cutovers}
    return tuple(
        _system(system, cutovers.get(system.id), known, plan.as_of)
        for system in plan.inventory.file.systems
    )


def state_of(cutover: Cutover, as_of: date) -> SystemState:
    """Return how a system stands that applies here, the first that holds."""
    if cutover.source == "live":
        return "live"
    if cutover.day < as_of:
        return "overdue"
    if cutover.earliest > cutover.day or cutover.day > cutover.deadline:
        return "impossible"
    return "late" if cutover.early > cutover.day else "fits"


def _known(
    plan: Plan, coverages: Iterable[Coverage], findings: Sequence[Finding]
) -> _Known:
    vendors: dict[str, dict[str, None]] = {}
    packages: dict[str, dict[str, None]] = {}
    for placed in plan.inventory.installations:
        name, unit = placed.system.id, placed.unit
        if unit.vendor:
            vendors.setdefault(name, {})[unit.vendor] = None
        if unit.package:
            packages.setdefault(name, {})[unit.package] = None
    subjects = Subjects(plan.inventory, plan.network.procurements)
    return _Known(
        gap_days(coverages),
        {each.system.id: each for each in system_steps(plan.inventory, plan.as_of)},
        found_in(findings, subjects),
        vendors,
        packages,
    )


def _system(
    system: System, cutover: Cutover | None, known: _Known, as_of: date
) -> TownSystem:
    name, designated, steps = system.id, system.designated, known.steps.get(system.id)
    completion = designated.completion if designated else None
    is_open = cutover is not None and cutover.source != "live"
    return TownSystem(
        name,
        "absent" if cutover is None else state_of(cutover, as_of),
        cutover.day.toordinal() if cutover else None,
        cutover.deadline.toordinal() if cutover else None,
        cutover.early.toordinal() if cutover else None,
        cutover.earliest.toordinal() if cutover else None,
        (cutover.day - cutover.early).days if cutover and is_open else None,
        known.days.get(name, 0),
        designated is not None,
        designated.reason if designated else None,
        completion.toordinal() if completion else None,
        steps.done if steps else 0,
        steps.started if steps else 0,
        steps.not_applicable if steps else 0,
        steps.all if steps else 0,
        known.found.errors[name],
        known.found.warnings[name],
        tuple(known.vendors.get(name, ())),
        tuple(known.packages.get(name, ())),
    )
