"""Contracts held against a plan: gap, extension, renewals, overlap (契約期間の確認)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stdmig.coverage.asks import Ask
from stdmig.coverage.extension import ExtensionProgress, extension_progress, signed
from stdmig.coverage.gap import Gap, gap_between, left_over
from stdmig.coverage.notice import notice_day
from stdmig.coverage.purchase import Purchase
from stdmig.coverage.renewal import Overrun, carried_to
from stdmig.coverage.unit import UnitCoverage
from stdmig.inventory import Agreement, Contract, Extension
from stdmig.inventory.agreements import Follower
from stdmig.inventory.contracts import ExtensionState


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
        The latest cutover of its units.
    needed_to
        Last day that any of them needs of this contract; where it is `overdue`, as far
        as is known.
    gap
        What is uncovered up to that day, whatever is planned or signed; or None.
    progress
        How far the extension that closes the gap has come.
    runs_to
        Last day of the contract with its signed extensions; None if unknown.
    purchases
        What is still to be signed, as it is sold; several where signed extensions
        leave holes.
    overrun
        What automatic renewal leads to, if it leads past `needed_to`.
    as_of
        The day the plan is looked at from.
    overdue
        Whether it is needed to the as-of date only because a cutover is past that is
        not recorded as live. What it takes to the true one cannot be told.
    """

    agreement: Agreement
    units: tuple[UnitCoverage, ...]
    cutover: date
    needed_to: date
    gap: Gap | None
    progress: ExtensionProgress
    runs_to: date | None
    purchases: tuple[Purchase, ...]
    overrun: Overrun | None
    as_of: date
    overdue: bool = False

    @property
    def contract(self) -> Contract | None:
        """Return the contract, None where a unit names none."""
        return self.agreement.contract

    @property
    def first_day(self) -> date | None:
        """Return the contract's first day, if it is known."""
        return self.contract.start if self.contract else None

    @property
    def last_day(self) -> date | None:
        """Return the contract's last day, if it is known."""
        return self.contract.end if self.contract else None

    @property
    def extended_to(self) -> date | None:
        """Return the day to which signed extensions prolong its own last day."""
        return self.runs_to if self.runs_to != self.last_day else None

    @property
    def signed_extensions(self) -> tuple[Extension, ...]:
        """Return the extensions that are signed, in the order of the file."""
        extensions = self.contract.extensions if self.contract else ()
        return tuple(each for each in extensions if each.state == "signed")

    @property
    def single_year(self) -> bool:
        """Return whether the contract is renewed every fiscal year (単年度契約)."""
        return self.contract is not None and self.contract.kind == "single_year"

    @property
    def renewed_yearly(self) -> bool:
        """Return whether it is a single-year contract that no other takes over from."""
        return self.single_year and self.follower is None

    @property
    def follower(self) -> Follower | None:
        """Return the contract that takes over, where the need ends with its start."""
        for unit in self.units:
            if unit.follower and unit.needed_to == self.needed_to:
                return unit.follower
        return None

    @property
    def wanted_beyond(self) -> Gap | None:
        """Return the days after the cutover on which the old system is wanted."""
        if self.overdue or self.needed_to < self.cutover:
            return None
        return Gap(self.cutover, self.needed_to)

    @property
    def is_past_hole(self) -> bool:
        """Return whether its gap is over and another contract has taken over since."""
        if self.gap is None or self.follower is None:
            return False
        return self.gap.end < self.as_of

    @property
    def fiscal_years(self) -> tuple[int, ...]:
        """Return the fiscal years that the gap touches."""
        return tuple(self.gap.months_by_year) if self.gap else ()

    @property
    def extension(self) -> Gap | None:
        """Return the whole prolongation as it is sold, signed parts among it."""
        if self.gap is None:
            return None
        bought = [each.span.end for each in self.purchases]
        return Gap(self.gap.start, max([self.gap.end, *bought]))

    @property
    def asks(self) -> tuple[Ask, ...]:
        """Return the requests for the money of what is to be bought, by fiscal year."""
        return tuple(ask for each in self.purchases for ask in each.asks)

    @property
    def unsigned(self) -> tuple[Gap, ...]:
        """Return the parts of the gap that no signed extension covers."""
        if self.gap is None or self.contract is None or self.is_past_hole:
            return ()
        return left_over(self.gap, signed(self.contract.extensions))

    @property
    def renewals(self) -> tuple[int, ...]:
        """
        Return the fiscal years for which a single-year contract must be renewed.

        A year whose contract is signed already needs no other.
        """
        return tuple(self.renewal_months) if self.renewed_yearly else ()

    @property
    def renewal_months(self) -> dict[int, int]:
        """Return the calendar months that are still to be signed, by fiscal year."""
        months: dict[int, int] = {}
        for part in self.unsigned:
            for year, number in part.months_by_year.items():
                months[year] = months.get(year, 0) + number
        return months

    @property
    def overlap(self) -> Gap | None:
        """
        Return the days after the cutover on which the contract still runs.

        The day of the cutover itself is none: on it the one system hands over to the
        other. Where the cutover has not come about, nothing is paid for twice.
        """
        if self.overdue:
            return None
        return gap_between(self.cutover, self.runs_to) if self.runs_to else None

    @property
    def extension_overlap(self) -> Gap | None:
        """Return the days from the cutover on that what is to be bought still runs."""
        last = max((each.span.end for each in self.purchases), default=None)
        if last is None or last < self.cutover:
            return None
        return Gap(max(self.cutover, self.purchases[-1].span.start), last)

    @property
    def covered_to(self) -> date | None:
        """
        Return the last day on which the contract, or the next one, covers the units.

        What counts as the next contract is a signed extension; for a single-year
        contract any recorded one, since each year's is signed only in April.
        """
        if self.last_day is None or self.runs_to is None:
            return None
        if not self.single_year:
            return self.runs_to
        return max(self.runs_to, self.progress.recorded_to)

    @property
    def already_over(self) -> bool:
        """Return whether the units lost their cover before as-of date and cutover."""
        covered, contract = self.covered_to, self.contract
        if self.gap is None or covered is None or contract is None or self.is_past_hole:
            return False
        wanted = min(self.as_of, self.gap.end)
        return carried_to(contract, covered, wanted) < wanted

    @property
    def renewed_to(self) -> date | None:
        """Return where automatic renewals end that carry the contract into its gap."""
        if self.runs_to is None or self.contract is None or not self.unsigned:
            return None
        reached = carried_to(self.contract, self.runs_to, self.needed_to)
        return reached if reached > self.runs_to else None

    @property
    def notice_by(self) -> date | None:
        """Return the last day to cancel or extend it, if the notice is known."""
        notice = self.contract.notice_months if self.contract else None
        if notice is None or self.runs_to is None:
            return None
        return notice_day(self.runs_to, notice)

    @property
    def stop_by(self) -> date | None:
        """Return the last day to stop a contract early, when it is needed no more."""
        stop = self.contract.termination if self.contract else None
        if stop is None or stop.notice_months is None or stop.allowed is False:
            return None
        return notice_day(self.needed_to, stop.notice_months)

    def extension_state(self, first: date, last: date) -> ExtensionState | None:
        """Return how far the extension for a part of the gap has come."""
        extensions = self.contract.extensions if self.contract else ()
        return extension_progress(extensions, first, last).state

    def asked(self, ask: Ask) -> ExtensionState | None:
        """Return how far a request is; what is sold beyond the need does not count."""
        needed = ask.span.within(self.gap) if self.gap else None
        return self.extension_state(*(needed or ask.span))

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the sections whose units it covers."""
        named = (unit.installation.unit.section for unit in self.units)
        return tuple(dict.fromkeys(named))
