"""What one row says of a system, its unit and its contracts (明細の内容)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdmig.diagnostics import Location
from stdmig.intake.inventory_list.contract_ids import ContractIds
from stdmig.intake.inventory_list.day_reading import Span
from stdmig.intake.inventory_list.fees import FeeColumn
from stdmig.intake.inventory_list.identifiers import given_identifier
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.placed import Placed
from stdmig.intake.inventory_list.rows import Row
from stdmig.intake.inventory_list.spans import read_spans
from stdmig.intake.inventory_list.standing import Standing, read_standing
from stdmig.intake.inventory_list.table import Table
from stdmig.intake.inventory_list.values import LONGEST_WORD, read_terms, read_value
from stdmig.inventory.draft import Value
from stdmig.inventory.list_columns import LIST_COLUMNS
from stdmig.words import text


class Fee(NamedTuple):
    """An amount of a row, in yen without tax."""

    key: str
    yen: int
    place: Location


class Entry(NamedTuple):
    """
    A row, read.

    Attributes
    ----------
    systems
        Ids of the systems that it is about; one unit for each.
    beyond
        Name of a system that is none of the 20.
    system, unit, contract
        Values by their keys; None where a blank cell of our own list empties them.
    contract_ids
        Ids of its contracts where the row gives them; None where it says nothing.
    spans
        Days of its contracts, in the order in which they run.
    standing
        Whether it is live or designated; None where no column tells of it.
    """

    table: Table
    row: Row
    systems: tuple[str, ...]
    beyond: str | None
    system: dict[str, Value | None]
    unit: dict[str, Value | None]
    contract: dict[str, Value | None]
    contract_ids: tuple[str, ...] | None
    spans: tuple[Span, ...]
    fees: tuple[Fee, ...]
    standing: Standing | None = None

    @property
    def place(self) -> Location:
        """Return the cell that names it."""
        for field in ("system.name", "unit.name", "system.id"):
            if (cell := self.row.get(field)) is not None:
                return cell.place
        return self.row.place

    def says(self, *fields: str) -> bool:
        """Return whether one of the cells of some fields is filled in."""
        return any(self.row.get(field) is not None for field in fields)

    @property
    def has_unit(self) -> bool:
        """Return whether the row tells of something installed."""
        if self.is_bare and self.row.by_hand is not None:
            return False
        told = ("id", "name", "section", "vendor", "package", "policy", "procurement")
        return self.has_contract or self.says(*(f"unit.{key}" for key in told))

    @property
    def is_bare(self) -> bool:
        """Return whether nothing is said of a product, a vendor or a contract."""
        told = ("unit.id", "unit.name", "unit.vendor", "unit.package")
        return not self.has_contract and not self.says(*told)

    @property
    def has_contract(self) -> bool:
        """Return whether the row tells of a contract, more than its vendor."""
        return bool(
            self.contract_ids
            or self.spans
            or self.fees
            or any(value is not None for value in self.contract.values())
        )


_PLAIN_TEXT = tuple(
    column
    for column in LIST_COLUMNS
    if column.owner != "municipality"
    and (column.kind == "text" or column.key == "procurement")
)
_OTHERS = tuple(
    column
    for column in LIST_COLUMNS
    if column.kind in ("choice", "first_day", "last_day", "months")
    and column.owner != "municipality"
    and (column.owner, column.key) not in (("contract", "start"), ("contract", "end"))
)


def read_entry(
    placed: Placed,
    fees: tuple[FeeColumn, ...],
    ids: ContractIds,
    inquiry: Inquiry,
    *,
    emptying: bool,
) -> Entry:
    """
    Return what a row says; what is not understood is left out and reported.

    Parameters
    ----------
    ids
        What the cells of our own list name as contracts.
    emptying
        Whether a blank cell empties what the file has: it does in our own list.
    """
    table, row = placed.table, placed.row
    spans, kept, kind, renewal = read_spans(table, row, inquiry)
    values = _single_values(table, row, inquiry, emptying=emptying)
    if emptying:
        for key, day in _days_left_blank(table, row, spans):
            values["contract"][key] = day
    read_terms(row, values["contract"], inquiry)
    if kind:
        values["contract"].setdefault("kind", kind)
    if renewal:
        values["contract"].setdefault("auto_renewal_months", renewal)
    _keep_notes(row, values["unit"], kept, inquiry)
    if not placed.beyond and not table.ours:
        # The law has a name for it; the list's is another word for the same.
        values["system"].pop("name", None)
    return Entry(
        table,
        row,
        placed.systems,
        placed.beyond,
        values["system"],
        values["unit"],
        values["contract"],
        _contract_ids(table, row, ids, emptying=emptying),
        spans,
        _fees(row, fees, inquiry),
        read_standing(table, row, values["system"], inquiry),
    )


def _single_values(
    table: Table, row: Row, inquiry: Inquiry, *, emptying: bool
) -> dict[str, dict[str, Value | None]]:
    """Return by owner what the columns say that need no other column beside them."""
    values: dict[str, dict[str, Value | None]] = {
        "system": {},
        "unit": {},
        "contract": {},
    }
    for column in (*_PLAIN_TEXT, *_OTHERS):
        field = f"{column.owner}.{column.key}"
        cell = row.get(field)
        if cell is not None:
            value = read_value(column, cell, table, inquiry)
            if value is not None:
                values[column.owner][column.key] = value
        elif emptying and table.has(field) and column.key not in _NEEDED:
            values[column.owner][column.key] = None
    return values


_NEEDED = ("section", "id", "applies")


def _days_left_blank(
    table: Table, row: Row, spans: tuple[Span, ...]
) -> Iterator[tuple[str, None]]:
    """Yield the days of a contract whose cells are empty."""
    given = spans[0] if spans else Span()
    for key, day in (("start", given.start), ("end", given.end)):
        if table.has(f"contract.{key}") and row.get(f"contract.{key}") is None:
            yield from () if day else ((key, None),)


def _keep_notes(
    row: Row, unit: dict[str, Value | None], kept: list[str], inquiry: Inquiry
) -> None:
    """Append the words beside days and the comments on cells to the unit's note."""
    parts = [str(unit["note"])] if unit.get("note") else []
    parts += kept
    for place, words in row.notes:
        cell = str(place).partition("!")[2]
        parts.append(f"[{cell}] {words}")
        wording = text("the comment on this cell was kept in the unit's note")
        inquiry.remark(place, wording)
    note = " / ".join(parts)
    while len(note) > LONGEST_WORD and len(parts) > 1:
        parts.pop()
        message = text("the comments are too long to be kept in one note")
        inquiry.left_out(row.place, message)
        note = " / ".join(parts)
    if note:
        unit["note"] = note


def _contract_ids(
    table: Table, row: Row, ids: ContractIds, *, emptying: bool
) -> tuple[str, ...] | None:
    cell = row.get("contract.id")
    if cell is None:
        return () if emptying and table.has("contract.id") else None
    if not table.ours:
        own = given_identifier(cell.words)
        return (own,) if own else None
    return ids.of(row)


def _fees(
    row: Row, columns: tuple[FeeColumn, ...], inquiry: Inquiry
) -> tuple[Fee, ...]:
    """Return the fees of a row; columns of the same kind add up."""
    fees: dict[str, Fee] = {}
    for each in columns:
        cell = row.cells.get(each.column.key)
        # A repeated amount is that of the same contract, which is paid once.
        if cell is None or cell.repeated:
            continue
        yen = each.yen(cell, inquiry)
        if yen is None:
            continue
        before = fees.get(each.key)
        if before is None:
            fees[each.key] = Fee(each.key, yen, cell.place)
        else:
            fees[each.key] = before._replace(yen=before.yen + yen)
    return tuple(fees.values())
