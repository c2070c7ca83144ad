"""Contracts, systems and units of a draft as entries of the file (下書きの項目)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from stdmig.inventory.contracts import Contract
from stdmig.inventory.draft import (
    DraftContract,
    DraftSystem,
    DraftUnit,
    Value,
)
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.systems import System, Unit
from stdmig.inventory.writing.collection import Data
from stdmig.inventory.writing.draft_values import Spell, told_values
from stdmig.inventory.writing.key_order import in_order
from stdmig.words import Text


class Entry(NamedTuple):
    """What is written for one subject, and what of it cannot be."""

    data: dict[str, Data]
    faults: list[Text]


def contract_entry(contract: DraftContract, spell: Spell) -> Entry:
    """Return a contract as an entry of ``contracts``."""
    values, faults = told_values("contract", Contract, contract.values, spell)
    return Entry({"id": contract.id, **values}, faults)


def unit_entry(unit: DraftUnit, spell: Spell) -> Entry:
    """Return a unit as an entry of its system; an id that follows is left out."""
    values, faults = told_values("unit", Unit, unit.values, spell)
    data: dict[str, Data] = {**values}
    if unit.id is not None and unit.id != f"{unit.system}/{values.get('section')}":
        data["id"] = unit.id
    if unit.contracts:
        several = len(unit.contracts) > 1
        data["contract"] = list(unit.contracts) if several else unit.contracts[0]
    return Entry(in_order("unit", data), faults)


def system_entry(
    system: DraftSystem, units: Iterable[DraftUnit], spell: Spell
) -> Entry:
    """
    Return a system with its units as an entry of ``systems``.

    Its name stands there even where it is the law's: a reader knows names, not ids.
    """
    values, faults = told_values("system", System, system.values, spell)
    data: dict[str, Data] = {"id": system.id, **_named(system.id, values)}
    written = [unit_entry(unit, spell) for unit in units]
    if written:
        data["units"] = [unit.data for unit in written]
    faults += [fault for unit in written for fault in unit.faults]
    return Entry(in_order("system", data), faults)


def _named(name: str, values: dict[str, Value]) -> dict[str, Value]:
    if name not in STATUTORY:
        return {"statutory": False, **values}
    return {"name": STATUTORY[name].ja, **values}


def systems_of(
    systems: Iterable[DraftSystem], units: Iterable[DraftUnit]
) -> list[DraftSystem]:
    """Return the systems in the law's order, with those that only units name."""
    named: dict[str, DraftSystem] = {}
    for system in systems:
        earlier = named[system.id].values if system.id in named else {}
        named[system.id] = DraftSystem(system.id, {**earlier, **system.values})
    for unit in units:
        named.setdefault(unit.system, DraftSystem(unit.system, {}))
    return sorted(named.values(), key=lambda system: law_place(system.id))


def law_place(system: str) -> int:
    """Return where the law names a system; those beyond it come last."""
    places = list(STATUTORY)
    return places.index(system) if system in STATUTORY else len(places)
