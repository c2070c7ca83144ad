"""What of a contract's gap is open, one answer for every output (未解消の空白)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from stdmig.coverage.coverage import Coverage
from stdmig.coverage.gap import Gap

OpenGapKind = Literal["unknown", "none", "signed", "renewals", "open"]
"""
How a contract stands.

Its last day is ``unknown``; nothing is missing (``none``), also where another contract
has taken over since; every missing day is ``signed``; it is a single-year contract for
which ``renewals`` are to be signed; or days are ``open`` without any contract.
"""


class OpenGap(NamedTuple):
    """
    The days that neither a contract nor a signed extension of it covers.

    Attributes
    ----------
    kind
        How the contract stands.
    parts
        The uncovered days; several where signed extensions leave holes. For a
        single-year contract they are the days of its renewals.
    renewals
        The fiscal years for which a single-year contract is to be renewed.
    alarms
        Whether somebody must act: days are uncovered and their money is not voted.
    """

    kind: OpenGapKind
    parts: tuple[Gap, ...] = ()
    renewals: tuple[int, ...] = ()
    alarms: bool = False

    @property
    def days(self) -> int:
        """Return the number of uncovered days."""
        return sum(part.days for part in self.parts)

    @property
    def months(self) -> int:
        """Return the calendar months that the uncovered days touch."""
        return sum(part.months for part in self.parts)


def open_gap(coverage: Coverage) -> OpenGap:
    """Return which days of a contract are uncovered, and how that is to be told."""
    if coverage.last_day is None:
        return OpenGap("unknown")
    parts, renewals = coverage.unsigned, coverage.renewals
    if not parts:
        closed = coverage.gap is not None and not coverage.is_past_hole
        return OpenGap("signed" if closed else "none")
    alarms = coverage.progress.state != "voted"
    return OpenGap("renewals" if renewals else "open", parts, renewals, alarms)
