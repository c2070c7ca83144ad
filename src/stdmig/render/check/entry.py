"""Faults of reading and findings of rules, in one shape for every format (指摘)."""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

from stdmig.diagnostics import Diagnostic, Location, Severity
from stdmig.inventory import FAULTS
from stdmig.rules import Finding, Suppression
from stdmig.words import Text


class Entry(NamedTuple):
    """
    One row of a report; the fields are those of the machine contract.

    `suppression` says why a row does not count; most have none.
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


def of_finding(finding: Finding) -> Entry:
    """Return the row of a rule's finding."""
    rule, hit = finding.rule, finding.hit
    return Entry(
        rule.code,
        rule.name,
        finding.severity,
        rule.title,
        hit.message,
        hit.details,
        rule.help,
        hit.subject,
        hit.location,
        hit.related,
        finding.fingerprint,
        hit.data,
        finding.suppression,
    )


def of_fault(fault: Diagnostic) -> Entry:
    """Return the row of a fault of reading; its subject is its file."""
    kind = FAULTS[fault.code]
    subject = {"file": fault.location.file}
    named = f"{fault.code}\x1f{fault.location}".encode()
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
        hashlib.sha256(named).hexdigest()[:16],
        {},
    )
