"""Acceptances held against what the rules found (了承と指摘の突合せ)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from stdmig.diagnostics import Severity
from stdmig.inventory import Acceptance, Inventory, Path
from stdmig.rules.finding import Finding
from stdmig.rules.rule import Rule
from stdmig.rules.suppression import Suppression


class Held(NamedTuple):
    """
    An acceptance, and what of its rule's findings it names.

    Attributes
    ----------
    path
        Route to it in ``systems.yaml``.
    rule
        The rule that it is about; it has run.
    finding
        The finding with that subject, None where there is none.
    found
        Everything that the rule found.
    """

    acceptance: Acceptance
    path: Path
    rule: Rule
    finding: Finding | None
    found: Sequence[Finding]

    @property
    def is_exceeded(self) -> bool:
        """Return whether the finding is worse than what was accepted."""
        if self.finding is None or self.acceptance.severity is None:
            return False
        return self.finding.severity > Severity[self.acceptance.severity.upper()]

    def has_run_out(self, as_of: date) -> bool:
        """Return whether its last day is past."""
        return self.acceptance.until < as_of


def hold(
    inventory: Inventory, found: Sequence[Finding], ran: Iterable[Rule]
) -> tuple[Held, ...]:
    """
    Return the acceptances of the rules that ran, in the order of the file.

    Parameters
    ----------
    found
        What those rules found.
    ran
        The rules; of any other nobody knows whether its acceptances still match.
    """
    if not inventory.file.accept:
        return ()
    rules = {name: rule for rule in ran for name in (rule.code, rule.name)}
    by_rule: dict[str, list[Finding]] = {}
    named = {}
    for finding in found:
        by_rule.setdefault(finding.rule.code, []).append(finding)
        named[finding.rule.code, frozenset(finding.hit.subject.items())] = finding
    held = []
    for place, each in enumerate(inventory.file.accept):
        rule = rules.get(each.code) or rules.get(each.code.upper())
        if rule is not None:
            meant = named.get((rule.code, frozenset(each.subject.items())))
            own = by_rule.get(rule.code, [])
            held.append(Held(each, ("accept", place), rule, meant, own))
    return tuple(held)


def accept(
    inventory: Inventory, found: Iterable[Finding], held: Sequence[Held], as_of: date
) -> list[Finding]:
    """Return the findings, those that are accepted, or were, marked so."""
    if not held:
        return list(found)
    marks: Mapping[str, Suppression] = {
        each.finding.fingerprint: Suppression(
            "accepted",
            each.acceptance.reason,
            each.acceptance.by,
            each.acceptance.until,
            inventory.locate(each.path),
        )
        for each in held
        if each.finding and not each.is_exceeded and not each.has_run_out(as_of)
    }
    past = {
        each.finding.fingerprint
        for each in held
        if each.finding and each.has_run_out(as_of)
    }
    return [
        replace(
            finding,
            suppression=marks.get(finding.fingerprint),
            comes_back=finding.fingerprint in past,
        )
        for finding in found
    ]
