"""What tables say beside their rows of systems (自治体・契約の表、列の対応)."""

from __future__ import annotations

from stdmig.intake.inventory_list.contract_ids import ContractIds
from stdmig.intake.inventory_list.entry import Entry, read_entry
from stdmig.intake.inventory_list.fees import fee_columns
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.placed import Placed
from stdmig.intake.inventory_list.rows import Row
from stdmig.intake.inventory_list.table import Passed, Table
from stdmig.intake.inventory_list.title import municipality_in_title
from stdmig.intake.inventory_list.understood import (
    ReadColumn,
    ReadSheet,
    UnreadColumn,
    letters_of,
    title_of,
)
from stdmig.intake.question import Question
from stdmig.intake.sheet.sheet import Sheet
from stdmig.inventory.draft import Value, Values
from stdmig.inventory.systems import SystemsFile
from stdmig.words import text

_OF_SYSTEMS = frozenset({"system.id", "system.name", "unit.id", "unit.name"})
_OF_MUNICIPALITY = ("name", "name_en", "code", "lead_section")


def contract_entries(
    tables: tuple[Table, ...], ids: ContractIds, inquiry: Inquiry, *, emptying: bool
) -> list[Entry]:
    """Return the rows of tables that list contracts alone."""
    entries = []
    for table in tables:
        rows = [row for row in table.body.rows if _is_of_a_contract(row)]
        fees = fee_columns(table, inquiry) if rows else ()
        entries += [
            read_entry(
                Placed(table, row, ()),
                fees,
                ids,
                inquiry,
                emptying=emptying and table.ours,
            )
            for row in rows
        ]
    return entries


def _is_of_a_contract(row: Row) -> bool:
    """Return whether a row tells of a contract and of no system."""
    told = any(row.get(field) is not None for field in _OF_SYSTEMS)
    return row.get("contract.id") is not None and not told


def municipality(
    tables: tuple[Table, ...], known: SystemsFile | None, inquiry: Inquiry
) -> Values:
    """Return what the tables say of the municipality, its title only if confirmed."""
    values: dict[str, Value | None] = {}
    for table in tables:
        for row in table.body.rows[:1]:
            for key in _OF_MUNICIPALITY:
                if words := row.words(f"municipality.{key}"):
                    values.setdefault(key, words)
                elif known is not None and table.has(f"municipality.{key}"):
                    values.setdefault(key, None)
    if values.get("name", "") is None:
        del values["name"]
    code = str(values.get("code") or "")
    if code.isdigit() and len(code) == 5:
        # Excel takes the leading zero of 012345 away.
        values["code"] = f"0{code}"
    if "name" in values or known is not None:
        return values
    for table in tables:
        titled = municipality_in_title(table)
        if titled is None:
            continue
        name, place = titled
        question = Question(
            "municipality",
            text("What is the municipality called?"),
            (place,),
            (),
            name,
        )
        answer = inquiry.ask(question, place, lambda words: 0 < len(words) <= 1000)
        if answer is not None:
            values["name"] = answer
        break
    return values


def about_columns(
    tables: tuple[Table, ...],
) -> tuple[tuple[ReadColumn, ...], tuple[UnreadColumn, ...]]:
    """Return what each column was read as, and the columns that were not read."""
    read, unread = [], []
    for table in tables:
        for column in table.header.columns:
            field = column.meaning.field
            letters = letters_of(column.place)
            if field == "row.number":
                unread.append(UnreadColumn(column.place, letters, column.heading, None))
                continue
            heading = column.heading
            read.append(
                ReadColumn(column.place, letters, heading, field, title_of(field))
            )
        for index, heading, instead in table.header.others:
            place = table.sheet.place(table.header.below - 1, index)
            other = letters_of(instead.place) if instead else None
            unread.append(UnreadColumn(place, letters_of(place), heading, other))
    return tuple(read), tuple(unread)


def about_sheets(
    sheets: tuple[Sheet, ...], tables: tuple[Table, ...], passed: tuple[Passed, ...]
) -> tuple[ReadSheet, ...]:
    """Return for each sheet what of it was read, or why it was not."""
    told = []
    for sheet in sheets:
        table = next((each for each in tables if each.sheet is sheet), None)
        if table is not None:
            told.append(ReadSheet(sheet.file, sheet.name, len(table.body.rows)))
            continue
        why = next((each.why for each in passed if each.sheet is sheet), None)
        told.append(
            ReadSheet(sheet.file, sheet.name, why_not=why or text("not chosen"))
        )
    return tuple(told)
