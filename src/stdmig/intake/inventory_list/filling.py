"""Cells left blank below one that is filled in (空欄の補完)."""

from __future__ import annotations

from stdmig.intake.inventory_list.column import Column
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.rows import Body, Filled, Row
from stdmig.intake.inventory_list.table import Table
from stdmig.intake.question import Choice, Question
from stdmig.inventory.quoted import quoted
from stdmig.words import count, text

_ONE_PER_GROUP = (
    *("unit.vendor", "unit.package", "contract.counterparty", "contract.name"),
    *("contract.start", "contract.end", "contract.period"),
)
"""What a CSV keeps only in the first cell of a merged range, besides the section."""


def fill_blanks(table: Table, inquiry: Inquiry) -> Table:
    """
    Return a table whose blanks are filled from above where the person says so.

    A section (担当課) is usually written once for the rows below it. Other columns are
    asked about only in a CSV, where merged cells look like that, and only where at
    least a third of the rows is blank. A list of our own leaves nothing out.
    """
    if table.ours:
        return table
    rows = [_in_group(row) for row in table.body.rows]
    for column in table.header.columns:
        field = column.meaning.field
        blanks = _blanks_below(rows, column)
        in_csv = table.sheet.name is None and field in _ONE_PER_GROUP
        often = in_csv and len(blanks) * 3 >= len(rows)
        if not blanks or not (field == "unit.section" or often):
            continue
        if _says_above(table, column, blanks, rows, inquiry):
            for place, cell in blanks.items():
                again = _again(cell, rows[place])
                cells = {**rows[place].cells, column.key: again}
                rows[place] = rows[place]._replace(cells=cells)
    return table._replace(body=Body(tuple(rows), table.body.skipped))


def _again(cell: Filled, row: Row) -> Filled:
    return cell._replace(place=row.place, repeated=cell.repeated or cell.place)


def _in_group(row: Row) -> Row:
    """Return a row with the section that stands in a row of its own above it."""
    if row.group is None or row.get("unit.section") is not None:
        return row
    section = row.group._replace(repeated=row.group.place)
    return row._replace(cells={**row.cells, "unit.section#0": section})


def _blanks_below(rows: list[Row], column: Column) -> dict[int, Filled]:
    """Return the rows that are blank right below a filled one, and what that says."""
    blanks: dict[int, Filled] = {}
    last: Filled | None = None
    before = -2
    for place, row in enumerate(rows):
        if row.at != before + 1:
            last = None
        before = row.at
        cell = row.cells.get(column.key)
        if cell is not None:
            last = cell
        elif last is not None:
            blanks[place] = last
    return blanks


def _says_above(
    table: Table,
    column: Column,
    blanks: dict[int, Filled],
    rows: list[Row],
    inquiry: Inquiry,
) -> bool:
    question = Question(
        f"fill.{table.ref(column.place)}",
        count(
            "Under '{heading}' {n} row is blank below a filled one. Is it the same as"
            " above?",
            "Under '{heading}' {n} rows are blank below a filled one. Are they the same"
            " as above?",
            len(blanks),
            heading=quoted(column.heading),
        ),
        tuple(table.sheet.place(rows[place].at, column.at) for place in blanks),
        (
            Choice("above", text("the same as above")),
            Choice("blank", text("not known")),
        ),
        "above" if column.meaning.field == "unit.section" else None,
    )
    return inquiry.ask(question, column.place) == "above"
