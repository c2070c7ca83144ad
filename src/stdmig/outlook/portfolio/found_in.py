"""Which systems a finding is about (指摘と業務)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from stdmig.diagnostics import Severity
from stdmig.inventory import Inventory
from stdmig.network import Procurement
from stdmig.rules import Finding
from stdmig.rules.later import LaterData

Named: TypeAlias = Mapping[str, Iterable[str]]
"""Ids of systems, by the name of something."""


class Subjects:
    """
    The systems behind what a finding names.

    Parameters
    ----------
    inventory
        Units, contracts, sections and packages.
    procurements
        By id.
    """

    def __init__(
        self, inventory: Inventory, procurements: Mapping[str, Procurement]
    ) -> None:
        self._inventory, self._procurements = inventory, procurements

    def systems(self, finding: Finding) -> set[str]:
        """Return the ids of the systems; none where it is about the whole."""
        data = finding.hit.data
        # What takes time to find never lists systems beside its subject.
        listed = () if isinstance(data, LaterData) else data.get("systems", ())
        found = {each for each in listed if isinstance(each, str)}
        # Of what is bought together not all need miss their day.
        if not found:
            for kind, name in finding.hit.subject.items():
                named = _KINDS.get(kind)
                if named is not None:
                    found.update(named(self, name))
        return found

    def of_contract(self, name: str) -> Iterable[str]:
        """Return the systems whose units a contract covers."""
        return self._of_contract.get(name, ())

    def of_procurement(self, name: str) -> Iterable[str]:
        """Return the systems that are bought together."""
        held = self._procurements.get(name)
        return [each.id for each in held.systems] if held else ()

    def of_unit(self, name: str) -> Iterable[str]:
        """Return the system of a unit."""
        return self._of_unit.get(name, ())

    def of_package(self, name: str) -> Iterable[str]:
        """Return the systems that a package delivers."""
        return self._of_package.get(name, ())

    def of_section(self, name: str) -> Iterable[str]:
        """Return the systems of which a section has units."""
        return self._of_section.get(name, ())

    @cached_property
    def _of_contract(self) -> Named:
        found: dict[str, list[str]] = {}
        for each in self._inventory.agreements:
            held = [placed.system.id for placed in each.installations]
            found.setdefault(each.id, []).extend(held)
        return found

    @cached_property
    def _of_unit(self) -> Named:
        return {each.id: (each.system.id,) for each in self._inventory.installations}

    @cached_property
    def _of_package(self) -> Named:
        found: dict[str, list[str]] = {}
        for each in self._inventory.installations:
            if each.unit.package:
                found.setdefault(each.unit.package, []).append(each.system.id)
        return found

    @cached_property
    def _of_section(self) -> Named:
        found: dict[str, list[str]] = {}
        for each in self._inventory.installations:
            found.setdefault(each.unit.section, []).append(each.system.id)
        return found


def _itself(_: Subjects, name: str) -> Iterable[str]:
    return (name,)


def _several(_: Subjects, names: str) -> Iterable[str]:
    return names.split(",")


_KINDS: dict[str, Callable[[Subjects, str], Iterable[str]]] = {
    "system": _itself,
    "with": _itself,
    "after": _itself,
    "first_systems": _several,
    "second_systems": _several,
    "contract": Subjects.of_contract,
    "procurement": Subjects.of_procurement,
    "unit": Subjects.of_unit,
    "package": Subjects.of_package,
    "section": Subjects.of_section,
}


class Found(NamedTuple):
    """How many errors and warnings name each system, by its id."""

    errors: Counter[str]
    warnings: Counter[str]


def found_in(findings: Sequence[Finding], subjects: Subjects) -> Found:
    """Return how many errors and warnings name each system."""
    found = Found(Counter(), Counter())
    for each in findings:
        if each.severity is not Severity.NOTE:
            kind = found.errors if each.severity is Severity.ERROR else found.warnings
            kind.update(subjects.systems(each))
    return found
