"""Columns of fees: by the month or the year, with tax or without (金額の列)."""

from __future__ import annotations

import re
from typing import NamedTuple

from stdmig.intake.inventory_list.amounts import (
    read_amount,
    tax_of,
    unit_named,
    unit_of,
    without_tax,
)
from stdmig.intake.inventory_list.column import FEES, Column
from stdmig.intake.inventory_list.fee_questions import (
    FeeGroup,
    around,
    counted,
    key_of,
    taxed,
)
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.inventory_list.rows import Filled
from stdmig.intake.inventory_list.table import Table
from stdmig.inventory.quoted import quoted
from stdmig.words import count, text

_VERY_LITTLE = {"monthly_fee": 1_000, "annual_fee": 10_000, "total": 10_000}
"""Yen below which a unit such as 千円 was probably forgotten."""


class FeeColumn(NamedTuple):
    """
    How a column of fees is read.

    Attributes
    ----------
    key
        ``monthly_fee`` or ``annual_fee``; ``total`` over the whole contract.
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
        if amount.yen is None and re.search(r"\w", cell.words):
            message = text(
                "'{value}' gives no amount; none was taken", value=quoted(cell.words)
            )
            inquiry.remark(cell.place, message)
        if amount.yen is None or not self.taxed or own_tax == "without":
            return amount.yen
        return without_tax(amount.yen)


def fee_columns(table: Table, inquiry: Inquiry) -> tuple[FeeColumn, ...]:
    """
    Return the columns of fees that are read, as far as they are settled.

    Those of one key add up.
    """
    by_key: dict[str, list[FeeGroup]] = {}
    for column in table.header.columns:
        if column.meaning.field not in FEES or not _has_amounts(table, column):
            continue
        group = FeeGroup(table, [column], _unit(table, column, inquiry))
        key = key_of(group, inquiry)
        if key is not None:
            by_key.setdefault(key, []).append(group)
        else:
            _remark_on_left_out(group, inquiry)
    found: list[FeeColumn] = []
    for key, groups in by_key.items():
        for group in _by_tax(counted(groups, inquiry) or []):
            with_tax = taxed(group, inquiry)
            if with_tax is None:
                _remark_on_left_out(group, inquiry)
                continue
            found += [
                FeeColumn(each, key, group.unit, with_tax) for each in group.columns
            ]
    for each in found:
        _remark_on_little(table, each, inquiry)
    return tuple(found)


def _has_amounts(table: Table, column: Column) -> bool:
    return any(row.cells.get(column.key) for row in table.body.rows)


def _by_tax(groups: list[FeeGroup]) -> list[FeeGroup]:
    """Return the columns together whose tax and unit are the same to ask about."""
    joined: dict[tuple[str | None, int], FeeGroup] = {}
    for group in groups:
        alike = (tax_of(group.columns[0].heading), group.unit)
        if alike in joined:
            joined[alike].columns += group.columns
        else:
            joined[alike] = group
    return list(joined.values())


def _remark_on_left_out(group: FeeGroup, inquiry: Inquiry) -> None:
    if not inquiry.questions:
        wording = text(
            "the amounts under '{heading}' were left out, as answered",
            heading=group.headings,
        )
        inquiry.remark(group.place, wording)


def _unit(table: Table, column: Column, inquiry: Inquiry) -> int:
    """Return how many yen 1 means, from the heading or a note around the table."""
    if column.meaning.exact or unit_named(column.heading):
        return unit_of(column.heading)
    for place, words in around(table):
        if folded(words).strip("()※*").startswith("単位") and unit_named(words):
            wording = text(
                "the amounts under '{heading}' were read in the unit named here",
                heading=quoted(column.heading),
            )
            inquiry.remark(place, wording)
            return unit_of(words)
    return 1


def _remark_on_little(table: Table, fee: FeeColumn, inquiry: Inquiry) -> None:
    """Remark on amounts so small that their unit was probably forgotten."""
    little = []
    for row in table.body.rows:
        cell = row.cells.get(fee.column.key)
        if cell is None or cell.repeated:
            continue
        amount = read_amount(cell.value, fee.unit)
        if amount and amount.yen and amount.yen < _VERY_LITTLE[fee.key]:
            little.append((cell.place, amount.yen))
    if little and not fee.column.meaning.exact:
        place, yen = little[0]
        wording = count(
            "{n} amount under '{heading}' is very small, such as {yen} yen; is a unit"
            " such as 千円 missing in the heading?",
            "{n} amounts under '{heading}' are very small, such as {yen} yen; is a"
            " unit such as 千円 missing in the heading?",
            len(little),
            heading=quoted(fee.column.heading),
            yen=f"{yen:,}",
        )
        inquiry.remark(place, wording)
