"""Columns of fees: by the month or the year, with tax or without (金額の列)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.diagnostics import Location
from stdmig.intake.inventory_list.amounts import (
    read_amount,
    tax_of,
    unit_of,
    without_tax,
)
from stdmig.intake.inventory_list.column import FEES, Column
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.plain import one_line
from stdmig.intake.inventory_list.rows import Filled
from stdmig.intake.inventory_list.table import Table
from stdmig.intake.question import Choice, Question
from stdmig.inventory.quoted import quoted
from stdmig.words import text


class FeeColumn(NamedTuple):
    """
    How a column of fees is read.

    Attributes
    ----------
    key
        ``monthly_fee`` or ``annual_fee``.
    unit
        Yen that 1 means.
    taxed
        Whether its amounts include the tax of 10 %.
    """

    column: Column
    key: str
    unit: int
    taxed: bool

    def yen(self, cell: Filled, inquiry: Inquiry) -> int | None:
        """Return the amount without tax; what is not understood is left out."""
        amount = read_amount(cell.value, self.unit)
        own_tax = tax_of(cell.words)
        if amount is None or (own_tax == "included" and not self.taxed):
            message = text(
                "'{value}' was not understood as a fee", value=quoted(cell.words)
            )
            inquiry.left_out(cell.place, message)
            return None
        if amount.yen is None or not self.taxed or own_tax == "without":
            return amount.yen
        return without_tax(amount.yen)


def fee_columns(table: Table, inquiry: Inquiry) -> tuple[FeeColumn, ...]:
    """Return the columns of fees that are read, as far as they are settled."""
    found = []
    for column in table.header.columns:
        if column.meaning.field not in FEES or not _has_amounts(table, column):
            continue
        key = _key(table, column, inquiry)
        taxed = None if key is None else _taxed(table, column, inquiry)
        if key is None or taxed is None:
            if not inquiry.questions:
                wording = text(
                    "the amounts under '{heading}' were left out, as answered",
                    heading=quoted(column.heading),
                )
                inquiry.remark(column.place, wording)
        else:
            found.append(FeeColumn(column, key, unit_of(column.heading), taxed))
    return tuple(found)


def _has_amounts(table: Table, column: Column) -> bool:
    return any(row.get(column.meaning.field) for row in table.body.rows)


def _key(table: Table, column: Column, inquiry: Inquiry) -> str | None:
    if column.meaning.field != "contract.fee":
        return column.meaning.field.partition(".")[2]
    question = Question(
        f"fee.{table.ref(column.place)}",
        text("What are the amounts under '{heading}'?", heading=quoted(column.heading)),
        (column.place,),
        (
            Choice("monthly", text("a month's fee")),
            Choice("annual", text("a year's fee")),
            Choice("skip", text("something else, or not known: leave them out")),
        ),
        "skip",
    )
    answer = inquiry.ask(question, column.place)
    return {"monthly": "monthly_fee", "annual": "annual_fee"}.get(answer or "")


def _taxed(table: Table, column: Column, inquiry: Inquiry) -> bool | None:
    """Return whether tax is in the amounts; None where they are left out or asked."""
    told = tax_of(column.heading)
    if column.meaning.exact or told == "without":
        return False
    if told is None and (said := _said_around(table)) is not None:
        told, place = said
        if told == "without":
            remark = text(
                "the fees under '{heading}' were taken without tax, as this note says",
                heading=quoted(column.heading),
            )
            inquiry.remark(place, remark)
            return False
    question = Question(
        f"tax.{table.ref(column.place)}",
        text(
            "The amounts under '{heading}' include the consumption tax. What becomes"
            " of them?",
            heading=quoted(column.heading),
        )
        if told == "included"
        else text(
            "Is the consumption tax in the amounts under '{heading}'?",
            heading=quoted(column.heading),
        ),
        (column.place,),
        (
            Choice("without", text("they are without tax: take them as they are")),
            Choice("included", text("they include 10 %: take it off")),
            Choice("skip", text("leave them out")),
        ),
        "included" if told == "included" else "skip",
    )
    return {"without": False, "included": True}.get(
        inquiry.ask(question, column.place) or ""
    )


def _said_around(table: Table) -> tuple[str, Location] | None:
    """Return what a note above or below the table says of tax, and where."""
    sheet, header = table.sheet, table.header
    rows = {each.place.line for each in table.body.skipped}
    for index, row in enumerate(sheet.rows):
        outside = index < header.top or sheet.place(index, 0).line in rows
        for place, cell in enumerate(row):
            told = tax_of(one_line(cell.value)) if outside and not cell.spread else None
            if told is not None:
                return told, sheet.place(index, place)
    return None
