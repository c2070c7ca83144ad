"""What a check found, whose, and as of when (点検結果)."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from stdmig.diagnostics import Severity
from stdmig.render.check.entry import Entry
from stdmig.rules import Comparison
from stdmig.words import Name, Text, count, listing, text


class Report(NamedTuple):
    """
    The entries of a check.

    Attributes
    ----------
    municipality, as_of
        None where the files could not be read.
    section
        Whose findings they are; None means everybody's.
    designated
        Id and name of the designated systems among those that are looked at.
    baseline
        What became of the baseline; None where the check was given none.
    """

    entries: tuple[Entry, ...]
    municipality: Name | None = None
    as_of: date | None = None
    sample: bool = False
    as_of_today: bool = False
    section: str | None = None
    designated: tuple[tuple[str, Name], ...] = ()
    baseline: Comparison | None = None

    @property
    def open(self) -> tuple[Entry, ...]:
        """Return the entries that count."""
        return tuple(entry for entry in self.entries if entry.suppression is None)

    @property
    def suppressed(self) -> tuple[Entry, ...]:
        """Return the entries that somebody accepted, or that a baseline holds."""
        return tuple(entry for entry in self.entries if entry.suppression is not None)

    @property
    def counts(self) -> dict[Severity, int]:
        """Return how many findings count of each severity, the worst first."""
        found: Counter[Severity] = Counter()
        for entry in self.open:
            found[entry.severity] += entry.times
        return {severity: found[severity] for severity in reversed(Severity)}

    @property
    def accepted(self) -> int:
        """Return how many entries do not count since somebody accepted them."""
        kinds = [each.suppression.kind for each in self.entries if each.suppression]
        return kinds.count("accepted")

    @property
    def in_baseline(self) -> int:
        """Return how many entries do not count since a baseline holds them."""
        return len(self.suppressed) - self.accepted

    @property
    def summary(self) -> Text:
        """Return the counts in one sentence."""
        if not self.entries:
            return text("No findings.")
        counted = listing(
            (
                count("{n} error", "{n} errors", self.counts[Severity.ERROR]),
                count("{n} warning", "{n} warnings", self.counts[Severity.WARNING]),
                count("{n} note", "{n} notes", self.counts[Severity.NOTE]),
            )
        )
        beside = [
            told
            for number, told in (
                (self.accepted, text("{n} accepted", n=self.accepted)),
                (self.in_baseline, text("{n} in the baseline", n=self.in_baseline)),
            )
            if number
        ]
        if not beside:
            return counted
        return text(
            "{counts}; not counted: {beside}", counts=counted, beside=listing(beside)
        )
