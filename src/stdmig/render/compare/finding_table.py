"""Which findings came and went (指摘の増減の表)."""

from __future__ import annotations

from stdmig.diagnostics import Severity
from stdmig.outlook.comparison import Comparison, FindingChange
from stdmig.render.compare.table import Row, Sign, Table, Tone
from stdmig.words import Readable, Text, listing, text

KIND_TITLES = {
    "new": text("new"),
    "worse": text("worse"),
    "milder": text("milder"),
    "accepted": text("accepted now"),
    "gone": text("gone"),
    "reworded": text("says something else"),
}

_SIGNS: dict[str, Sign] = {"new": "+", "gone": "-"}
_ORDER = tuple(KIND_TITLES)


def finding_table(found: Comparison) -> Table:
    """Return the findings that differ, new ones first, the worst of them first."""
    counted = (each for each in found.findings if each.kind != "reworded")
    ranked = sorted(
        counted, key=lambda each: (_ORDER.index(each.kind), -each.finding.severity)
    )
    return Table(
        "findings", text("Findings"), text("Finding"), tuple(map(_row, ranked))
    )


def reworded_table(found: Comparison) -> Table:
    """Return the findings of both plans that say something else, the worst first."""
    ranked = sorted(
        (each for each in found.findings if each.kind == "reworded"),
        key=lambda each: -each.finding.severity,
    )
    return Table(
        "reworded",
        text("Findings that say something else"),
        text("Finding"),
        tuple(map(_reworded, ranked)),
        folded=True,
    )


def said(change: FindingChange) -> tuple[Readable, Readable]:
    """Return what a finding said and says: its details, where its message is alike."""
    was, is_ = change.was or change.finding, change.finding
    if was.hit.message != is_.hit.message:
        return was.hit.message, is_.hit.message
    first = [each for each in was.hit.details if each not in is_.hit.details]
    second = [each for each in is_.hit.details if each not in was.hit.details]
    return listing(first or "-"), listing(second or "-")


def _reworded(change: FindingChange) -> Row:
    finding = change.finding
    before, after = said(change)
    told = text("{code} {what}", code=finding.rule.code, what=finding.severity.label)
    if change.was is not None and change.was.hit.message == finding.hit.message:
        told = text("{code} {what}", code=finding.rule.code, what=finding.hit.message)
    return Row("~", told, before, after, None)


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
