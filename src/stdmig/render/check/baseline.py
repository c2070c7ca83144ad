"""The findings of today for later checks: ``stdmig.baseline/1`` (基準ファイル)."""

from __future__ import annotations

from typing import Any

from stdmig.render.check.entry import Entry
from stdmig.render.check.report import Report
from stdmig.render.jsonable import dump
from stdmig.rules import Known

SCHEMA = "stdmig.baseline/1"


def baseline_json(report: Report) -> str:
    """
    Return what a later check is not to count, in an order that keeps.

    Where the check was given a baseline, it is that one without what is gone: it only
    ever shrinks. Else it is every finding that counts, but for those that it could not
    hide. What is accepted is no part of it, since it has a date of its own.
    """
    entries = _counted(report) if report.baseline is None else report.baseline.kept
    return dump(
        {
            "schema": SCHEMA,
            "municipality": report.municipality.ja if report.municipality else None,
            "findings": [remembered(each) for each in sorted(entries, key=_order)],
        }
    )


def remembered(known: Known) -> dict[str, Any]:
    """Return a finding without words, figures and lines, which change."""
    return {
        "code": known.code,
        "name": known.name,
        "severity": known.severity.key,
        "subject": known.subject,
        "fingerprint": known.fingerprint,
    }


def left_out(report: Report) -> tuple[Known, ...]:
    """Return what counts, or was remembered, and cannot be hidden by a baseline."""
    if report.baseline is not None:
        return report.baseline.exposed
    return tuple(_known(each) for each in report.open if each.exposed)


def _counted(report: Report) -> tuple[Known, ...]:
    return tuple(_known(each) for each in report.open if not each.exposed)


def _known(entry: Entry) -> Known:
    return Known(
        entry.fingerprint, entry.code, entry.name, entry.severity, entry.subject
    )


def _order(known: Known) -> tuple[object, ...]:
    return known.code, sorted(known.subject.items()), known.fingerprint
