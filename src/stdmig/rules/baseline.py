"""Findings that were there before, so that only new ones count (基準ファイル)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from stdmig.diagnostics import Severity
from stdmig.rules.finding import Finding
from stdmig.rules.rule import Rule
from stdmig.rules.suppression import Suppression


class Known(NamedTuple):
    """
    A finding as a baseline remembers it: by name, without words or figures.

    Attributes
    ----------
    fingerprint
        What it is recognised by.
    severity
        How bad it was; what is worse now is a new finding.
    """

    fingerprint: str
    code: str
    name: str
    severity: Severity
    subject: dict[str, str]


class Baseline(NamedTuple):
    """
    What a baseline file holds.

    Attributes
    ----------
    file
        As the user named it.
    """

    file: str
    entries: tuple[Known, ...]


class Comparison(NamedTuple):
    """
    A baseline held against the findings of today.

    Attributes
    ----------
    kept
        Its entries without those that are gone, none worse than it is today.
    gone
        Entries that no longer occur, of rules that ran.
    worse
        Entries whose finding is worse than it was, and counts again.
    exposed
        Entries whose finding counts since no baseline hides it.
    """

    file: str
    kept: tuple[Known, ...]
    gone: tuple[Known, ...]
    worse: tuple[Known, ...]
    exposed: tuple[Known, ...] = ()


def compare(
    baseline: Baseline,
    findings: Iterable[Finding],
    chosen: Callable[[Rule], bool],
    rules: Iterable[Rule],
) -> tuple[tuple[Finding, ...], Comparison]:
    """
    Return the findings, those of the baseline marked so, and what became of it.

    Parameters
    ----------
    chosen, rules
        Which of all rules ran. What another one would find is neither there nor gone.
    """
    idle = {rule.code for rule in rules if not chosen(rule)}
    known = {each.fingerprint: each for each in baseline.entries}
    named = [(finding.fingerprint, finding) for finding in findings]
    present = dict(named)
    kept, gone, worse, exposed = [], [], [], []
    for each in baseline.entries:
        finding = present.get(each.fingerprint)
        if finding is None and each.code not in idle:
            gone.append(each)
        elif finding is None:
            kept.append(each)
        elif finding.is_exposed:
            exposed.append(each)
        elif not finding.suppression:
            kept.append(each._replace(severity=min(each.severity, finding.severity)))
            if finding.severity > each.severity:
                worse.append(each)
    marked = tuple(_marked(finding, known.get(name)) for name, finding in named)
    told = (tuple(each) for each in (kept, gone, worse, exposed))
    return marked, Comparison(baseline.file, *told)


def _marked(finding: Finding, known: Known | None) -> Finding:
    if known is None or finding.suppression or finding.is_exposed:
        return finding
    if finding.severity > known.severity:
        return finding
    return replace(finding, suppression=Suppression("baseline"))
