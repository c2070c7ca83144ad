"""The roll-up of many municipalities: what a prefecture looks at (団体の集計)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from stdmig.diagnostics import Diagnostic
from stdmig.outlook.portfolio.town import (
    Day,
    DueKind,
    SystemState,
    Town,
    VendorLimit,
)

MonthNumber: TypeAlias = int
"""Calendar months counted on: the year times 12, and the month from 0."""


def item_order(ref: str) -> tuple[int, str]:
    """Return what orders work items: the number, then the letter of a part."""
    number = ref.rstrip("abcdefghijklmnopqrstuvwxyz")
    return (int(number) if number.isdecimal() else 1_000, ref)


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
    places
        The workspaces of those municipalities.
    moving
        How many systems are in data migration or tests, or both: each counts once.
    """

    towns: int
    systems: dict[str, int]
    over: int
    places: tuple[str, ...] = ()
    moving: int = 0


class PackageRow(NamedTuple):
    """One package of a vendor, and in how many municipalities it is moved (製品別)."""

    package: str
    towns: int
    months: dict[MonthNumber, int]


class VendorRow(NamedTuple):
    """
    One vendor over all municipalities (事業者別).

    Attributes
    ----------
    towns, systems
        For how many it delivers, or has work to do; systems that do not apply apart.
    lost
        Systems of it that are overdue or cannot keep their day.
    by_package
        Who moves the same package in the same months: municipalities at work.
    """

    vendor: str
    packages: tuple[str, ...]
    towns: int
    systems: int
    lost: int
    months: dict[MonthNumber, VendorMonth]
    by_package: tuple[PackageRow, ...] = ()

    @property
    def items(self) -> tuple[str, ...]:
        """Return the work items that it has in any month, in their order."""
        found = {item for load in self.months.values() for item in load.systems}
        return tuple(sorted(found, key=item_order))


class Overload(NamedTuple):
    """
    A month in which a vendor has more to do than it can (上限を超える月).

    Attributes
    ----------
    items
        The work items that the limit counts together.
    load, limit
        How much the vendor has to do, one for each system unless procedures.yaml says
        otherwise, and how much it can; both in tenths.
    places
        The workspaces that have such work then.
    """

    vendor: str
    items: tuple[str, ...]
    month: MonthNumber
    load: int
    limit: int
    places: tuple[str, ...]

    @property
    def over(self) -> int:
        """Return by how much it is more, in tenths."""
        return self.load - self.limit


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
    policy: str | None = None


JointFault = Literal["alone", "dates", "policies"]
"""
Why parts do not make one procurement (調達の不整合).

A single municipality names it; one part needs the contract before another begins; the
parts' policies (stay, switch …) differ.
"""


class Joint(NamedTuple):
    """
    A procurement of several municipalities, as one (共同調達).

    Attributes
    ----------
    start
        The earliest planned first day of the parts: when all must be ready to begin.
    finish
        The earliest day by which a part needs the contract.
    faults
        Where the parts do not fit together.
    apart
        Days from the earliest needed contract to the latest planned beginning; 0
        where all parts are under way before.
    """

    name: str
    start: Day
    finish: Day
    parts: tuple[JointPart, ...]
    faults: tuple[JointFault, ...] = ()
    apart: int = 0


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
