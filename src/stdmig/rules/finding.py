"""A rule's hit, complete with its rule and a stable name (指摘)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stdmig.diagnostics import Severity
from stdmig.rules.hit import Hit, fingerprint
from stdmig.rules.rule import Rule
from stdmig.rules.suppression import Suppression
from stdmig.words import Text, listing, text


def named(subject: Mapping[str, str]) -> str:
    """Return a subject in one line, each kind before its id."""
    return " ".join(f"{kind}:{name}" for kind, name in subject.items())


def several(subjects: Sequence[Mapping[str, str]]) -> Text:
    """Return the first of many subjects, and how many more there are."""
    listed = listing(map(named, subjects[:_LISTED]))
    more = len(subjects) - _LISTED
    return text("{names} and {n} more", names=listed, n=more) if more > 0 else listed


_LISTED = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One finding of the check.

    Attributes
    ----------
    suppression
        Why it does not count, if it does not.
    comes_back
        Whether it was accepted up to a day that is past; no baseline hides it then.
    """

    rule: Rule
    hit: Hit
    suppression: Suppression | None = None
    comes_back: bool = False

    @property
    def severity(self) -> Severity:
        """Return how much it matters."""
        return self.hit.severity or self.rule.severity

    @property
    def is_exposed(self) -> bool:
        """
        Return whether no baseline hides it.

        An acceptance goes before a baseline: neither what comes back when one has run
        out is hidden, nor the rule that says so.
        """
        return self.comes_back or self.rule.last

    @property
    def fingerprint(self) -> str:
        """Return a name that survives edits elsewhere in the file."""
        return fingerprint(self.rule.code, self.hit.subject)
