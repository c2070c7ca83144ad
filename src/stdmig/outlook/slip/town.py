"""What a vendor's slip does to one municipality: plain values alone (遅れの影響)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from stdmig.outlook.portfolio.town import Day

Kept = Literal["longest", "shortest", "not"]
"""
With which durations a planned day can be kept.

With the ``longest`` and ordinary budgets; with the ``shortest`` and every allowed way
to a budget alone; or ``not`` even so, which holds for every day that is past.
"""

WindowKind = Literal["extension", "request", "carry_over"]
"""
What the money is for.

A year of a contract's ``extension`` (延長); a procurement's own budget ``request`` that
the planned day would have needed (予算要求); work under contract that ends in a later
fiscal year and whose money must be carried over (繰越明許費).
"""

WindowState = Literal["not_yet", "open", "closed"]
"""受付前, 受付中, 締切り後. What waits for a vote is open until its day."""


class SystemSlip(NamedTuple):
    """
    A system that is worked on later (業務).

    Attributes
    ----------
    id
        As the file has it.
    vendors, packages
        Of its units: who is late, and with what. None of either where another system
        holds this one up.
    switching
        Whether the municipality means to leave that vendor, in any of those units.
        The files name the present vendor alone.
    works
        How many of its tasks are the late vendor's and not over.
    cutover, deadline
        The day that is planned, and the last one on which it may fall.
    early_before, early
        First possible cutover with the longest durations.
    earliest_before, earliest
        First possible cutover with the shortest.
    forecast_before, forecast
        The day to reckon with: the planned one as long as it is as safe as it was
        before the slip, else the first that is. What no duration kept before has the
        first day with the shortest.
    """

    id: str
    vendors: tuple[str, ...]
    packages: tuple[str, ...]
    switching: bool
    works: int
    cutover: Day
    deadline: Day
    designated: bool
    early_before: Day
    early: Day
    earliest_before: Day
    earliest: Day
    forecast_before: Day
    forecast: Day

    @property
    def before(self) -> Kept:
        """Return with which durations the planned day is kept without the slip."""
        return _kept(self.cutover, self.early_before, self.earliest_before)

    @property
    def after(self) -> Kept:
        """Return with which durations the planned day is kept."""
        return _kept(self.cutover, self.early, self.earliest)

    @property
    def is_lost(self) -> bool:
        """Return whether the planned day is less safe, or cannot be kept any more."""
        return self.before != self.after

    @property
    def is_out_of_reach(self) -> bool:
        """Return whether not even the shortest durations keep it any more."""
        return self.is_lost and self.after == "not"

    @property
    def days_late(self) -> int:
        """Return by how many days the new day misses the planned one."""
        return self.forecast - self.cutover

    @property
    def moved_by(self) -> int:
        """Return by how many days the slip moves the cutover."""
        return self.forecast - self.forecast_before

    @property
    def deadline_before(self) -> Kept:
        """Return with which durations the deadline is kept without the slip."""
        return _kept(self.deadline, self.early_before, self.earliest_before)

    @property
    def deadline_after(self) -> Kept:
        """Return with which durations the deadline is kept."""
        return _kept(self.deadline, self.early, self.earliest)

    @property
    def endangers_deadline(self) -> bool:
        """Return whether the deadline is less safe, or cannot be kept any more."""
        return self.deadline_before != self.deadline_after

    @property
    def misses_deadline(self) -> bool:
        """Return whether not even the shortest durations keep the deadline any more."""
        return self.endangers_deadline and self.deadline_after == "not"


def _kept(limit: Day, early: Day, earliest: Day) -> Kept:
    if early <= limit:
        return "longest"
    return "shortest" if earliest <= limit else "not"


class ContractSlip(NamedTuple):
    """
    A contract that leaves more days uncovered than before (契約の空白).

    Attributes
    ----------
    ends
        Its own last day.
    needed_to
        Last day on which its units need it after the slip.
    gap_before, gap_days
        Days that nothing signed covers up to the forecast cutover, before and after.
    single_year
        Whether they are days of renewals (単年度契約の更新).
    """

    id: str
    name: str
    vendor: str | None
    ends: Day
    needed_to: Day
    gap_before: int
    gap_days: int
    single_year: bool
    systems: tuple[str, ...]

    @property
    def added(self) -> int:
        """Return the uncovered days that the slip adds."""
        return self.gap_days - self.gap_before


class WindowSlip(NamedTuple):
    """
    Money that must be asked for, or carried over, because of the slip (予算の受付期間).

    Attributes
    ----------
    id, name
        Of the contract or the procurement.
    policy
        The common policy of a procurement's units, None where there is none.
    fiscal_year
        Whose money it is.
    by
        Last day of the window, or day of the vote.
    next_by
        Where the window is closed, the last day to ask for a supplementary budget that
        is voted in time; None where none is left, or none is known.
    """

    kind: WindowKind
    id: str
    name: str
    fiscal_year: int
    by: Day
    state: WindowState
    next_by: Day | None = None
    policy: str | None = None

    @property
    def is_lost(self) -> bool:
        """Return whether the window is over."""
        return self.state == "closed"


class TownSlip(NamedTuple):
    """
    What a vendor's slip does to a municipality (団体への影響).

    Attributes
    ----------
    place
        The workspace, as the user named it.
    spellings
        How its files write the vendors that are late.
    works
        The late vendors' tasks of items 13 to 15 that are not over.
    systems
        Those that are worked on later, or held up by one that is.
    contracts, windows
        What is uncovered, and what must be asked for, in addition.
    """

    place: str
    name: str
    name_en: str | None
    code: str | None
    spellings: tuple[str, ...]
    works: int
    systems: tuple[SystemSlip, ...]
    contracts: tuple[ContractSlip, ...]
    windows: tuple[WindowSlip, ...]

    @property
    def lost(self) -> tuple[SystemSlip, ...]:
        """Return the systems that lose their cutover."""
        return tuple(each for each in self.systems if each.is_lost)

    @property
    def closed(self) -> tuple[WindowSlip, ...]:
        """Return the windows that are over."""
        return tuple(each for each in self.windows if each.is_lost)
