"""From tables to a draft of systems.yaml, with what stays open (一覧の読解)."""

from __future__ import annotations

from stdmig.diagnostics import Diagnostic
from stdmig.intake.inventory_list.absence import without_nothing
from stdmig.intake.inventory_list.applying import does_not_apply, systems_not_listed
from stdmig.intake.inventory_list.beside_rows import (
    about_columns,
    about_sheets,
    contract_entries,
    municipality,
)
from stdmig.intake.inventory_list.contract_ids import ContractIds
from stdmig.intake.inventory_list.contracts import agree
from stdmig.intake.inventory_list.counterparties import with_vendors
from stdmig.intake.inventory_list.drafted import draft_contracts, draft_units
from stdmig.intake.inventory_list.entry import Entry, read_entry
from stdmig.intake.inventory_list.fees import fee_columns
from stdmig.intake.inventory_list.filling import fill_blanks
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.install import install
from stdmig.intake.inventory_list.known import Known
from stdmig.intake.inventory_list.placed import Placed
from stdmig.intake.inventory_list.row_systems import left_out_rows, place_rows
from stdmig.intake.inventory_list.sections import with_one_section
from stdmig.intake.inventory_list.standing_of_systems import draft_standing
from stdmig.intake.inventory_list.table import (
    Passed,
    Table,
    find_tables,
    no_list,
    no_system,
)
from stdmig.intake.inventory_list.understood import Understood
from stdmig.intake.inventory_list.unread import unread_values
from stdmig.intake.question import Answers
from stdmig.intake.sheet.sheet import Sheet
from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import Draft, DraftSystem, Values
from stdmig.inventory.quoted import quoted
from stdmig.inventory.systems import SystemsFile
from stdmig.words import text


def understand(
    sheets: tuple[Sheet, ...], answers: Answers, known: SystemsFile | None
) -> tuple[Understood, list[Diagnostic]]:
    """
    Return what tables say of the systems, and what is wrong with them.

    Nothing is guessed: what is doubtful is remarked, what matters is asked, and what
    is not understood is left out and reported.

    Parameters
    ----------
    sheets
        As they were read.
    answers
        To questions of an earlier call for the same tables.
    known
        The ``systems.yaml`` that is there, whose units and contracts keep their ids.

    Returns
    -------
    tuple
        What was understood, and ``STD022`` where there is no list (error), ``STD023``
        for each value left out (warning), ``STD024`` for each answer that does not
        fit (error). Nothing is raised.
    """
    inquiry = Inquiry(answers)
    tables, passed = find_tables(sheets, inquiry)
    if not tables:
        diagnostics = list(inquiry.diagnostics)
        if not inquiry.questions:
            diagnostics.append(no_list(sheets, passed))
        empty = Understood(
            Draft({}),
            questions=tuple(inquiry.questions),
            sheets=about_sheets(sheets, (), passed),
        )
        return empty, diagnostics
    return _understood(sheets, tables, passed, known, inquiry)


def _understood(
    sheets: tuple[Sheet, ...],
    tables: tuple[Table, ...],
    passed: tuple[Passed, ...],
    known: SystemsFile | None,
    inquiry: Inquiry,
) -> tuple[Understood, list[Diagnostic]]:
    tables = tuple(_prepared(table, inquiry) for table in tables)
    top = tables[0].sheet.place(tables[0].header.top, 0)
    values = municipality(tables, known, inquiry)
    placed = place_rows(tables, known, inquiry)
    draft = _draft(placed, tables, known, inquiry)._replace(municipality=values)
    left = left_out_rows(placed)
    if not inquiry.questions:
        inquiry.refuse_stray_answers(top)
    columns, unread = about_columns(tables)
    passed_over = (unread_values(table) for table in tables if not table.ours)
    understood = Understood(
        draft,
        columns,
        unread,
        tuple(inquiry.questions),
        (*inquiry.remarks, *(each for each in passed_over if each is not None)),
        (*(row for table in tables for row in table.body.skipped), *left),
        about_sheets(sheets, tables, passed),
    )
    if _names_no_system(tables, placed):
        fault = no_system(tables)
        nothing = understood._replace(draft=Draft({}), questions=())
        return nothing, [*inquiry.diagnostics, fault]
    return understood, inquiry.diagnostics


def _names_no_system(tables: tuple[Table, ...], placed: list[Placed]) -> bool:
    """Return whether a list turned out to tell of no system at all."""
    if any(table.ours for table in tables):
        return False
    return all(each.settled and not each.systems for each in placed)


def _prepared(table: Table, inquiry: Inquiry) -> Table:
    """Return a table as it is read: blanks filled, and empty words taken out."""
    table = without_nothing(fill_blanks(table, inquiry))
    return with_one_section(with_vendors(table, inquiry), inquiry)


def _draft(
    placed: list[Placed],
    tables: tuple[Table, ...],
    file: SystemsFile | None,
    inquiry: Inquiry,
) -> Draft:
    known = Known(file)
    top = tables[0].sheet.place(tables[0].header.top, 0)
    ids = ContractIds(tables, known)
    entries = _entries(placed, tables, ids, inquiry, emptying=file is not None)
    _remark_on_hidden(placed, inquiry)
    inquiry = inquiry.next_stage()
    absent: dict[str, DraftSystem] = {}
    present = []
    for entry in entries:
        system = does_not_apply(entry, inquiry)
        if system is None:
            present.append(entry)
        else:
            absent.setdefault(system.id, system)
    _remark_on_work_by_hand(present, inquiry)
    inquiry = inquiry.next_stage()
    with_units = [entry for entry in present if entry.has_unit]
    units = install(with_units, known, inquiry)
    inquiry = inquiry.next_stage()
    agreed = agree(units, known, inquiry)
    inquiry = inquiry.next_stage()
    contracts = draft_contracts(
        agreed.contracts,
        contract_entries(tables, ids, inquiry, emptying=file is not None),
        inquiry,
    )
    drafted = draft_units(units, agreed.of_units, known, inquiry)
    inquiry = inquiry.next_stage()
    contracts = tuple(each for each in contracts if each.id not in drafted.contracts)
    systems = _systems(present, absent, file, drafted.bare)
    told = {unit.system for unit in drafted.units} | {each.id for each in systems}
    if file is None:
        systems += systems_not_listed(told, top, inquiry)
    live, designated = draft_standing(present, inquiry)
    return Draft({}, contracts, systems, drafted.units, live, designated)


def _entries(
    placed: list[Placed],
    tables: tuple[Table, ...],
    ids: ContractIds,
    inquiry: Inquiry,
    *,
    emptying: bool,
) -> list[Entry]:
    used = {each.table.number for each in placed}
    fees = {
        table.number: fee_columns(table, inquiry)
        for table in tables
        if table.number in used
    }
    return [
        read_entry(
            each,
            fees[each.table.number],
            ids,
            inquiry,
            emptying=emptying and each.table.ours,
        )
        for each in placed
        # Days are asked about even where the system is open: all at once.
        if each.systems or not each.settled
    ]


def _remark_on_hidden(placed: list[Placed], inquiry: Inquiry) -> None:
    for each in placed:
        if each.row.hidden and each.systems:
            wording = text(
                "this row is hidden or filtered out; it was read all the same"
            )
            inquiry.remark(each.row.place, wording)


def _remark_on_work_by_hand(entries: list[Entry], inquiry: Inquiry) -> None:
    for entry in entries:
        if entry.row.by_hand is not None and not entry.has_unit:
            wording = text(
                "'{words}' is no product; the system is listed without a unit",
                words=quoted(entry.row.by_hand.words),
            )
            inquiry.remark(entry.row.by_hand.place, wording)


def _systems(
    entries: list[Entry],
    absent: dict[str, DraftSystem],
    file: SystemsFile | None,
    bare: tuple[str, ...],
) -> tuple[DraftSystem, ...]:
    """Return the systems of which more is told than their units."""
    names = {each.id: each.name for each in file.systems} if file else {}
    systems: dict[str, DraftSystem] = {}
    for entry in entries:
        for key in entry.systems:
            values = dict(entry.system)
            if entry.beyond:
                values |= {"name": entry.beyond, "statutory": False}
            before = systems.get(key)
            if values or not entry.has_unit or key in bare:
                merged = {**values, **(before.values if before else {})}
                systems[key] = DraftSystem(key, merged)
    for key, system in absent.items():
        systems.setdefault(key, system)
    return tuple(
        DraftSystem(key, _without_the_laws_name(system, names.get(key)))
        for key, system in systems.items()
    )


def _without_the_laws_name(system: DraftSystem, own: str | None) -> Values:
    """Return a system's values; what the file leaves to the law needs no name."""
    law = STATUTORY.get(system.id)
    if own or law is None or system.values.get("name") not in (law.ja, law.en):
        return system.values
    return {key: value for key, value in system.values.items() if key != "name"}
