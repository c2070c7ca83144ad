"""Findings as a table (指摘一覧)."""

from __future__ import annotations

from stdmig.inventory import subject_yaml
from stdmig.render.check.entry import Entry, subject_words
from stdmig.render.check.report import Report
from stdmig.render.check.suppressed import reason_words
from stdmig.render.csv_table import Encoding, Unwritable, table
from stdmig.words import Style, Text, text

_HEADINGS: tuple[Text, ...] = (
    text("Severity"),
    text("Code"),
    text("Subject"),
    text("Finding"),
    text("What follows"),
    text("What to do"),
    text("Gap (days)"),
    text("File"),
    text("Line"),
    text("Column"),
    text("Fingerprint"),
    text("Not counted"),
    text("Subject key"),
)


def check_csv(
    report: Report, style: Style, encoding: Encoding
) -> tuple[bytes, list[Unwritable]]:
    """Return one row per finding."""
    header = [heading.into(style) for heading in _HEADINGS]
    rows = [_row(entry, style) for entry in report.entries]
    return table(header, rows, encoding)


def _row(entry: Entry, style: Style) -> list[object]:
    return [
        entry.severity.label.into(style),
        entry.code,
        subject_words(entry).into(style),
        entry.message.into(style),
        " ".join(detail.into(style) for detail in entry.details),
        entry.help.into(style) if entry.help else None,
        entry.data.get("gap_days"),
        entry.location.file,
        entry.location.line,
        entry.location.column,
        entry.fingerprint,
        reason_words(entry.suppression).into(style) if entry.suppression else None,
        subject_yaml(entry.subject),
    ]
