"""An acceptance, and what of its rule's hits it names (了承の対象となる指摘)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from stdmig.diagnostics import Severity
from stdmig.inventory import Acceptance, Path
from stdmig.rules.hit import Hit, fingerprint


class Held(NamedTuple):
    """
    An acceptance held against what its rule found.

    Attributes
    ----------
    path
        Route to it in ``systems.yaml``.
    code
        Of the rule that it is about; the rule has run.
    hit
        What it names, None where the rule found no such thing.
    severity
        How much that matters; None likewise.
    found
        Everything that the rule found.
    """

    acceptance: Acceptance
    path: Path
    code: str
    hit: Hit | None
    severity: Severity | None
    found: Sequence[Hit]

    @property
    def fingerprint(self) -> str | None:
        """Return the stable name of the finding that it names, None without one."""
        return None if self.hit is None else fingerprint(self.code, self.hit.subject)

    @property
    def is_exceeded(self) -> bool:
        """Return whether the finding is worse than what was accepted."""
        if self.severity is None or self.acceptance.severity is None:
            return False
        return self.severity > Severity[self.acceptance.severity.upper()]

    def has_run_out(self, as_of: date) -> bool:
        """Return whether its last day is past."""
        return self.acceptance.until < as_of
