"""Findings as a code quality report of GitLab (GitLabのコード品質)."""

from __future__ import annotations

from collections import Counter
from typing import Any

from stdmig.diagnostics import Severity
from stdmig.render.check.entry import Entry
from stdmig.render.check.path import below
from stdmig.render.check.run import Run
from stdmig.render.check.sentences import fact
from stdmig.render.jsonable import dump
from stdmig.words import Style

_SEVERITIES = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.NOTE: "info",
}


def check_gitlab(run: Run, style: Style) -> str:
    """
    Return the findings that count; GitLab compares them by their fingerprints.

    It has no word for a finding that was accepted, so these are left out.
    """
    seen: Counter[str] = Counter()
    issues = []
    for entry in run.report.open:
        seen[entry.fingerprint] += 1
        issues.append(_issue(entry, seen[entry.fingerprint], run.folder, style))
    return dump(issues)


def _issue(entry: Entry, time: int, folder: str, style: Style) -> dict[str, Any]:
    # Of two with the same fingerprint GitLab would show the first alone.
    suffix = f"-{time}" if time > 1 else ""
    file = entry.location.file
    return {
        "description": fact(entry, style),
        "check_name": f"{entry.code} {entry.name}",
        "fingerprint": f"{entry.fingerprint}{suffix}",
        "severity": _SEVERITIES[entry.severity],
        "location": {
            # A path is required; one that is not below stays as it was given.
            "path": below(file, folder) or file,
            "lines": {"begin": entry.location.line},
        },
    }
