"""Whether the ids in ``systems.yaml`` exist, once each (参照の検査)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.check_contract_rows import check_contract_rows
from stdmig.inventory.check_links import check_links
from stdmig.inventory.contracts import Contract
from stdmig.inventory.document import Document
from stdmig.inventory.mentions import Mention, differ, listed, repeated, unknown
from stdmig.inventory.quoted import quoted
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.systems import SystemsFile, Unit
from stdmig.words import text


def check_systems(file: SystemsFile, document: Document) -> Iterator[Diagnostic]:
    """Yield ``STD010`` and ``STD011`` of ``systems.yaml``."""
    yield from repeated(listed("specifications", file.specifications), document)
    yield from _repeated_contracts(file, document)
    if not differ([name for name, _, _ in _named_units(file)]):
        yield from repeated(_units_of_their_own(file), document)
    if not differ([system.id for system in file.systems]):
        together = text("write a system once, with all its units under it")
        yield from repeated(listed("systems", file.systems), document, together)
    for place, contract in enumerate(file.contracts):
        if contract.id is None:
            message = text("a contract in this list needs an id, so that units name it")
            yield Diagnostic("STD006", message, document.locate(("contracts", place)))
    for place, system in enumerate(file.systems):
        if system.statutory and system.id not in STATUTORY:
            mention = Mention(system.id, ("systems", place, "id"))
            yield _unknown_system(mention, document)
    yield from _unknown_specifications(file, document)
    yield from _unknown_contracts(file, document)
    yield from check_links(file, document)
    yield from check_contract_rows(file, document)


def _repeated_contracts(file: SystemsFile, document: Document) -> Iterator[Diagnostic]:
    inline = any(
        isinstance(contract, Contract)
        for system in file.systems
        for unit in system.units
        for contract in unit.contracts
    )
    declared = listed("contracts", file.contracts)
    yield from repeated([*contract_mentions(file)] if inline else declared, document)


def _unknown_specifications(
    file: SystemsFile, document: Document
) -> Iterator[Diagnostic]:
    ids = {group.id for group in file.specifications}
    named = [
        Mention(system.specification, ("systems", place, "specification"))
        for place, system in enumerate(file.systems)
        if system.specification is not None and system.specification not in ids
    ]
    known = listed("specifications", file.specifications)
    yield from unknown(named, known, document, "specifications")


def _unknown_contracts(file: SystemsFile, document: Document) -> Iterator[Diagnostic]:
    ids = {contract.id for contract in file.contracts}
    named = [
        Mention(contract, ("systems", place, "units", position, "contract", number))
        for place, system in enumerate(file.systems)
        for position, unit in enumerate(system.units)
        for number, contract in enumerate(unit.contracts)
        if isinstance(contract, str) and contract not in ids
    ]
    known = listed("contracts", file.contracts)
    yield from unknown(named, known, document, "contracts")


def _units_of_their_own(file: SystemsFile) -> list[Mention]:
    """Return the ids of the units, but not those made from a repeated system."""
    first = {system.id: place for place, system in reversed([*enumerate(file.systems)])}
    return [
        mention
        for mention, place, unit in _placed_units(file)
        if unit.id is not None or first[file.systems[place].id] == place
    ]


def _unknown_system(mention: Mention, document: Document) -> Diagnostic:
    named = {name.ja: key for key, name in STATUTORY.items()}
    close = get_close_matches(mention.id, [*STATUTORY, *named], n=1)
    if close:
        hint = text("did you mean '{key}'?", key=named.get(close[0], close[0]))
    else:
        hint = text(
            "write one of {ids}, or 'statutory: false' for a system beyond the law",
            ids=", ".join(STATUTORY),
        )
    return Diagnostic(
        "STD010",
        text("'{id}' is none of the 20 systems of the law", id=quoted(mention.id)),
        document.locate(mention.path),
        hint,
    )


def unit_id(system: str, section: str, own: str | None, *, alone: bool) -> str:
    """Return the id of a unit, made from its system where it has none of its own."""
    if own is not None:
        return own
    return system if alone else f"{system}/{section}"


def unit_mentions(file: SystemsFile) -> Iterator[Mention]:
    """Yield the id of every unit."""
    for mention, _, _ in _placed_units(file):
        yield mention


def _placed_units(file: SystemsFile) -> Iterator[tuple[Mention, int, Unit]]:
    for name, place, position in _named_units(file):
        path = ("systems", place, "units", position, "id")
        yield Mention(name, path), place, file.systems[place].units[position]


def _named_units(file: SystemsFile) -> Iterator[tuple[str, int, int]]:
    """Yield the id of every unit, with the place of its system and its own."""
    for place, system in enumerate(file.systems):
        alone = len(system.units) == 1
        for position, unit in enumerate(system.units):
            yield (
                unit_id(system.id, unit.section, unit.id, alone=alone),
                place,
                position,
            )


def contract_mentions(file: SystemsFile) -> Iterator[Mention]:
    """
    Yield the id of every contract, declared in the list or inline in a unit.

    An inline contract without an id goes by its unit's.
    """
    yield from listed("contracts", file.contracts)
    for mention, _, unit in _placed_units(file):
        for number, contract in enumerate(unit.contracts):
            if isinstance(contract, Contract):
                path = (*mention.path[:-1], "contract", number, "id")
                yield Mention(contract.id or mention.id, path)
