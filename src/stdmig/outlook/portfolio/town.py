"""What the roll-up keeps of one municipality: plain values alone (団体の要約)."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Day: TypeAlias = int
"""A proleptic Gregorian ordinal (`datetime.date.toordinal`)."""

SystemState = Literal["absent", "live", "overdue", "impossible", "late", "fits"]
"""
How a system stands, the first that holds (業務の状況).

Does not apply here; serves already; its day is past and it is not recorded as live;
not even the shortest durations keep its day; the longest do not; all is well. A day
after the deadline counts as if it could not be kept.
"""

DueKind = Literal["request", "notice", "vote"]
"""予算要求, 予告期限, 議決."""


class TownSystem(NamedTuple):
    """
    One system of a municipality (業務).

    Attributes
    ----------
    id
        As the file has it; the twenty of the law have the same everywhere.
    state
        See `SystemState`.
    cutover, deadline
        The planned cutover and its deadline; None where it does not apply.
    early, earliest
        First possible cutover with the longest and with the shortest durations.
    float_days
        Days from the early cutover to the planned one; negative where it is late.
    gap_days
        Days between its contracts' end and its cutover that nothing covers.
    designated, reason, completion
        Whether it is a 特定移行支援システム, and what is recorded of that.
    done, started, not_applicable, steps
        The ministry's steps; `steps` is 0 where nothing is recorded.
    errors, warnings
        Findings of the check that name it and count.
    vendors, packages
        Who delivers its units now, and what.
    """

    id: str
    state: SystemState
    cutover: Day | None
    deadline: Day | None
    early: Day | None
    earliest: Day | None
    float_days: int | None
    gap_days: int
    designated: bool
    reason: int | None
    completion: Day | None
    done: int
    started: int
    not_applicable: int
    steps: int
    errors: int
    warnings: int
    vendors: tuple[str, ...]
    packages: tuple[str, ...]


class TownContract(NamedTuple):
    """
    One contract of a municipality (契約).

    Attributes
    ----------
    ends
        Its own last day; None where it is unknown.
    covered_to
        Its last day with signed extensions.
    needed_to
        Last day on which its units need it.
    gap_days
        Days up to then that nothing covers, whatever is planned or asked for.
    notice_by
        Last day for a notice that is still to be given.
    systems
        Ids of the systems whose units it covers.
    """

    id: str
    name: str
    vendor: str | None
    ends: Day | None
    covered_to: Day | None
    needed_to: Day
    gap_days: int
    notice_by: Day | None
    single_year: bool
    systems: tuple[str, ...]


class TownWork(NamedTuple):
    """
    Work of a vendor that is not over, with planned dates (事業者の作業).

    Attributes
    ----------
    item
        The work item: 13 setting up, 14 data migration, 15 tests and training.
    start, finish
        First day, and the day after the last.
    systems
        Ids of the systems that are worked on at that time.
    load
        How much of the vendor it takes at one time, in tenths, as `level` counts: 10 a
        task unless procedures.yaml says otherwise; what two packages share, once.
        None: 10 for every system.
    """

    vendor: str
    package: str | None
    item: str
    start: Day
    finish: Day
    systems: tuple[str, ...]
    load: int | None = None


class TownPurchase(NamedTuple):
    """
    What a municipality still has to buy as one (調達単位).

    Attributes
    ----------
    id, name
        As the plan has them.
    joint
        What several municipalities call their common procurement (共同調達).
    start, finish
        Planned first day of the first work for it and the day after the contract.
    cutover
        The first cutover of its systems.
    policy
        What its units have in common: stay, switch …; None where they differ.
    """

    id: str
    name: str
    joint: str | None
    start: Day
    finish: Day
    cutover: Day
    systems: tuple[str, ...]
    policy: str | None = None


class TownDue(NamedTuple):
    """
    A day by which somebody must have acted (期限).

    Attributes
    ----------
    fiscal_year
        For which year's budget; None unless it is a request.
    about
        How many things are asked for, given notice of or voted on.
    """

    kind: DueKind
    day: Day
    fiscal_year: int | None
    about: int


class TownFinding(NamedTuple):
    """How often a rule of the check found something that counts."""

    code: str
    severity: str
    number: int


class VendorLimit(NamedTuple):
    """How much a vendor can do in January to December, in tenths; None: no limit."""

    vendor: str
    items: tuple[str, ...]
    limits: tuple[int | None, ...]


class Town(NamedTuple):
    """
    A municipality, as the roll-up needs it (団体).

    Attributes
    ----------
    place
        The workspace, as the user named it.
    code
        Six digits; the first two are the prefecture's (全国地方公共団体コード).
    work_done, work_whole
        Months of the longest durations of what is over, and of all (作業量).
    sample
        Whether it is the packaged sample city.
    """

    place: str
    name: str
    name_en: str | None
    code: str | None
    population: int | None
    work_done: float
    work_whole: float
    systems: tuple[TownSystem, ...]
    contracts: tuple[TownContract, ...]
    work: tuple[TownWork, ...]
    purchases: tuple[TownPurchase, ...]
    due: tuple[TownDue, ...]
    findings: tuple[TownFinding, ...]
    limits: tuple[VendorLimit, ...]
    sample: bool = False
