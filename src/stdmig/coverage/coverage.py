"""Contracts held against a plan: gap, extension, renewals, overlap (契約期間の確認)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from stdmig.coverage.extension import Progress, extension_progress
from stdmig.dates import months_by_fiscal_year
from stdmig.inventory import Agreement, Installation
from stdmig.inventory.contracts import ExtensionState
from stdmig.schedule import Plan

_DAY = timedelta(days=1)


class Gap(NamedTuple):
    """
    Days without a contract before a cutover; both days are inside.

    Attributes
    ----------
    start
        The day after the contract's last day.
    end
        The day before the cutover.
    """

    start: date
    end: date

    @property
    def days(self) -> int:
        """Return its length."""
        return (self.end - self.start).days + 1

    @property
    def months_by_year(self) -> dict[int, int]:
        """Return the calendar months that it touches, per fiscal year."""
        return months_by_fiscal_year(self.start, self.end)

    @property
    def months(self) -> int:
        """Return the calendar months that it touches."""
        return sum(self.months_by_year.values())


class UnitCoverage(NamedTuple):
    """One unit of a contract, with its own cutover and its own gap."""

    installation: Installation
    cutover: date
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """
    One contract against the cutovers of the units that it covers.

    Attributes
    ----------
    agreement
        The contract and its units.
    units
        Each unit with its own cutover and gap.
    cutover
        The latest cutover of its units, to which it must last.
    gap
        What is uncovered before that cutover, or None.
    progress
        How far the extension that closes the gap has come.
    as_of
        The day the plan is looked at from.
    """

    agreement: Agreement
    units: tuple[UnitCoverage, ...]
    cutover: date
    gap: Gap | None
    progress: Progress
    as_of: date

    @property
    def first_day(self) -> date | None:
        """Return the contract's first day, if it is known."""
        return self.agreement.contract.start if self.agreement.contract else None

    @property
    def last_day(self) -> date | None:
        """Return the contract's last day, if it is known."""
        return self.agreement.contract.end if self.agreement.contract else None

    @property
    def single_year(self) -> bool:
        """Return whether the contract is renewed every fiscal year (単年度契約)."""
        contract = self.agreement.contract
        return contract is not None and contract.kind == "single_year"

    @property
    def fiscal_years(self) -> tuple[int, ...]:
        """Return the fiscal years that the gap touches."""
        return tuple(self.gap.months_by_year) if self.gap else ()

    @property
    def unsigned(self) -> Gap | None:
        """Return the part of the gap that no signed extension covers."""
        if self.gap is None or self.progress.signed_to >= self.gap.end:
            return None
        return Gap(max(self.gap.start, self.progress.signed_to + _DAY), self.gap.end)

    @property
    def renewals(self) -> tuple[int, ...]:
        """
        Return the fiscal years for which a single-year contract must be renewed.

        A year whose contract is signed already needs no other.
        """
        if self.unsigned is None or not self.single_year:
            return ()
        return tuple(self.unsigned.months_by_year)

    @property
    def overlap(self) -> Gap | None:
        """Return the days from the cutover on that the contract still runs."""
        if self.last_day is None or self.last_day < self.cutover:
            return None
        return Gap(self.cutover, self.last_day)

    @property
    def covered_to(self) -> date | None:
        """
        Return the last day on which the contract, or the next one, covers the units.

        What counts as the next contract is a signed extension; for a single-year
        contract any recorded one, since each year's is signed only in April.
        """
        known = self.progress
        extended_to = known.recorded_to if self.single_year else known.signed_to
        return None if self.last_day is None else max(self.last_day, extended_to)

    @property
    def already_over(self) -> bool:
        """Return whether the units lost their cover before as-of date and cutover."""
        if self.gap is None or self.covered_to is None:
            return False
        return self.covered_to < min(self.as_of, self.gap.end)

    def extension_state(self, first: date, last: date) -> ExtensionState | None:
        """Return how far the extension for a part of the gap has come."""
        contract = self.agreement.contract
        extensions = contract.extensions if contract else ()
        return extension_progress(extensions, first, last).state

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the sections whose units it covers."""
        named = (unit.installation.unit.section for unit in self.units)
        return tuple(dict.fromkeys(named))


def cover(plan: Plan) -> tuple[Coverage, ...]:
    """
    Hold every contract against the plan, in the order of the file.

    A unit without a contract is held too: its coverage knows no last day.
    """
    return tuple(_cover(plan, agreement) for agreement in plan.inventory.agreements)


def _cover(plan: Plan, agreement: Agreement) -> Coverage:
    contract = agreement.contract
    last_day = contract.end if contract else None
    units = []
    for installation in agreement.installations:
        cutover = plan.cutover(installation.system.id).day
        units.append(UnitCoverage(installation, cutover, _gap(last_day, cutover)))
    cutover = max(unit.cutover for unit in units)
    gap = _gap(last_day, cutover)
    extensions = contract.extensions if contract else ()
    progress = extension_progress(extensions, gap.start, gap.end) if gap else Progress()
    return Coverage(agreement, tuple(units), cutover, gap, progress, plan.as_of)


def _gap(last_day: date | None, cutover: date) -> Gap | None:
    if last_day is None or last_day + _DAY >= cutover:
        return None
    return Gap(last_day + _DAY, cutover - _DAY)
