"""The roll-up of many municipalities: what a prefecture looks at (団体の集計)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from stdmig.diagnostics import Diagnostic
from stdmig.outlook.portfolio.town import Day, DueKind, SystemState, Town

MonthNumber: TypeAlias = int
"""Calendar months counted on: the year times 12, and the month from 0."""


class Broken(NamedTuple):
    """A workspace that cannot be planned, and why (読み込めない団体)."""

    place: str
    faults: tuple[Diagnostic, ...]


class Ranked(NamedTuple):
    """
    A municipality in the order of its risk (危険度順).

    Municipalities are compared by these figures in this order, each the more the
    worse; equal ones share a rank.

    Attributes
    ----------
    rank
        From 1, the worst.
    lost
        Systems that are overdue, or whose day not even the shortest durations keep.
    late
        Systems whose day the longest durations do not keep.
    days_late
        By how many days the worst of both misses its day, with the longest.
    uncovered
        Systems whose contracts leave days before the cutover uncovered.
    gap_days
        Days of the longest such gap.
    errors
        Errors of the check.
    """

    rank: int
    town: Town
    lost: int
    late: int
    days_late: int
    uncovered: int
    gap_days: int
    errors: int


class Totals(NamedTuple):
    """
    Figures of several municipalities (合計).

    Attributes
    ----------
    states
        How many systems are in which state.
    designated
        Systems that are 特定移行支援システム.
    designated_towns
        Municipalities that have one.
    step_rate
        Plain mean of the municipalities' own mean rates of completion, over those that
        recorded any; None where none did.
    work_rate
        Share of the plan's work that is over, by months of the longest durations.
    """

    towns: int
    broken: int
    systems: int
    states: dict[SystemState, int]
    designated: int
    designated_towns: int
    uncovered: int
    errors: int
    warnings: int
    step_rate: Fraction | None
    work_rate: float | None


class PrefectureTotals(NamedTuple):
    """A prefecture's figures; `code` is None for towns without a code (都道府県計)."""

    code: str | None
    totals: Totals


class SystemTotals(NamedTuple):
    """One system's figures over all municipalities (業務別の合計)."""

    id: str
    totals: Totals


class VendorMonth(NamedTuple):
    """
    What a vendor has to do in a month (事業者の月別作業).

    Attributes
    ----------
    towns
        How many municipalities it works for at that time.
    systems
        How many systems are worked on, by work item (14 data migration, 15 tests).
    over
        By how much it is more than the vendor can do, in tenths; 0 where it is not,
        or no limit is known.
    """

    towns: int
    systems: dict[str, int]
    over: int


class VendorRow(NamedTuple):
    """One vendor over all municipalities (事業者別)."""

    vendor: str
    packages: tuple[str, ...]
    towns: int
    systems: int
    lost: int
    months: dict[MonthNumber, VendorMonth]


class Ending(NamedTuple):
    """Contracts of one vendor that end by a month (事業者別の満了)."""

    vendor: str | None
    month: MonthNumber
    contracts: tuple[tuple[str, str, Day, int], ...]
    """Place of the town, id of the contract, last day, uncovered days."""


class DueDay(NamedTuple):
    """What is due on one day, in which municipalities (期限)."""

    day: Day
    kind: DueKind
    fiscal_year: int | None
    about: int
    towns: tuple[str, ...]


class JointPart(NamedTuple):
    """What one municipality buys of a common procurement."""

    place: str
    purchase: str
    start: Day
    finish: Day
    cutover: Day
    systems: tuple[str, ...]


class Joint(NamedTuple):
    """
    A procurement of several municipalities, as one (共同調達).

    Attributes
    ----------
    start
        The earliest planned first day of the parts: when all must be ready to begin.
    finish
        The earliest day by which a part needs the contract.
    """

    name: str
    start: Day
    finish: Day
    parts: tuple[JointPart, ...]


class Portfolio(NamedTuple):
    """Everything about many municipalities, ready to be shown (団体の集計)."""

    name: str | None
    name_en: str | None
    as_of: date
    towns: tuple[Ranked, ...]
    broken: tuple[Broken, ...]
    total: Totals
    prefectures: tuple[PrefectureTotals, ...]
    systems: tuple[SystemTotals, ...]
    vendors: tuple[VendorRow, ...]
    endings: tuple[Ending, ...]
    due: tuple[DueDay, ...]
    joint: tuple[Joint, ...]
    findings: dict[str, tuple[int, int]]
    """By code: in how many municipalities, and how often."""
