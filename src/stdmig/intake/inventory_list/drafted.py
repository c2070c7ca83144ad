"""Units and contracts as the draft has them (下書きの組立て)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.intake.inventory_list.day_reading import Span
from stdmig.intake.inventory_list.entry import Entry
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.installed import Installed
from stdmig.intake.inventory_list.known import Known
from stdmig.intake.inventory_list.shared_fees import as_paid
from stdmig.intake.inventory_list.spans import NOT_KNOWN
from stdmig.intake.inventory_list.unit_ids import unit_ids
from stdmig.intake.question import Question
from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import DraftContract, DraftUnit, Value
from stdmig.inventory.quoted import quoted
from stdmig.words import Name, count, listing, text


class Drafted(NamedTuple):
    """
    The units that can be written, and what is left of those that cannot.

    Attributes
    ----------
    bare
        Ids of the systems whose unit is left out because nobody knows its section.
    contracts
        Ids of the contracts that only such units have.
    """

    units: tuple[DraftUnit, ...]
    bare: tuple[str, ...] = ()
    contracts: frozenset[str] = frozenset()


def draft_units(
    units: list[Installed],
    contracts: tuple[tuple[str, ...] | None, ...],
    known: Known,
    inquiry: Inquiry,
) -> Drafted:
    """Return the units that can be written: each needs the section that owns it."""
    section = _section_of_the_rest(units, inquiry)
    ids = unit_ids(units, known)
    drafted = []
    left: list[tuple[Installed, tuple[str, ...]]] = []
    for unit, own, row in zip(units, ids, contracts, strict=True):
        values = _values(unit)
        if not unit.section:
            if section is None:
                continue
            if section == NOT_KNOWN:
                left.append((unit, row or ()))
                continue
            values = {**values, "section": section}
        drafted.append(DraftUnit(unit.system, own, values, row))
    kept = {name for unit in drafted for name in unit.contracts or ()}
    for unit, _ in left:
        wording = text(
            "the unit was left out, as its section is not known; the system is listed"
        )
        inquiry.remark(unit.entries[0].place, wording)
    return Drafted(
        tuple(drafted),
        tuple(dict.fromkeys(unit.system for unit, _ in left)),
        frozenset(name for _, names in left for name in names) - kept,
    )


def _section_of_the_rest(units: list[Installed], inquiry: Inquiry) -> str | None:
    without = [unit for unit in units if not unit.section]
    if not without:
        return None
    places = tuple(dict.fromkeys(unit.entries[0].place for unit in without))
    systems = dict.fromkeys(unit.system for unit in without)
    names = listing(STATUTORY.get(each, Name(each)) for each in systems)
    sections = dict.fromkeys(unit.section for unit in units if unit.section)
    wording = (
        count(
            "Which section owns {systems}? Its row names none. (In the list:"
            " {sections}; {none} leaves it out)",
            "Which section owns {systems}? Their {n} rows name none. (In the list:"
            " {sections}; {none} leaves them out)",
            len(places),
            systems=names,
            sections=listing(quoted(each) for each in list(sections)[:_NAMED]),
            none=NOT_KNOWN,
        )
        if sections
        else count(
            "Which section owns {systems}? Its row names none. ({none} leaves it out)",
            "Which section owns {systems}? Their {n} rows name none. ({none} leaves"
            " them out)",
            len(places),
            systems=names,
            none=NOT_KNOWN,
        )
    )
    question = Question("section", wording, places)
    return inquiry.ask(question, places[0], lambda name: 0 < len(name) <= 1000)


_NAMED = 8
"""Sections that are named as examples."""


def _values(unit: Installed) -> dict[str, Value | None]:
    """Return what the rows of a unit say; the first that says something counts."""
    values: dict[str, Value | None] = {}
    for entry in unit.entries:
        for key, value in entry.unit.items():
            if key == "note" and values.get("note") and value:
                values[key] = _joined(str(values["note"]), str(value))
            elif values.get(key) is None:
                values[key] = value
    return values


def _joined(note: str, other: str) -> str:
    joined = note if other in note else f"{note} / {other}"
    return joined if len(joined) <= 1000 else note


def draft_contracts(
    of_units: tuple[DraftContract, ...], rows: list[Entry], inquiry: Inquiry
) -> tuple[DraftContract, ...]:
    """Return the contracts of the units, with what a table of contracts adds."""
    values: dict[str, dict[str, Value | None]] = {}
    for entry in rows:
        for own in entry.contract_ids or ():
            told = dict(entry.contract)
            span = next(iter(entry.spans), Span())
            for fee in entry.fees:
                told |= as_paid(fee.key, fee.yen, span, fee.place, inquiry)
            for span in entry.spans[:1]:
                told |= {"start": span.start} if span.start else {}
                told |= {"end": span.end} if span.end else {}
            values.setdefault(own, told)
    for contract in of_units:
        values[contract.id] = {**contract.values, **values.get(contract.id, {})}
    return tuple(DraftContract(own, told) for own, told in values.items())
