"""The units with their systems and contracts, one after the other (一覧の行)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdmig.inventory.check_systems import unit_id
from stdmig.inventory.contracts import Contract
from stdmig.inventory.systems import System, SystemsFile, Unit


class ListedContract(NamedTuple):
    """A contract, of the file's list or of a unit, and the id that it goes by."""

    id: str
    contract: Contract


class ListedUnit(NamedTuple):
    """
    A row of the list.

    Attributes
    ----------
    unit
        None for a system that has none.
    id
        The unit's own, or what is made from its system and section; None where it is
        the only one of its system and has none.
    contracts
        In the order in which they run.
    """

    system: System
    unit: Unit | None = None
    id: str | None = None
    contracts: tuple[ListedContract, ...] = ()


class Listing(NamedTuple):
    """
    What is listed of an inventory.

    Attributes
    ----------
    contracts
        Those of the file's list in its order, then those that stand in their units.
        One of the list that has no id could be named by nothing and is left out.
    unused
        Those of the list that no unit names.
    """

    file: SystemsFile
    units: tuple[ListedUnit, ...]
    contracts: tuple[ListedContract, ...]
    unused: tuple[ListedContract, ...]

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the sections that own a unit, in the order of the file."""
        owners = (row.unit.section for row in self.units if row.unit is not None)
        return tuple(dict.fromkeys(owners))


def listing(file: SystemsFile, section: str | None = None) -> Listing:
    """
    Return what is listed: all, or a section's units with their contracts.

    Systems that do not apply, and systems without units, are listed too.
    """
    declared = {
        contract.id: ListedContract(contract.id, contract)
        for contract in file.contracts
        if contract.id is not None
    }
    rows = tuple(_rows(file, declared))
    named = {each.id for row in rows for each in row.contracts}
    unused = tuple(each for name, each in declared.items() if name not in named)
    if section is not None:
        rows = tuple(row for row in rows if row.unit and row.unit.section == section)
        unused = ()
        named = {each.id for row in rows for each in row.contracts}
    inline = dict.fromkeys(
        each for row in rows for each in row.contracts if each.id not in declared
    )
    kept = (each for name, each in declared.items() if section is None or name in named)
    return Listing(file, rows, (*kept, *inline), unused)


def _rows(
    file: SystemsFile, declared: dict[str, ListedContract]
) -> Iterator[ListedUnit]:
    for system in file.systems:
        if not system.units:
            yield ListedUnit(system)
        alone = len(system.units) == 1
        for unit in system.units:
            name = unit_id(system.id, unit.section, unit.id, alone=alone)
            contracts = tuple(
                declared[contract]
                if isinstance(contract, str)
                else ListedContract(contract.id or name, contract)
                for contract in unit.contracts
            )
            shown = unit.id if alone else name
            yield ListedUnit(system, unit, shown, contracts)
