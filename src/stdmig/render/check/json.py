"""Findings for other programs (``stdmig.findings/1``)."""

from __future__ import annotations

from typing import Any

from stdmig.render.check.baseline import remembered
from stdmig.render.check.entry import Entry
from stdmig.render.check.report import Report
from stdmig.render.jsonable import dump, place
from stdmig.rules import Comparison, Suppression
from stdmig.words import Style

SCHEMA = "stdmig.findings/1"


def check_json(report: Report, style: Style) -> str:
    """Return the findings as JSON; null means unknown."""
    name = report.municipality
    return dump(
        {
            "schema": SCHEMA,
            "municipality": name.into(style) if name else None,
            "sample": report.sample,
            "section": report.section,
            "as_of": report.as_of.isoformat() if report.as_of else None,
            "designated": [name for name, _ in report.designated],
            "findings": [_finding(entry, style) for entry in report.entries],
            "summary": {
                **{severity.key: each for severity, each in report.counts.items()},
                "accepted": report.accepted,
                "baseline": report.in_baseline,
            },
            "baseline": _baseline(report.baseline),
        }
    )


def _finding(entry: Entry, style: Style) -> dict[str, Any]:
    return {
        "code": entry.code,
        "name": entry.name,
        "severity": entry.severity.key,
        "message": entry.message.into(style),
        "details": [detail.into(style) for detail in entry.details],
        "help": entry.help.into(style) if entry.help else None,
        "subject": entry.subject,
        "location": place(entry.location),
        "related": [
            {"location": place(where), "message": message.into(style)}
            for where, message in entry.related
        ],
        "fingerprint": entry.fingerprint,
        "data": entry.data,
        "suppression": _suppression(entry.suppression),
    }


def _suppression(suppression: Suppression | None) -> dict[str, Any] | None:
    if suppression is None:
        return None
    until, where = suppression.until, suppression.location
    return {
        "kind": suppression.kind,
        "reason": suppression.reason,
        "by": suppression.by,
        "until": until.isoformat() if until else None,
        "location": place(where) if where else None,
    }


def _baseline(comparison: Comparison | None) -> dict[str, Any] | None:
    if comparison is None:
        return None
    return {
        "file": comparison.file,
        "gone": [remembered(each) for each in comparison.gone],
        "worse": [remembered(each) for each in comparison.worse],
    }
