"""What is edited where our own list repeats it in several rows (契約の重複行)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.dates import as_typed
from stdmig.diagnostics import Location
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.table import Table
from stdmig.intake.inventory_list.understood import title_of
from stdmig.intake.question import Choice, Question
from stdmig.inventory.draft import Value
from stdmig.inventory.quoted import quoted
from stdmig.words import Readable, Text, listing, text

_KEEP = "keep"


class Repeated(NamedTuple):
    """A value of a contract in one of its rows, with its cell."""

    value: Value
    place: Location


def edited_value(
    told: list[Repeated],
    before: Value | None,
    field: str,
    contract: str,
    table: Table,
    inquiry: Inquiry,
) -> Value | None:
    """
    Return the value that the rows of one contract give it.

    Our own list has a contract in the row of each of its units. Who edits one of them
    means the contract: what differs from the file is the change.

    Parameters
    ----------
    told
        What the rows say, at least one.
    before
        What the file has.
    field
        Which value, as in `title_of`.
    contract
        Its id.

    Returns
    -------
    The value, or None where rows were edited differently and nobody has chosen yet.
    """
    edited: dict[Value, list[Location]] = {}
    for each in told:
        if each.value != before:
            edited.setdefault(each.value, []).append(each.place)
    if len(edited) < 2:
        return next(iter(edited), before)
    question = _which(edited, before, field, contract, table)
    answer = inquiry.ask(question, question.places[0])
    if answer == _KEEP:
        return before
    values = {_key(places): value for value, places in edited.items()}
    return values.get(answer or "")


def _which(
    edited: dict[Value, list[Location]],
    before: Value | None,
    field: str,
    contract: str,
    table: Table,
) -> Question:
    places = tuple(place for rows in edited.values() for place in rows)
    choices = [
        Choice(
            _key(rows),
            text(
                "{value} (row {rows})",
                value=_shown(value),
                rows=listing(place.line for place in rows),
            ),
        )
        for value, rows in edited.items()
    ]
    if before is not None:
        unchanged = text("{value} (unchanged)", value=_shown(before))
        choices.append(Choice(_KEEP, unchanged))
    return Question(
        f"change.{table.ref(places[0])}",
        text(
            "Rows of the contract '{id}' were changed differently: {field}. Which is"
            " right?",
            id=quoted(contract),
            field=title_of(field),
        ),
        places,
        tuple(choices),
    )


def _key(rows: list[Location]) -> str:
    return f"row{rows[0].line}"


def _shown(value: Value) -> Readable | Text | str:
    return as_typed(value) if isinstance(value, date) else quoted(value)
