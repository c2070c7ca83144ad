"""What the samples say of a plan (リスクの評価)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from stdmig.network import Purchase
from stdmig.risk.distribution import Distribution
from stdmig.schedule import Plan

Shape = Literal["pert", "triangular"]
"""How durations spread between the shortest, the likely and the longest."""

LimitKind = Literal["cutover", "deadline", "budget", "contract"]
"""What is to be kept: a planned cutover, a deadline, a budget window, a contract."""


class Limit(NamedTuple):
    """
    A day that must not be passed.

    Attributes
    ----------
    system
        Place of the system whose cutover is held against it; for a budget window, None.
    purchase
        Whose request for money it is, for a budget window.
    name
        Id of the contract, for its end: the old system must serve until the eve of the
        cutover, so the cutover may fall on the day after it at the latest.
    """

    kind: LimitKind
    day: date
    system: int | None = None
    purchase: Purchase | None = None
    name: str | None = None


class Chance(NamedTuple):
    """The share of samples (0 to 1) in which a limit is kept."""

    limit: Limit
    share: float


class SystemRisk(NamedTuple):
    """
    What the samples say of one system.

    Attributes
    ----------
    place
        Of the system in the plan's network.
    cutover
        First day on which it may be cut over, black-outs and wanted order obeyed.
    start
        Latest day to begin its first open task that still keeps the planned cutover:
        the share of samples with that day on or after a day is the chance of those who
        begin on it. None where nothing is open.
    chances
        Per limit of the system.
    never
        Share of the samples in which no start is early enough, since a publication,
        work under way or money that has been asked for comes too late; they stand on
        the first day of `start`.
    """

    place: int
    cutover: Distribution
    start: Distribution | None
    chances: tuple[Chance, ...]
    never: float = 0.0


class Swing(NamedTuple):
    """
    What one task does to the last cutover (感度).

    Attributes
    ----------
    place
        Of the task.
    short, long
        Mean ordinal of the last cutover in the tenth of the samples with the shortest
        and with the longest durations of the task.
    """

    place: int
    short: float
    long: float


@dataclass(frozen=True)
class Risk:
    """
    The plan under uncertain durations.

    Attributes
    ----------
    samples, seed, shape
        As they were drawn.
    overall
        The last cutover of all systems.
    all_kept
        Share of samples in which every system keeps its planned cutover.
    systems
        In the order of the plan, without those that are live.
    budgets
        Per purchase, the chance to make the request in the planned window.
    criticality
        Per task, the share of samples in which it is on the chain that sets the
        cutover of some system.
    swings
        The tasks whose slip moves the last cutover most, widest first.
    """

    plan: Plan
    samples: int
    seed: int
    shape: Shape
    overall: Distribution
    all_kept: float
    systems: tuple[SystemRisk, ...]
    budgets: tuple[Chance, ...]
    criticality: tuple[float, ...]
    swings: tuple[Swing, ...]
