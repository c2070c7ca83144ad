"""Which findings are new, gone, worse or milder (指摘の増減)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from stdmig.diagnostics import Severity
from stdmig.outlook.comparison.outcome import Outcome
from stdmig.rules import RULES, Baseline, Finding, Known, compare

FindingChangeKind = Literal["new", "worse", "milder", "accepted", "gone", "reworded"]
"""新規, 悪化, 軽減, 了承, 解消, 内容の変更."""


class FindingChange(NamedTuple):
    """
    A finding of one plan alone, or that matters more or less or says something else.

    Attributes
    ----------
    finding
        As the second plan has it; where it is gone, as the first had it.
    before
        How much it mattered in the first plan; None where it was not there.
    was
        The finding of the first plan, where both have it.
    """

    kind: FindingChangeKind
    finding: Finding
    before: Severity | None
    was: Finding | None = None


def finding_changes(before: Outcome, after: Outcome) -> Iterator[FindingChange]:
    """
    Yield what differs, as a baseline would find it: by code and subject.

    What the first plan's workspace accepted was no finding that counted.
    """
    held = {each.fingerprint: each for each in before.findings if not each.suppression}
    baseline = Baseline("", tuple(map(_known, held.values())))
    marked, told = compare(baseline, after.findings, lambda rule: True, RULES)
    for each in marked:
        known = held.get(each.fingerprint)
        kind = _kind(each, known)
        if kind is not None:
            severity = known.severity if known else None
            yield FindingChange(kind, each, severity, known)
    for entry in told.gone:
        gone = held[entry.fingerprint]
        yield FindingChange("gone", gone, gone.severity)


def _kind(finding: Finding, was: Finding | None) -> FindingChangeKind | None:
    known = finding.suppression
    if known is not None and known.kind == "accepted":
        return "accepted" if was is not None else None
    if was is None:
        return "new"
    if finding.severity == was.severity:
        return "reworded" if _told(finding) != _told(was) else None
    return "worse" if finding.severity > was.severity else "milder"


def _told(finding: Finding) -> tuple[object, ...]:
    return finding.hit.message, tuple(finding.hit.details)


def _known(finding: Finding) -> Known:
    rule = finding.rule
    return Known(
        finding.fingerprint,
        rule.code,
        rule.name,
        finding.severity,
        dict(finding.hit.subject),
    )
