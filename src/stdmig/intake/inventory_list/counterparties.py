"""Counterparties taken for the vendors where no column names these (契約相手方)."""

from __future__ import annotations

from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.rows import Row
from stdmig.intake.inventory_list.table import Table
from stdmig.intake.question import Choice, Question
from stdmig.inventory.quoted import quoted
from stdmig.words import text

_PARTNER = "contract.counterparty"
_LEASED = (_PARTNER, "contract.name", "contract.terms", "contract.form")


def with_vendors(table: Table, inquiry: Inquiry) -> Table:
    """Return a table whose counterparties are its vendors if the person says so."""
    column = next(
        (each for each in table.header.columns if each.meaning.field == _PARTNER), None
    )
    vendors = table.has("unit.vendor") or table.has("contract.vendor")
    if table.ours or vendors or column is None:
        return table
    if not any(row.get(_PARTNER) for row in table.body.rows):
        return table
    question = Question(
        f"vendor.{table.ref(column.place)}",
        text(
            "No column names the vendors. Are those under '{heading}' the vendors too?",
            heading=quoted(column.heading),
        ),
        (column.place,),
        (
            Choice("yes", text("yes, except where the row tells of a lease (リース)")),
            Choice("no", text("no, the vendors are not known")),
        ),
        "yes",
    )
    if inquiry.ask(question, column.place) != "yes":
        return table
    rows = tuple(_with_vendor(row, inquiry) for row in table.body.rows)
    return table._replace(body=table.body._replace(rows=rows))


def _with_vendor(row: Row, inquiry: Inquiry) -> Row:
    cell = row.get(_PARTNER)
    if cell is None:
        return row
    if any("リース" in row.words(field) for field in _LEASED):
        wording = text(
            "'{name}' was not taken for the vendor: the row tells of a lease",
            name=quoted(cell.words),
        )
        inquiry.remark(cell.place, wording)
        return row
    return row._replace(cells={**row.cells, "unit.vendor#0": cell})
