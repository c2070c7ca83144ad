"""Whether the ids in ``systems.yaml`` exist, once each (参照の検査)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.check_contract_rows import check_contract_rows
from stdmig.inventory.check_links import check_links
from stdmig.inventory.contracts import Contract
from stdmig.inventory.document import Document, Path
from stdmig.inventory.mentions import Mention, listed, repeated, unknown
from stdmig.inventory.quoted import quoted
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.systems import SystemsFile, Unit
from stdmig.words import text


def check_systems(file: SystemsFile, document: Document) -> Iterator[Diagnostic]:
    """Yield ``STD010`` and ``STD011`` of ``systems.yaml``."""
    specifications = listed("specifications", file.specifications)
    declared = listed("contracts", file.contracts)
    contracts = list(contract_mentions(file))
    systems = listed("systems", file.systems)
    for mentions in (specifications, contracts, _units_of_their_own(file)):
        yield from repeated(mentions, document)
    together = text("write a system once, with all its units under it")
    yield from repeated(systems, document, together)
    for place, contract in enumerate(file.contracts):
        if contract.id is None:
            message = text("a contract in this list needs an id, so that units name it")
            yield Diagnostic("STD006", message, document.locate(("contracts", place)))
    for place, system in enumerate(file.systems):
        path: Path = ("systems", place)
        if system.statutory and system.id not in STATUTORY:
            yield _unknown_system(Mention(system.id, (*path, "id")), document)
        if system.specification is not None:
            mention = Mention(system.specification, (*path, "specification"))
            yield from unknown([mention], specifications, document, "specifications")
        named = [
            Mention(contract, (*path, "units", position, "contract", number))
            for position, unit in enumerate(system.units)
            for number, contract in enumerate(unit.contracts)
            if isinstance(contract, str)
        ]
        yield from unknown(named, declared, document, "contracts")
    yield from check_links(file, document)
    yield from check_contract_rows(file, document)


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
    for place, system in enumerate(file.systems):
        alone = len(system.units) == 1
        for position, unit in enumerate(system.units):
            name = unit_id(system.id, unit.section, unit.id, alone=alone)
            path = ("systems", place, "units", position, "id")
            yield Mention(name, path), place, unit


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
