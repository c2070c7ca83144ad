"""Units and contracts as the draft has them (下書きの組立て)."""

from __future__ import annotations

from stdmig.intake.inventory_list.entry import Entry
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.installed import Installed, unit_ids
from stdmig.intake.inventory_list.known import Known
from stdmig.intake.question import Question
from stdmig.inventory.draft import DraftContract, DraftUnit, Value
from stdmig.words import count


def draft_units(
    units: list[Installed],
    contracts: tuple[tuple[str, ...] | None, ...],
    known: Known,
    inquiry: Inquiry,
) -> tuple[DraftUnit, ...]:
    """Return the units that can be written: each needs the section that owns it."""
    section = _section_of_the_rest(units, inquiry)
    ids = unit_ids(units, known)
    drafted = []
    for unit, own, row in zip(units, ids, contracts, strict=True):
        values = _values(unit)
        if not unit.section:
            if section is None:
                continue
            values = {"section": section, **values}
        drafted.append(DraftUnit(unit.system, own, values, row))
    return tuple(drafted)


def _section_of_the_rest(units: list[Installed], inquiry: Inquiry) -> str | None:
    without = [unit.entries[0].place for unit in units if not unit.section]
    if not without:
        return None
    places = tuple(dict.fromkeys(without))
    question = Question(
        "section",
        count(
            "Which section owns the system of this {n} row, which names none?",
            "Which section owns the systems of these {n} rows, which name none?",
            len(places),
        ),
        places,
    )
    return inquiry.ask(question, without[0], lambda name: 0 < len(name) <= 1000)


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
    of_units: tuple[DraftContract, ...], rows: list[Entry]
) -> tuple[DraftContract, ...]:
    """Return the contracts of the units, with what a table of contracts adds."""
    values: dict[str, dict[str, Value | None]] = {}
    for entry in rows:
        for own in entry.contract_ids or ():
            told = {**entry.contract, **{fee.key: fee.yen for fee in entry.fees}}
            for span in entry.spans[:1]:
                told |= {"start": span.start} if span.start else {}
                told |= {"end": span.end} if span.end else {}
            values.setdefault(own, told)
    for contract in of_units:
        values[contract.id] = {**contract.values, **values.get(contract.id, {})}
    return tuple(DraftContract(own, told) for own, told in values.items())
