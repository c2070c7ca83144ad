"""The days of the contracts of one row (契約期間の取りまとめ)."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from stdmig.dates import as_typed, shown
from stdmig.diagnostics import Location
from stdmig.intake.inventory_list.day_reading import Reading, Role, Span
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.lengths import last_day, read_length
from stdmig.intake.inventory_list.periods import read_days
from stdmig.intake.inventory_list.rows import Filled, Row
from stdmig.intake.inventory_list.table import Table
from stdmig.intake.question import Question
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, listing, text

NOT_KNOWN = "-"
"""The answer that leaves a day out."""

_FIRST, _LAST = date(2021, 4, 1), date(2026, 3, 31)


def read_spans(
    table: Table, row: Row, inquiry: Inquiry
) -> tuple[tuple[Span, ...], list[str], str | None, int | None]:
    """
    Return the days of a row's contracts.

    Returns
    -------
    tuple
        The spans in the order in which they run; words beside the days, to be kept;
        the kind of contract and the months of automatic renewal where a cell of days
        says them.
    """
    readings: list[Reading] = []
    spans: list[Span] = []
    for turn in (0, 1):
        found, read = _of_turn(table, row, turn, inquiry)
        spans += found
        readings += read
    kept = [reading.rest for reading in readings if reading.rest]
    kind = next((each.kind for each in readings if each.kind), None)
    renewal = next((each.renewal for each in readings if each.renewal), None)
    if len(spans) > 1 and not _in_order(spans):
        message = text("the contracts of this row do not run one after the other")
        inquiry.left_out(row.place, message)
        spans = spans[:1]
    return tuple(spans), kept, kind, renewal


def _in_order(spans: list[Span]) -> bool:
    for before, after in pairwise(spans):
        if after.start is None or (before.start and after.start <= before.start):
            return False
        if before.end and after.end and after.end <= before.end:
            return False
    return True


def _of_turn(
    table: Table, row: Row, turn: int, inquiry: Inquiry
) -> tuple[list[Span], list[Reading]]:
    readings = []
    cells: dict[Role, Reading] = {}
    fields: tuple[tuple[Role, str], ...] = (
        ("both", "contract.period"),
        ("first", "contract.start"),
        ("last", "contract.end"),
    )
    for role, field in fields:
        cell = row.get(field, turn)
        if cell is not None:
            cells[role] = _read(table, cell, role, inquiry)
            readings.append(cells[role])
    spans = list(cells["both"].spans) if "both" in cells else []
    if len(spans) <= 1:
        whole = spans[0] if spans else Span()
        # A period written into the column of its first day says both.
        for role in ("first", "last"):
            for span in cells[role].spans if role in cells else ():
                whole = Span(span.start or whole.start, span.end or whole.end)
        whole = _counted(table, row, whole, turn)
        spans = [whole] if whole != Span() else []
    for span in spans:
        if span.start and span.end and span.end < span.start:
            ends = row.get("contract.end", turn) or row.get("contract.start", turn)
            place = ends.place if ends else row.place
            message = text(
                "the last day {end} lies before the first day {start}",
                end=shown(span.end),
                start=shown(span.start),
            )
            inquiry.left_out(place, message)
            return [], readings
    return spans, readings


def _counted(table: Table, row: Row, span: Span, turn: int) -> Span:
    """Return a span whose last day is counted from its length where that is given."""
    cell = row.get("contract.length", turn)
    if cell is None or span.start is None or span.end is not None:
        return span
    heading = next(
        each.heading
        for each in table.header.columns
        if each.meaning.field == "contract.length"
    )
    length = read_length(cell.value, in_months="月" in heading)
    return Span(span.start, last_day(span.start, length)) if length else span


def _read(table: Table, cell: Filled, role: Role, inquiry: Inquiry) -> Reading:
    reading = read_days(cell.value, role)
    if reading.askable:
        reading = _asked(table, cell, role, reading, inquiry)
    elif reading.fault is not None and not cell.repeated:
        inquiry.left_out(
            cell.place,
            reading.fault,
            text("it was left out; write it like {day}", day=as_typed(_LAST)),
        )
    elif not reading.spans and re.search(r"\w", cell.words) and not cell.repeated:
        remark = text(
            "'{words}' gives no day; none was taken", words=quoted(cell.words)
        )
        inquiry.remark(cell.place, remark)
    if not cell.repeated:
        for remark in reading.remarks:
            inquiry.remark(cell.place, remark)
        if reading.rest:
            inquiry.remark(
                cell.place,
                text(
                    "'{words}' beside the days was kept in the unit's note",
                    words=quoted(reading.rest),
                ),
            )
    if len(reading.spans) > 1 and not cell.repeated:
        inquiry.remark(
            cell.place,
            text("read as {n} contracts in a row", n=len(reading.spans)),
        )
    return reading


def _asked(
    table: Table, cell: Filled, role: Role, reading: Reading, inquiry: Inquiry
) -> Reading:
    question = _about(table, role, cell.repeated or cell.place, cell.words, reading)
    answer = inquiry.ask(
        question,
        cell.place,
        lambda words: words == NOT_KNOWN or bool(read_days(words, role).spans),
    )
    if answer is None or answer == NOT_KNOWN:
        if answer == NOT_KNOWN and reading.fault is not None:
            told = text(
                "'{words}': {fault}", words=quoted(cell.words), fault=reading.fault
            )
            inquiry.left_out(cell.place, told)
        return Reading()
    return read_days(answer, role)


def _about(
    table: Table, role: Role, place: Location, words: str, reading: Reading
) -> Question:
    told = {
        "written": quoted(words),
        "fault": reading.fault,
        "none": NOT_KNOWN,
        "first": as_typed(_FIRST),
        "last": as_typed(_LAST),
    }
    wording = {
        "first": text(
            "The cell says '{written}': {fault}. Write the first day of the contract"
            " (such as {first}), or {none} where it is not known",
            **told,
        ),
        "last": text(
            "The cell says '{written}': {fault}. Write the last day of the contract"
            " (such as {last}), or {none} where it is not known",
            **told,
        ),
        "both": text(
            "The cell says '{written}': {fault}. Write the first and the last day of"
            " the contract (such as {first}~{last}), or {none} where they are not"
            " known",
            **told,
        ),
    }[role]
    return Question(
        f"date.{table.ref(place)}",
        wording,
        (place,),
        (),
        reading.proposal,
        proposal_shown=_proposed(reading),
    )


def _proposed(reading: Reading) -> Text | None:
    """Return the proposal as its reader would type it, which is read the same."""
    if reading.proposal is None:
        return None
    days = [date.fromisoformat(each) for each in reading.proposal.split("~")]
    pairs = [
        text("{first}~{last}", first=as_typed(first), last=as_typed(last))
        for first, last in zip(days[::2], days[1::2], strict=False)
    ]
    odd = [as_typed(days[-1])] if len(days) % 2 else []
    return listing([*pairs, *odd])
