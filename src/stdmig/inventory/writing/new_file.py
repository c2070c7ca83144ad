"""A new systems.yaml that teaches how to go on with it (現況ファイルの新規作成)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory.draft import Draft, DraftSystem, DraftUnit
from stdmig.inventory.read_systems import read_systems
from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.inventory.schema.modeline import modeline
from stdmig.inventory.source import Source
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.systems import Municipality, System
from stdmig.inventory.writing import header
from stdmig.inventory.writing.collection import (
    Layout,
    entry_lines,
    mapping_lines,
    pair_lines,
)
from stdmig.inventory.writing.comment import comment, hint_lines, unknown_line
from stdmig.inventory.writing.day import day_in_file
from stdmig.inventory.writing.designated import (
    designation_comment,
    designation_line,
)
from stdmig.inventory.writing.draft_values import told, told_values
from stdmig.inventory.writing.entries import (
    contract_entry,
    system_entry,
    systems_of,
    unit_entry,
)
from stdmig.inventory.writing.key_order import Owner
from stdmig.words import Style, Text, text

NAME = "systems.yaml"
"""What the file is called."""

_LAYOUT = Layout()
_OF_A_UNIT = ("vendor", "package", "contract")
_OF_A_CONTRACT = ("vendor", "start", "end")


def new_systems_yaml(
    draft: Draft, style: Style
) -> tuple[bytes | None, list[Diagnostic]]:
    """
    Write a whole ``systems.yaml`` with comments for somebody new to YAML.

    Parameters
    ----------
    draft
        What is known. A system without units has a place for them; one that does not
        apply says why, or asks for it.
    style
        Language of the comments, and how days are written.

    Returns
    -------
    The file, which reads without a fault and says what the draft says; None where it
    could not, with the reasons (``STD025``).
    """
    writer = _Writer(draft, style)
    lines = list(writer.lines())
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
    faults = [_fault(why) for why in writer.faults]
    if not faults:
        _, _, wrong = read_systems(Source(NAME, data))
        faults = [_fault(fault.message, lines, fault.location.line) for fault in wrong]
    return (None if faults else data), faults


def _fault(why: Text, lines: Sequence[str] = (), place: int = 1) -> Diagnostic:
    message = text("the file would be at fault: {why}", why=why)
    help_ = None
    if place <= len(lines):
        written = lines[place - 1].strip()
        help_ = text(
            "its line {line} would read: {written}", line=place, written=written
        )
    return Diagnostic("STD025", message, Location(NAME), help_)


class _Writer:
    """Writes one file; what cannot be written is remembered."""

    def __init__(self, draft: Draft, style: Style) -> None:
        self.draft = draft
        self.style = style
        self.faults: list[Text] = []
        self._designated = {each.system: each for each in draft.designated or ()}

    def lines(self) -> Iterator[str]:
        yield from comment(header.HEADER, self.style)
        yield modeline(INPUT_FILES[0])
        yield "schema: stdmig.systems/1"
        yield ""
        yield from self._municipality()
        yield ""
        yield from self._contracts()
        yield from self._systems()
        yield from self._not_listed()
        yield ""
        yield from comment(header.FILE, self.style)
        yield from hint_lines("file", 0, self.style)

    def _spell(self, day: date) -> date | str:
        return day_in_file(day, self.style)

    def _municipality(self) -> Iterator[str]:
        yield from comment(header.MUNICIPALITY, self.style)
        yield from hint_lines("municipality", 2, self.style)
        yield "municipality:"
        values, faults = told_values(
            "municipality", Municipality, self.draft.municipality, self._spell
        )
        self.faults += faults
        yield from mapping_lines(values, 2, _LAYOUT)

    def _contracts(self) -> Iterator[str]:
        yield from comment(header.CONTRACTS, self.style)
        yield from hint_lines("contract", 4, self.style)
        yield "contracts:"
        if not self.draft.contracts:
            yield "  # - id: keiyaku1"
            for key in ("name", *_OF_A_CONTRACT):
                yield self._unknown("contract", key, "  #   ")
            yield ""
        for contract in self.draft.contracts:
            data, faults = contract_entry(contract, self._spell)
            self.faults += faults
            yield from entry_lines(data, 2, _LAYOUT)
            for key in _OF_A_CONTRACT:
                if key not in data:
                    yield unknown_line("contract", key, 4, self.style)
            yield ""

    def _unknown(self, owner: Owner, key: str, before: str) -> str:
        line = unknown_line(owner, key, 0, self.style)
        return before + line.removeprefix("# ")

    def _systems(self) -> Iterator[str]:
        yield from comment(header.SYSTEMS, self.style)
        yield from hint_lines("system", 4, self.style)
        yield from comment(header.UNITS, self.style)
        yield from hint_lines("unit", 8, self.style)
        systems = systems_of(self.draft.systems, self.draft.units)
        if self._designated:
            yield "#"
            yield from designation_comment(self.style)
        yield "systems:" if systems else "systems: []"
        for place, system in enumerate(systems):
            if place:
                yield ""
            yield from self._system(system)

    def _system(self, system: DraftSystem) -> Iterator[str]:
        data, faults = system_entry(system, (), self._spell)
        self.faults += faults
        applies = told(System, "applies", system.values.get("applies")).typed
        if applies is False and "reason" not in data:
            data["reason"] = header.REASON_WANTED.into(self.style)
        first, *others = entry_lines(data, 2, _LAYOUT)
        if self.style.language == "en" and system.id in STATUTORY:
            first += f"  # {STATUTORY[system.id].en}"
        yield first
        yield from others
        if (designation := self._designated.get(system.id)) is not None:
            line, faults = designation_line(designation, self.style)
            self.faults += faults
            yield line
        units = [unit for unit in self.draft.units if unit.system == system.id]
        if applies is False and not units:
            return
        yield from pair_lines("units", None, 4, _LAYOUT)
        for unit in units:
            yield from self._unit(unit)
        if not units:
            yield self._unknown("unit", "section", "      # - ")
            for key in _OF_A_UNIT:
                yield self._unknown("unit", key, "      #   ")

    def _unit(self, unit: DraftUnit) -> Iterator[str]:
        data, faults = unit_entry(unit, self._spell)
        self.faults += faults
        yield from entry_lines(data, 6, _LAYOUT)
        for key in _OF_A_UNIT:
            if key not in data:
                yield unknown_line("unit", key, 8, self.style)

    def _not_listed(self) -> Iterator[str]:
        listed = {system.id for system in self.draft.systems}
        listed |= {unit.system for unit in self.draft.units}
        missing = [each for each in STATUTORY if each not in listed]
        if not missing:
            return
        yield ""
        yield from comment(header.NOT_LISTED, self.style, 2)
        for each in missing:
            yield f"  # - id: {each}  # {STATUTORY[each].into(self.style)}"
