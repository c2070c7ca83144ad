"""Faults of reading and findings of rules, in one shape for every format (指摘)."""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

from stdmig.diagnostics import Diagnostic, Location, Severity
from stdmig.inventory import FAULTS, SUBJECT_KINDS, subject_yaml
from stdmig.render.check.titles import Titles
from stdmig.rules import RULES, Finding, Suppression, named
from stdmig.words import Text, text


class Entry(NamedTuple):
    """
    One row of a report; the fields are those of the machine contract.

    `suppression` says why a row does not count; most have none. `about` is the subject
    in words, and `exposed` says whether no baseline hides it. `times` is how many
    faults a row stands for, where a file has too many to list.
    """

    code: str
    name: str
    severity: Severity
    title: Text
    message: Text
    details: tuple[Text, ...]
    help: Text | None
    subject: dict[str, str]
    location: Location
    related: tuple[tuple[Location, Text], ...]
    fingerprint: str
    data: dict[str, Any]
    suppression: Suppression | None = None
    about: Text | None = None
    exposed: bool = False
    times: int = 1


def subject_words(entry: Entry) -> Text:
    """Return what a row is about; its ids where nobody knows their names."""
    return entry.about or text("{name}", name=named(entry.subject))


def acceptance_key(entry: Entry) -> str | None:
    """Return how an acceptance names a row; None where it cannot be accepted."""
    if not entry.subject or not entry.subject.keys() <= SUBJECT_KINDS.keys():
        return None
    return subject_yaml(entry.subject)


def of_finding(finding: Finding, titles: Titles | None = None) -> Entry:
    """Return the row of a rule's finding, its subject in words where `titles` says."""
    rule, hit = finding.rule, finding.hit
    return Entry(
        rule.code,
        rule.name,
        finding.severity,
        rule.title,
        hit.message,
        tuple(hit.details),
        hit.help or rule.help,
        hit.subject,
        hit.location,
        hit.related,
        finding.fingerprint,
        dict(hit.data),
        finding.suppression,
        titles.of(hit.subject) if titles else None,
        finding.is_exposed,
    )


def of_fault(fault: Diagnostic) -> Entry:
    """
    Return the row of a fault of reading; its subject is its file.

    Levelling tells of its files under the codes of the rules.
    """
    kind = FAULTS.get(fault.code) or _RULES[fault.code]
    subject = {"file": fault.location.file}
    name = f"{fault.code}\x1f{fault.location}".encode("utf-8", "surrogatepass")
    return Entry(
        fault.code,
        kind.name,
        fault.severity,
        kind.title,
        fault.message,
        (),
        fault.help,
        subject,
        fault.location,
        fault.related,
        hashlib.sha256(name).hexdigest()[:16],
        {} if fault.times == 1 else {"faults": fault.times},
        about=text("{name}", name=fault.location.file),
        exposed=True,
        times=fault.times,
    )


_RULES = {rule.code: rule for rule in RULES}
