"""Whose findings a report holds, and as of when (見出し)."""

from __future__ import annotations

from stdmig.dates import shown
from stdmig.render.check.report import Report
from stdmig.words import Text, text


def title(report: Report) -> Text | None:
    """Return whose findings they are; None where nobody's files could be read."""
    if report.municipality is None:
        return None
    name: object = report.municipality
    if report.sample:
        name = text("{name} (sample)", name=name)
    head = text("{name}: findings", name=name)
    if report.section is not None:
        head = text("{name} ({whose})", name=head, whose=report.section)
    return head


def as_of(report: Report) -> Text | None:
    """Return the as-of date, named as today's where it is the clock's."""
    if report.as_of is None:
        return None
    if report.as_of_today:
        return text("as of {day} (today)", day=shown(report.as_of))
    return text("as of {day}", day=shown(report.as_of))
