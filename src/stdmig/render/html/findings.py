"""The findings, rule by rule, with what to do and why (指摘の表)."""

from __future__ import annotations

from collections import Counter
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
from stdmig.render.place_in_file import place_in_file
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


def parted(report: Report) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """
    Return the findings that count, and those that somebody accepted.

    A page stands for itself: what only a baseline would take out of a count, a file
    that its readers do not have, counts here.
    """
    held: dict[bool, list[Entry]] = {False: [], True: []}
    for entry in report.entries:
        known = entry.suppression
        held[known is not None and known.kind == "accepted"].append(entry)
    return tuple(held[False]), tuple(held[True])


def counts(entries: tuple[Entry, ...], pen: Pen) -> tuple[tuple[str, Markup, int], ...]:
    """Return tone, name and number of each severity, the worst first."""
    found = Counter(entry.severity for entry in entries)
    return tuple(
        (severity.key, pen(severity.label), found[severity])
        for severity in reversed(Severity)
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
    known = entry.suppression
    accepted = known if known and known.kind == "accepted" else None
    return Remark(
        facets.of_finding(entry),
        pen(entry.message),
        tuple(map(pen, entry.details)),
        tuple(
            pen(f"{place_in_file(where)} {words.into(pen.style)}")
            for where, words in entry.related
        ),
        pen(place_in_file(entry.location)),
        pen(entry.help) if entry.help and not told else None,
        pen(reason_words(accepted)) if accepted else None,
    )


@cache
def _whys() -> dict[str, Text]:
    """Return why each rule is there, and why each fault is refused."""
    whys = {code: fault.why for code, fault in FAULTS.items()}
    return whys | {rule.code: rule.why for rule in RULES}
