"""The sheets of designated systems and of progress (特定移行支援・進捗のシート)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from stdmig.inventory.form_columns import (
    DESIGNATED_COLUMNS,
    NO,
    PROGRESS_COLUMNS,
    YES,
    FormColumn,
    reason_choices,
)
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.step_records import StepRecord, numbers
from stdmig.inventory.systems import System
from stdmig.render.forms.asked import Asked
from stdmig.render.inventory_list.sheet import GREY
from stdmig.render.palette import MUTED
from stdmig.render.verbatim import Verbatim
from stdmig.render.workbook.book import A4, Book, Sheet, Value
from stdmig.render.workbook.look import BAND_FILL, INPUT_FILL, Look
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.table import Column, Kind, Table, column_look, put_table
from stdmig.words import Style, Text, text

DESIGNATED = text("Designated systems")
PROGRESS = text("Progress")

_KINDS: dict[str, Kind] = {
    "key": "text",
    "text": "text",
    "choice": "word",
    "day": "day",
    "number": "number",
}
_WIDTHS = {"text": (44.0, 30.0), "choice": (40.0, 12.0), "day": (16.0, 14.0)}
_SPARE = 100
"""Empty rows below the list in which the same choices are offered."""


def put_designated(book: Book, whose: Asked, named: Text) -> None:
    """Write the sheet on which systems are marked as designated ones."""
    style = book.style
    notes = (
        GREY,
        text(
            "Fill in only the rows of designated systems. Choose the reason from the"
            " list; a month such as R12.3 or 2030-03 is enough as completion."
        ),
    )
    sheet, rows = _put(
        book, whose, named, DESIGNATED, DESIGNATED_COLUMNS, notes, _designation
    )
    for place, column in enumerate(DESIGNATED_COLUMNS):
        if column.key == "designated":
            sheet.offer(rows, place, [YES.into(style), NO.into(style)], only=True)
        elif column.key == "reason":
            choices = list(reason_choices(style).values())
            sheet.offer(rows, place, choices, only=True)


def put_progress(book: Book, whose: Asked, named: Text, steps: int) -> None:
    """Write the sheet on which steps are counted and live systems named."""
    notes = (
        GREY,
        text(
            "How many of the ministry's {n} steps are done, in progress and not"
            " applicable on which day; the rest are not begun.",
            n=steps,
        ),
        text(
            "'{live}': the first day on which the standard-compliant system served."
            " Leave it empty where it does not serve yet.",
            live=PROGRESS_COLUMNS[-1].heading,
        ),
    )
    progress = whose.progress
    live = {each.system: each.since for each in progress.live} if progress else {}
    records = _records(progress)

    def values(system: System, style: Style) -> Mapping[str, Value]:
        record = records.get(system.id)
        counts = _counts(record) if record is not None else {}
        day = record.as_of if record is not None else None
        return {**counts, "as_of": day, "since": live.get(system.id)}

    sheet, (first, last) = _put(
        book, whose, named, PROGRESS, PROGRESS_COLUMNS, notes, values
    )
    for place, column in enumerate(PROGRESS_COLUMNS):
        if column.kind == "number":
            told: dict[str, object] = {
                "minimum": 0,
                "maximum": steps,
                "ignore_blank": True,
            }
            told |= {"validate": "integer", "criteria": "between"}
            sheet.worksheet.data_validation(first, place, last, place, told)


def _records(progress: ProgressFile | None) -> dict[str, StepRecord]:
    return {each.system: each for each in progress.steps} if progress else {}


def _counts(record: StepRecord) -> dict[str, Value]:
    """Return how many steps are in which state, whichever way that is written."""
    counted = record.counts
    return {
        key: len(numbers(getattr(record, key)))
        if counted is None
        else getattr(counted, key)
        for key in ("done", "started", "not_applicable")
    }


def _designation(system: System, style: Style) -> Mapping[str, Value]:
    told = system.designated
    if told is None:
        return {}
    reason = None if told.reason is None else reason_choices(style)[told.reason]
    words = None if told.explanation is None else Verbatim(told.explanation)
    return {
        "designated": YES.into(style),
        "reason": reason,
        "explanation": words,
        "completion": told.completion,
    }


def _put(
    book: Book,
    whose: Asked,
    named: Text,
    title: Text,
    columns: Sequence[FormColumn],
    notes: tuple[Text, ...],
    values_of: Callable[[System, Style], Mapping[str, Value]],
) -> tuple[Sheet, tuple[int, int]]:
    """Write a row for each system; return the sheet and its rows for input."""
    sheet, style = book.sheet(title), book.style
    top = put_head(sheet, named, title, *notes)
    rows = []
    for system in whose.file.systems:
        told = {
            "id": Verbatim(system.id),
            "name": Verbatim(system.title.into(style)),
            **values_of(system, style),
        }
        rows.append([told.get(column.key) for column in columns])
    looks = [_look(column, style) for column in columns]
    table = Table([_column(each) for each in columns], rows, [looks for _ in rows])
    last = put_table(sheet, top, table)
    set_paper(
        sheet, (named, title, None), head=top, last=last, first_column=2, paper=A4
    )
    return sheet, (top + 1, last[0] + _SPARE)


def _column(column: FormColumn) -> Column:
    most, least = _WIDTHS.get(column.kind, (26.0, 9.0))
    heading = text("{name}", name=column.heading)
    return Column(heading, _KINDS[column.kind], most=most, least=least)


def _look(column: FormColumn, style: Style) -> Look:
    look = column_look(_KINDS[column.kind], style)
    if column.kind == "key":
        return look._replace(fill=BAND_FILL, ink=MUTED)
    if column.kind == "text":
        look = look._replace(number="@")
    return look._replace(fill=INPUT_FILL)
