"""A rule's hit, complete with its rule and a stable name (指摘)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from stdmig.diagnostics import Severity
from stdmig.rules.rule import Hit, Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of the check."""

    rule: Rule
    hit: Hit

    @property
    def severity(self) -> Severity:
        """Return how much it matters."""
        return self.hit.severity or self.rule.severity

    @property
    def fingerprint(self) -> str:
        """
        Return a name that survives edits elsewhere in the file.

        It is made of the code and the subject alone, never of a line or a figure.
        """
        subject = "\x1f".join(
            f"{key}={self.hit.subject[key]}" for key in sorted(self.hit.subject)
        )
        named = f"{self.rule.code}\x1f{subject}".encode()
        return hashlib.sha256(named).hexdigest()[:16]
