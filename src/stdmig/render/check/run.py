"""A check as a pipeline sees it: the report, and what decided its end (点検の実行)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.diagnostics import Severity
from stdmig.render.check.entry import Entry
from stdmig.render.check.report import Report
from stdmig.rules import Rule


class Run(NamedTuple):
    """
    One run of ``stdmig check``.

    Attributes
    ----------
    report
        What was found.
    rules
        Those that were run; none where the files could not be read.
    limit
        From which severity on a finding fails the check; None means never.
    code
        How the program ends.
    folder
        The current folder, absolute and with ``/``; paths are told from there.
    """

    report: Report
    rules: tuple[Rule, ...] = ()
    limit: Severity | None = Severity.ERROR
    code: int = 0
    folder: str = "/"

    @property
    def unreadable(self) -> bool:
        """Return whether there was nothing to check: the entries are faults."""
        return self.report.as_of is None

    def fails(self, entry: Entry) -> bool:
        """Return whether an entry alone would fail the check."""
        if entry.suppression is not None or self.limit is None:
            return False
        return entry.severity >= self.limit
