"""The sheet of findings: what, where, what to do, and which are accepted (指摘)."""

from __future__ import annotations

from stdmig.inventory import subject_yaml
from stdmig.render.check.entry import Entry, subject_words
from stdmig.render.check.suppressed import reason_words
from stdmig.render.dossier import Dossier
from stdmig.render.palette import MUTED
from stdmig.render.place_in_file import place_in_file
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.look import Look
from stdmig.render.workbook.page import put_title, set_page
from stdmig.render.workbook.table import Column, Table, column_look, put_table
from stdmig.rules import Suppression
from stdmig.words import Style, Text, text

NAME = text("Findings")

_COLUMNS = (
    Column(text("Severity"), "word"),
    Column(text("Code"), "word"),
    Column(text("Subject"), most=22),
    Column(text("Finding"), most=46),
    Column(text("What follows"), most=52),
    Column(text("What to do"), most=42),
    Column(text("Gap (days)"), "number"),
    Column(text("Place in the file"), most=26),
    Column(text("Handling"), most=24, least=10),
    Column(text("Subject key"), most=26),
)


def put_findings(book: Book, dossier: Dossier) -> None:
    """Write the sheet; what counts stands first."""
    sheet, style, report = book.sheet(NAME), book.style, dossier.report
    top = put_title(sheet, dossier, NAME, report.summary)
    entries = (*report.open, *report.suppressed)
    rows = [_row(entry, style) for entry in entries]
    looks = [_looks(entry, style) for entry in entries]
    last = put_table(sheet, top, Table(_COLUMNS, rows, looks))
    # The key is for whoever edits the files, on screen; paper goes to others.
    set_page(sheet, dossier, NAME, head=top, last=(last[0], last[1] - 1))


def _row(entry: Entry, style: Style) -> list[Value]:
    return [
        entry.severity.label.into(style),
        entry.code,
        subject_words(entry).into(style),
        entry.message.into(style),
        "\n".join(detail.into(style) for detail in entry.details),
        entry.help.into(style) if entry.help else None,
        entry.data.get("gap_days"),
        place_in_file(entry.location),
        _state(entry.suppression).into(style),
        subject_yaml(entry.subject),
    ]


def _looks(entry: Entry, style: Style) -> list[Look]:
    looks = [column_look(column.kind, style) for column in _COLUMNS]
    if entry.suppression is not None:
        return [look._replace(ink=MUTED) for look in looks]
    looks[0] = looks[0]._replace(bold=entry.severity.key == "error")
    return looks


def _state(suppression: Suppression | None) -> Text:
    """Return whether a finding counts, and if not, who says so and how long."""
    if suppression is None:
        return text("to be dealt with")
    return reason_words(suppression)
