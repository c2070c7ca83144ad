"""Which findings came and went (指摘の増減の表)."""

from __future__ import annotations

from stdmig.diagnostics import Severity
from stdmig.outlook.comparison import Comparison, FindingChange
from stdmig.render.compare.table import Row, Sign, Table, Tone
from stdmig.words import Text, text

KIND_TITLES = {
    "new": text("new"),
    "worse": text("worse"),
    "milder": text("milder"),
    "accepted": text("accepted now"),
    "gone": text("gone"),
}

_SIGNS: dict[str, Sign] = {"new": "+", "gone": "-"}
_ORDER = tuple(KIND_TITLES)


def finding_table(found: Comparison) -> Table:
    """Return the findings that differ, new ones first, the worst of them first."""
    ranked = sorted(
        found.findings,
        key=lambda each: (_ORDER.index(each.kind), -each.finding.severity),
    )
    return Table(
        "findings", text("Findings"), text("Finding"), tuple(map(_row, ranked))
    )


def _row(change: FindingChange) -> Row:
    finding, kind = change.finding, change.kind
    told = text("{code} {what}", code=finding.rule.code, what=finding.hit.message)
    now = None if kind == "gone" else finding.severity
    return Row(
        _SIGNS.get(kind, "~"),
        told,
        _severity(change.before),
        KIND_TITLES["accepted"] if kind == "accepted" else _severity(now),
        KIND_TITLES[kind],
        (),
        _tone(change),
    )


def _tone(change: FindingChange) -> Tone:
    if change.kind in ("new", "worse"):
        return "bad" if change.finding.severity > Severity.NOTE else ""
    return "good"


def _severity(severity: Severity | None) -> Text | None:
    return None if severity is None else severity.label
