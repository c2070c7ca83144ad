"""The findings, rule by rule, with what to do and why (指摘の表)."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from stdmig.diagnostics import Severity
from stdmig.inventory import FAULTS
from stdmig.render.check.entry import Entry
from stdmig.render.check.report import Report
from stdmig.render.check.suppressed import reason_words
from stdmig.render.html.facets import Facets
from stdmig.render.html.pen import Pen
from stdmig.rules import RULES
from stdmig.words import Text


class Remark(NamedTuple):
    """
    One finding.

    Attributes
    ----------
    accepted
        Who takes it as it is, why and until when; None where it counts.
    """

    units: str
    message: Markup
    details: tuple[Markup, ...]
    related: tuple[Markup, ...]
    where: Markup
    help: Markup | None
    accepted: Markup | None


class Group(NamedTuple):
    """
    Findings of one rule.

    Attributes
    ----------
    tone
        ``error``, ``warning`` or ``note``.
    help
        What to do, where it is the same for all of them.
    """

    tone: str
    severity: Markup
    code: str
    title: Markup
    help: Markup | None
    why: Markup | None
    remarks: tuple[Remark, ...]


def groups(entries: tuple[Entry, ...], facets: Facets, pen: Pen) -> tuple[Group, ...]:
    """Return the findings under their rules, in the order of the report."""
    return tuple(
        _group(severity, code, list(own), facets, pen)
        for (severity, code), own in groupby(
            entries, key=lambda entry: (entry.severity, entry.code)
        )
    )


def counts(report: Report, pen: Pen) -> tuple[tuple[str, Markup, int], ...]:
    """Return tone, name and number of each severity, the worst first."""
    return tuple(
        (severity.key, pen(severity.label), number)
        for severity, number in report.counts.items()
    )


def _group(
    severity: Severity, code: str, entries: list[Entry], facets: Facets, pen: Pen
) -> Group:
    first, why = entries[0], _whys().get(code)
    shared = len({entry.help for entry in entries}) == 1
    return Group(
        severity.key,
        pen(severity.label),
        code,
        pen(first.title),
        pen(first.help) if shared and first.help else None,
        pen(why) if why else None,
        tuple(_remark(entry, facets, pen, told=shared) for entry in entries),
    )


def _remark(entry: Entry, facets: Facets, pen: Pen, *, told: bool) -> Remark:
    accepted = entry.suppression
    return Remark(
        facets.of_finding(entry),
        pen(entry.message),
        tuple(map(pen, entry.details)),
        tuple(
            pen(f"{where} {words.into(pen.style)}") for where, words in entry.related
        ),
        pen(entry.location),
        pen(entry.help) if entry.help and not told else None,
        pen(reason_words(accepted)) if accepted else None,
    )


@cache
def _whys() -> dict[str, Text]:
    """Return why each rule is there, and why each fault is refused."""
    whys = {code: fault.why for code, fault in FAULTS.items()}
    return whys | {rule.code: rule.why for rule in RULES}
