"""Units placed in their systems, and contracts with the units they cover (契約)."""

from __future__ import annotations

from datetime import date
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

    @property
    def title(self) -> Name:
        """Return what it is called: its own name, or its system's; else its id."""
        if self.unit.name:
            return Name(self.unit.name)
        alone = len(self.system.units) == 1
        return self.system.title if alone else Name(self.id)


class Follower(NamedTuple):
    """
    The contract that takes over from another (次の契約).

    Attributes
    ----------
    id, name
        What it goes by, and its name where it has one.
    start
        Its first day; the check of the file sees to it that it is known.
    """

    id: str
    name: str | None
    start: date

    @property
    def title(self) -> Name:
        """Return what it is called."""
        return Name(self.name or self.id)


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
    followers
        For each unit the contract that takes over, None where this is its last one.
    """

    id: str
    contract: Contract | None
    installations: tuple[Installation, ...]
    path: Path
    followers: tuple[Follower | None, ...]

    @property
    def title(self) -> Name:
        """
        Return what the contract is called: its own name, or its package.

        Else its id; where it has none either, the unit's name, or the system's.
        """
        if self.contract is not None and self.contract.name:
            return Name(self.contract.name)
        packages = {place.unit.package for place in self.installations}
        if len(packages) == 1 and (package := packages.pop()):
            return Name(package)
        if self.contract is not None and self.contract.id:
            return Name(self.id)
        return self.installations[0].title


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


def procurement_id(placed: Installation) -> str:
    """Return what a unit is bought under: as given, else package + vendor policy."""
    unit = placed.unit
    if unit.procurement is not None:
        return unit.procurement
    return f"{unit.package}:{unit.policy}" if unit.package else placed.id


class _Held(NamedTuple):
    """A contract where it stands, and its units so far with what takes over."""

    id: str
    contract: Contract
    path: Path
    units: list[tuple[Installation, Follower | None]]

    def agreement(self) -> Agreement:
        units = tuple(unit for unit, _ in self.units)
        followers = tuple(follower for _, follower in self.units)
        return Agreement(self.id, self.contract, units, self.path, followers)

    def follower(self) -> Follower | None:
        start = self.contract.start
        return None if start is None else Follower(self.id, self.contract.name, start)


def hold_contracts(
    file: SystemsFile, installations: tuple[Installation, ...]
) -> tuple[Agreement, ...]:
    """
    Return the contracts that cover at least one unit, declared ones first.

    A unit without a contract has an agreement of its own that knows no dates.
    """
    declared = {
        contract.id: _Held(contract.id, contract, ("contracts", place), [])
        for place, contract in enumerate(file.contracts)
        if contract.id
    }
    alone: list[Agreement] = []
    for placed in installations:
        row = _row(placed, declared)
        for held, after in zip(row, [*row, None][1:], strict=True):
            held.units.append((placed, after.follower() if after else None))
        alone += [held.agreement() for held in row if held.path[0] != "contracts"]
        if not row:
            alone.append(Agreement(placed.id, None, (placed,), placed.path, (None,)))
    known = (held.agreement() for held in declared.values() if held.units)
    return (*known, *alone)


def _row(placed: Installation, declared: dict[str, _Held]) -> list[_Held]:
    """Return the contracts of a unit in the order in which they run."""
    row = []
    for place, contract in enumerate(placed.unit.contracts):
        if isinstance(contract, str):
            row.append(declared[contract])
        else:
            path = (*placed.path, "contract", place)
            row.append(_Held(contract.id or placed.id, contract, path, []))
    return row


def unused_contracts(file: SystemsFile) -> tuple[tuple[Contract, Path], ...]:
    """Return the contracts of the list that no unit names, each with its place."""
    named = {
        contract
        for system in file.systems
        for unit in system.units
        for contract in unit.contracts
        if isinstance(contract, str)
    }
    return tuple(
        (contract, ("contracts", place))
        for place, contract in enumerate(file.contracts)
        if contract.id not in named
    )
