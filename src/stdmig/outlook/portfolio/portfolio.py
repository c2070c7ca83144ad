"""The roll-up of many municipalities: what a prefecture looks at (団体の集計)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic
from stdmig.outlook.portfolio.joint_procurement import Joint
from stdmig.outlook.portfolio.month_number import MonthNumber
from stdmig.outlook.portfolio.town import Day, DueKind, SystemState, Town, VendorLimit
from stdmig.outlook.portfolio.vendor_row import Overload, VendorRow


class Broken(NamedTuple):
    """
    A workspace that cannot be planned, and why (読み込めない団体).

    Attributes
    ----------
    code, name
        The municipality's, where at least that could be read.
    """

    place: str
    faults: tuple[Diagnostic, ...]
    code: str | None = None
    name: str | None = None


class Ranked(NamedTuple):
    """
    A municipality in the order of its risk (危険度順).

    Municipalities are compared by these figures in this order, each the more the
    worse; equal ones share a rank and follow each other by code, then by place. No
    figure is weighed against another.

    Attributes
    ----------
    rank
        From 1, the worst.
    lost
        Systems that are overdue, or whose day not even the shortest durations keep.
    late
        Systems whose day the longest durations do not keep.
    days_late
        By how many days the worst of both misses its day with the longest durations,
        or its deadline, whichever is more.
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
    towns, broken
        Municipalities that were planned, and workspaces that could not be.
    systems
        Systems that apply.
    states
        How many systems are in which state; those that do not apply are ``absent``.
    designated
        Systems that are 特定移行支援システム.
    designated_towns
        Municipalities that have one.
    step_rate
        Plain mean of the municipalities' own mean rates of completion, over those that
        recorded any; None where none did.
    work_rate
        Share of the plan's work that is over, by months of the longest durations; None
        where there is none, or a single system is looked at.
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
    limits: tuple[VendorLimit, ...] = ()
    """What vendors can do, as far as anybody wrote it down: the lesser of all."""
    disputed: tuple[VendorLimit, ...] = ()
    """Those of the limits that are written down in different ways."""
    overloads: tuple[Overload, ...] = ()
    """From the as-of date's month on, by month: where a limit is exceeded."""
    chosen: tuple[str, ...] = ()
    """Ids of the systems that alone are looked at; empty for all."""
