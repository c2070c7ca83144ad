"""What single cells say, by the kind of their column (項目の読取り)."""

from __future__ import annotations

from datetime import date

from stdmig.intake.inventory_list.choices import (
    own_choice,
    policy_of,
    terms_of,
    yes_or_no,
)
from stdmig.intake.inventory_list.identifiers import given_identifier
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.lengths import read_length
from stdmig.intake.inventory_list.periods import read_days
from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.inventory_list.rows import Filled, Row
from stdmig.intake.inventory_list.table import Table
from stdmig.inventory.draft import Value
from stdmig.inventory.list_columns import ListColumn
from stdmig.inventory.quoted import quoted
from stdmig.words import text

LONGEST_WORD = 1000
"""Characters that one value of ``systems.yaml`` may have."""


def read_value(
    column: ListColumn, cell: Filled, table: Table, inquiry: Inquiry
) -> Value | None:
    """Return the value of a cell; what is not understood is left out and reported."""
    field = f"{column.owner}.{column.key}"
    if field in _MAY_BE_NONE and not table.ours and folded(cell.words) in _NONE:
        return None
    if column.kind == "text":
        # A dash is a reason too, where our own list wrote it so.
        said = field == "system.reason" and table.ours
        return _text(cell, inquiry, dash=said)
    if column.kind == "id":
        return given_identifier(cell.words) or None
    if column.kind == "choice":
        return _choice(field, cell, inquiry)
    if column.kind == "months":
        return _months(field, cell, table, inquiry)
    return _day(column, cell, inquiry)


def _text(cell: Filled, inquiry: Inquiry, *, dash: bool) -> str | None:
    words = cell.words
    if len(words) > LONGEST_WORD:
        message = text("'{value}' is too long for one value", value=quoted(words))
        inquiry.left_out(cell.place, message)
        return None
    return None if folded(words) in _NOTHING and not dash else words


_NOTHING = frozenset(folded(each) for each in ("-", "―", "—", "‐", "ー", "/"))

# A unit without a package or a vendor; in our own sheet such a name is one.
_MAY_BE_NONE = frozenset(("unit.package", "unit.vendor"))
_NONE = frozenset(folded(each) for each in ("なし", "無し", "無", "該当なし"))


def _choice(field: str, cell: Filled, inquiry: Inquiry) -> Value | None:
    own = own_choice(field, cell.words)
    if field == "system.applies":
        mark = yes_or_no(cell.words)
        return own == "true" if own else mark
    if own is None and field == "unit.policy":
        own = policy_of(cell.words)
    if own is None and field in ("contract.kind", "contract.form"):
        kind, form = terms_of(cell.words)
        own = kind if field == "contract.kind" else form
    if own is None and folded(cell.words) not in _NOTHING:
        message = (
            text(
                "'{value}' does not say clearly what becomes of the vendor; the policy"
                " stays undecided",
                value=quoted(cell.words),
            )
            if field == "unit.policy"
            else text("'{value}' is none of the choices", value=quoted(cell.words))
        )
        inquiry.left_out(cell.place, message)
    return own


def _months(field: str, cell: Filled, table: Table, inquiry: Inquiry) -> int | None:
    words = folded(cell.words)
    if words in _NOTHING or yes_or_no(cell.words) is False:
        return None
    column = next(each for each in table.header.columns if each.meaning.field == field)
    counted = "月" in column.heading or "month" in column.heading.casefold()
    number = words.isdigit() or isinstance(cell.value, int | float)
    length = None
    if counted or not number:
        length = read_length(cell.value, in_months=counted)
    if length is None or not 0 <= length <= 120:
        message = text(
            "'{value}' was not understood as months", value=quoted(cell.words)
        )
        inquiry.left_out(cell.place, message)
        return None
    return length


def _day(column: ListColumn, cell: Filled, inquiry: Inquiry) -> date | None:
    first = column.kind == "first_day"
    reading = read_days(cell.value, "first" if first else "last")
    if reading.fault is not None:
        inquiry.left_out(cell.place, reading.fault)
        return None
    if not reading.spans:
        return None
    span = reading.spans[0]
    return span.start if first else span.end


def read_terms(row: Row, contract: dict[str, Value | None], inquiry: Inquiry) -> None:
    """Add kind and form of a contract as far as a cell of both says them (契約形態)."""
    cell = row.get("contract.terms")
    if cell is not None and folded(cell.words) not in _NOTHING:
        kind, form = terms_of(cell.words)
        if kind is not None:
            contract.setdefault("kind", kind)
        if form is not None:
            contract.setdefault("form", form)
        if kind is None and form is None:
            message = text(
                "'{value}' was not understood as a kind of contract",
                value=quoted(cell.words),
            )
            inquiry.left_out(cell.place, message)
    for field, value in (
        ("contract.long", "multi_year"),
        ("contract.single", "single_year"),
    ):
        mark = row.get(field)
        if mark is not None and yes_or_no(mark.words):
            contract.setdefault("kind", value)
