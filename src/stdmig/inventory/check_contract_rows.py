"""Whether the contracts of a unit run one after the other (続く契約の検査)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.contracts import Contract
from stdmig.inventory.document import Document, Path
from stdmig.inventory.systems import SystemsFile, Unit
from stdmig.words import text


class _Written(NamedTuple):
    contract: Contract
    path: Path


def check_contract_rows(file: SystemsFile, document: Document) -> Iterator[Diagnostic]:
    """
    Yield ``STD006`` and ``STD007`` for rows of contracts that are in no order.

    A contract that takes over needs its first day, lest a hole before it stay unseen,
    and begins and ends later than the one before it: two contracts that run beside
    each other are no row, and the end of one would be lost.
    """
    if all(len(unit.contracts) < 2 for each in file.systems for unit in each.units):
        return
    declared = {
        contract.id: _Written(contract, ("contracts", place))
        for place, contract in enumerate(file.contracts)
        if contract.id is not None
    }
    for place, system in enumerate(file.systems):
        for position, unit in enumerate(system.units):
            path: Path = ("systems", place, "units", position, "contract")
            for before, after, number in _handovers(unit, path, declared):
                yield from _handover(before, after, document, (*path, number))


def _handovers(
    unit: Unit, path: Path, declared: dict[str, _Written]
) -> Iterator[tuple[_Written, _Written, int]]:
    """Yield each contract with the next one and its number in the list."""
    row = [
        declared.get(contract)
        if isinstance(contract, str)
        else _Written(contract, (*path, number))
        for number, contract in enumerate(unit.contracts)
    ]
    for number, (before, after) in enumerate(pairwise(row), start=1):
        # Ids that name nothing have a fault of their own.
        if before is not None and after is not None:
            yield before, after, number


def _handover(
    before: _Written, after: _Written, document: Document, path: Path
) -> Iterator[Diagnostic]:
    earlier, later = before.contract, after.contract
    if later.start is None:
        message = text("a contract that takes over from another needs its 'start'")
        yield Diagnostic("STD006", message, document.locate(after.path))
        return
    if _comes_later(later.start, earlier.start) and _comes_later(
        later.end, earlier.end
    ):
        return
    yield Diagnostic(
        "STD007",
        text("this contract does not run after the one before it in the list"),
        document.locate(path),
        text(
            "write the contracts of a unit in the order in which they run, each"
            " beginning and ending later than the one before"
        ),
        ((document.locate(before.path), text("the one before is here")),),
    )


def _comes_later(day: date | None, before: date | None) -> bool:
    return day is None or before is None or day > before
