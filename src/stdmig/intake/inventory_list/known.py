"""The file that is there already, looked up from a list (既存の現況との照合)."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from stdmig.intake.inventory_list.plain import folded
from stdmig.inventory.check_systems import unit_id
from stdmig.inventory.contracts import Contract
from stdmig.inventory.systems import SystemsFile, Unit


class KnownContract(NamedTuple):
    """A contract of the file by the id under which it goes."""

    id: str
    contract: Contract


class KnownUnit(NamedTuple):
    """
    A unit of the file.

    Attributes
    ----------
    id
        The id under which it goes; its system's where it is alone and has none.
    own
        As a draft names it: None where it goes by its system.
    """

    system: str
    id: str
    own: str | None
    unit: Unit
    contracts: tuple[KnownContract, ...]


class Known:
    """The units and contracts of a file; without a file there are none."""

    def __init__(self, file: SystemsFile | None) -> None:
        self.systems = (
            frozenset(each.id for each in file.systems) if file else frozenset()
        )
        self.contracts = _declared(file) if file else {}
        self.units = _units(file, self.contracts) if file else ()
        self.contract_ids = frozenset(self.contracts) | {
            each.id for unit in self.units for each in unit.contracts
        }
        self._rows = _rows(self.units)
        self._by_id = {(unit.system, unit.id): unit for unit in self.units}
        self._many = Counter(unit.system for unit in self.units)
        self._left: dict[str, dict[str, KnownUnit]] = {}
        self._of_section: dict[tuple[str, str], list[KnownUnit]] = {}
        for unit in self.units:
            self._left.setdefault(unit.system, {})[unit.id] = unit
            section = unit.system, folded(unit.unit.section)
            self._of_section.setdefault(section, []).append(unit)

    def row_of(self, system: str, own: str, joined: str) -> tuple[str, ...] | None:
        """Return the contracts of a unit where a cell shows them as we write them."""
        return self._rows.get((system, own, joined))

    def contract(self, name: str) -> Contract | None:
        """Return the contract that goes under an id, or None where it is new."""
        if name in self.contracts:
            return self.contracts[name]
        inside = (each for unit in self.units for each in unit.contracts)
        return next((each.contract for each in inside if each.id == name), None)

    def take_by_id(self, system: str, own: str) -> KnownUnit | None:
        """Return the unit of an id, which no other row then means."""
        unit = self._by_id.get((system, own))
        return self._taken([unit] if unit and self._is_left(unit) else [])

    def take(self, system: str, section: str, name: str) -> KnownUnit | None:
        """Return the unit that a row without an id means, or None where it is new."""
        mine = [*self._left.get(system, {}).values()] if not section else []
        same = self._of_section.get((system, folded(section)), ())
        of_section = [each for each in same if self._is_left(each)]
        of_name = [each for each in of_section if _same(each.unit.name or "", name)]
        if of_name:
            return self._taken(of_name)
        if len(of_section) == 1:
            return self._taken(of_section)
        if len(mine) == 1 and not section:
            return self._taken(mine)
        return None

    def take_alone(self, system: str) -> KnownUnit | None:
        """Return the unit of a system that has only one in the file, if it is left."""
        left = [*self._left.get(system, {}).values()]
        return self._taken(left) if self._many[system] == 1 else None

    def left(self, system: str) -> tuple[KnownUnit, ...]:
        """Return the units of a system that no row means yet."""
        return tuple(self._left.get(system, {}).values())

    def _taken(self, units: list[KnownUnit]) -> KnownUnit | None:
        if not units:
            return None
        return self._left[units[0].system].pop(units[0].id)

    def _is_left(self, unit: KnownUnit) -> bool:
        return unit.id in self._left[unit.system]


def _same(one: str, other: str) -> bool:
    return folded(one) == folded(other)


def _rows(units: tuple[KnownUnit, ...]) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """Return the contracts of each unit, by what our own list shows of it."""
    rows: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for unit in units:
        ids = tuple(each.id for each in unit.contracts)
        rows[unit.system, unit.own or "", ", ".join(ids)] = ids
    return rows


def _declared(file: SystemsFile) -> dict[str, Contract]:
    return {each.id: each for each in file.contracts if each.id is not None}


def _units(file: SystemsFile, declared: dict[str, Contract]) -> tuple[KnownUnit, ...]:
    units = []
    for system in file.systems:
        alone = len(system.units) == 1
        for unit in system.units:
            name = unit_id(system.id, unit.section, unit.id, alone=alone)
            own = None if name == system.id != unit.id else name
            contracts = [
                KnownContract(each, declared[each])
                if isinstance(each, str)
                else KnownContract(each.id or name, each)
                for each in unit.contracts
                if not isinstance(each, str) or each in declared
            ]
            units.append(KnownUnit(system.id, name, own, unit, tuple(contracts)))
    return tuple(units)
