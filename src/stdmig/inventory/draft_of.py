"""What a file says of the systems, as a draft (現況の下書きへの変換)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.inventory.check_systems import unit_id
from stdmig.inventory.contracts import Contract
from stdmig.inventory.document import Path
from stdmig.inventory.draft import (
    Draft,
    DraftContract,
    DraftSystem,
    DraftUnit,
    Value,
)
from stdmig.inventory.fields import Fact
from stdmig.inventory.systems import SystemsFile, Unit


def draft_of(file: SystemsFile) -> Draft:
    """
    Return the draft that says what a file says, key by key.

    Lists and mappings below the keys (extensions, accounts, assessment) have no place
    in a draft. A contract that stands in its unit is listed under the id by which it
    goes, behind those of the file's own list.
    """
    places = list(units_of(file))
    inline = (
        DraftContract(name, values_of(contract))
        for _, own, unit in places
        for name, contract in contracts_of(unit, own)
        if contract is not None
    )
    declared = (
        DraftContract(contract.id, values_of(contract))
        for contract in file.contracts
        if contract.id is not None
    )
    return Draft(
        values_of(file.municipality),
        (*declared, *inline),
        tuple(DraftSystem(system.id, values_of(system)) for system in file.systems),
        tuple(
            DraftUnit(
                file.systems[path[1]].id,
                None if own == file.systems[path[1]].id != unit.id else own,
                values_of(unit),
                tuple(name for name, _ in contracts_of(unit, own)),
            )
            for path, own, unit in places
        ),
    )


def units_of(
    file: SystemsFile,
) -> Iterator[tuple[tuple[str, int, str, int], str, Unit]]:
    """Yield every unit with the route to it and the id by which it goes."""
    for place, system in enumerate(file.systems):
        alone = len(system.units) == 1
        for position, unit in enumerate(system.units):
            own = unit_id(system.id, unit.section, unit.id, alone=alone)
            yield ("systems", place, "units", position), own, unit


def contracts_of(unit: Unit, own: str) -> Iterator[tuple[str, Contract | None]]:
    """Yield the ids of a unit's contracts, with those that stand in the unit itself."""
    for contract in unit.contracts:
        if isinstance(contract, str):
            yield contract, None
        else:
            yield contract.id or own, contract


def inline_contracts(file: SystemsFile) -> Iterator[tuple[str, Path, Contract]]:
    """Yield the contracts that stand in their units: id, route, contract."""
    for path, own, unit in units_of(file):
        for place, (name, contract) in enumerate(contracts_of(unit, own)):
            if contract is not None:
                yield name, (*path, "contract", place), contract


def values_of(fact: Fact) -> dict[str, Value]:
    """Return the single values that a mapping gives, by their keys; ids left out."""
    fields = type(fact).model_fields
    given = {
        field.alias or name: getattr(fact, name)
        for name, field in fields.items()
        if name in fact.model_fields_set and name != "id"
    }
    return {key: value for key, value in given.items() if isinstance(value, _SINGLE)}


_SINGLE = (str, int, date)
