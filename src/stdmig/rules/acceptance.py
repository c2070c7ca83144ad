"""Acceptances held against what the rules found (了承と指摘の突合せ)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from stdmig.inventory import Inventory
from stdmig.rules.finding import Finding
from stdmig.rules.held import Held
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Rule
from stdmig.rules.suppression import Suppression


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
    by_rule: dict[str, list[Hit]] = {}
    named = {}
    for finding in found:
        by_rule.setdefault(finding.rule.code, []).append(finding.hit)
        named[finding.rule.code, frozenset(finding.hit.subject.items())] = finding
    held = []
    for place, each in enumerate(inventory.file.accept):
        rule = rules.get(each.code) or rules.get(each.code.upper())
        if rule is not None:
            meant = named.get((rule.code, frozenset(each.subject.items())))
            hit, severity = (meant.hit, meant.severity) if meant else (None, None)
            own = by_rule.get(rule.code, [])
            path = ("accept", place)
            held.append(Held(each, path, rule.code, hit, severity, own))
    return tuple(held)


def accept(
    inventory: Inventory, found: Iterable[Finding], held: Sequence[Held], as_of: date
) -> list[Finding]:
    """Return the findings, those that are accepted, or were, marked so."""
    if not held:
        return list(found)
    marks: Mapping[str | None, Suppression] = {
        each.fingerprint: Suppression(
            "accepted",
            each.acceptance.reason,
            each.acceptance.by,
            each.acceptance.until,
            inventory.locate(each.path),
        )
        for each in held
        if each.hit and not each.is_exceeded and not each.has_run_out(as_of)
    }
    past = {each.fingerprint for each in held if each.hit and each.has_run_out(as_of)}
    return [
        replace(
            finding,
            suppression=marks.get(finding.fingerprint),
            comes_back=finding.fingerprint in past,
        )
        for finding in found
    ]
