"""Units placed in their systems, and contracts with the units they cover (契約)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.inventory.check_systems import unit_id
from stdmig.inventory.contracts import Contract
from stdmig.inventory.document import Path
from stdmig.inventory.systems import System, SystemsFile, Unit
from stdmig.words import Name


class Installation(NamedTuple):
    """
    A unit where it stands (業務システム).

    Attributes
    ----------
    id
        Its own, or the system's where the system has no other unit.
    path
        Route to it in ``systems.yaml``.
    """

    id: str
    unit: Unit
    system: System
    path: Path


class Agreement(NamedTuple):
    """
    A contract and the units it keeps running.

    Attributes
    ----------
    id
        The contract's, or the unit's where the contract has none.
    contract
        None where a unit names no contract at all.
    installations
        The units it covers, in the order of the file.
    path
        Route to it in ``systems.yaml``.
    """

    id: str
    contract: Contract | None
    installations: tuple[Installation, ...]
    path: Path

    @property
    def title(self) -> Name:
        """Return what the contract is called: its own name, package, or unit."""
        if self.contract is not None and self.contract.name:
            return Name(self.contract.name)
        packages = {place.unit.package for place in self.installations}
        if len(packages) == 1 and (package := packages.pop()):
            return Name(package)
        return Name(self.id)


def place_units(file: SystemsFile) -> tuple[Installation, ...]:
    """Return every unit of the systems that apply, in the order of the file."""
    placed = []
    for place, system in enumerate(file.systems):
        if not system.applies:
            continue
        alone = len(system.units) == 1
        for position, unit in enumerate(system.units):
            name = unit_id(system.id, unit.section, unit.id, alone=alone)
            path = ("systems", place, "units", position)
            placed.append(Installation(name, unit, system, path))
    return tuple(placed)


def hold_contracts(
    file: SystemsFile, installations: tuple[Installation, ...]
) -> tuple[Agreement, ...]:
    """
    Return the contracts that cover at least one unit, declared ones first.

    A unit without a contract has an agreement of its own that knows no dates.
    """
    covered: dict[str, list[Installation]] = {}
    alone = []
    for placed in installations:
        contract = placed.unit.contract
        if isinstance(contract, str):
            covered.setdefault(contract, []).append(placed)
        elif contract is None:
            alone.append(Agreement(placed.id, None, (placed,), placed.path))
        else:
            path = (*placed.path, "contract")
            alone.append(Agreement(contract.id or placed.id, contract, (placed,), path))
    declared = [
        Agreement(contract.id, contract, tuple(units), ("contracts", place))
        for place, contract in enumerate(file.contracts)
        if contract.id and (units := covered.get(contract.id))
    ]
    return (*declared, *alone)
