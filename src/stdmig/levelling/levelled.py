"""The plan with its work spread, held against the one before (平準化の結果)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from stdmig.inventory.template import Durations
from stdmig.levelling.solved import Reached
from stdmig.schedule import Plan
from stdmig.words import Text

WorkerKind = Literal["lead", "section", "vendor"]
"""Whose load it is: 推進課, 担当課, 事業者."""

Method = Literal["none", "heuristic", "solver"]
"""What found the starts; ``none`` where no plan can exist."""


class Worker(NamedTuple):
    """
    Somebody whose load is counted.

    Attributes
    ----------
    kind
        The lead section, a section, or a vendor.
    name
        Of the section or vendor; None for a lead section without a name.
    items
        For a vendor's capacity, the work items that count together.
    """

    kind: WorkerKind
    name: str | None
    items: tuple[str, ...] = ()


class Series(NamedTuple):
    """
    Somebody's load, month by month (月別の作業量).

    Attributes
    ----------
    before, after
        People or parallel tasks per month, of the plan before and of the levelled one.
    capacity
        Per month, None in a month without a limit; None where there is none at all.
    """

    worker: Worker
    before: tuple[Decimal, ...]
    after: tuple[Decimal, ...]
    capacity: tuple[Decimal | None, ...] | None


class Span(NamedTuple):
    """First day of a task and the day after its last, as ordinals."""

    start: int
    finish: int


class Unlevelled(NamedTuple):
    """A task that keeps its dates, and why."""

    place: int
    reason: Text


class Clash(NamedTuple):
    """
    Why no plan can exist: more work than can be done (成り立たない条件).

    Attributes
    ----------
    town
        Which plan it concerns; None for several.
    worker
        Who would have too much to do.
    first, last
        First and last month of the span that is too short, as (year, month).
    needed, available
        Least work that must fall in the span, and the most that can be done in it, in
        people (or parallel tasks) times months.
    tasks
        Smallest set of tasks that clashes: the town and the place of each.
    at_once
        Whether one task alone takes more than there ever is: `needed` is then what it
        takes, and `available` the most that there is at one time whenever it may lie
        in the span, both in people.
    """

    town: int | None
    worker: Worker
    first: tuple[int, int]
    last: tuple[int, int]
    needed: Decimal
    available: Decimal
    tasks: tuple[tuple[int, int], ...]
    at_once: bool = False


class Town(NamedTuple):
    """
    One municipality's part.

    Attributes
    ----------
    before
        Dates of every task before, by place: those of the plan with the durations
        that levelling counts with, as late as possible.
    after
        Dates chosen, of every task.
    fixed
        Places of the tasks that were not to be moved.
    unlevelled
        Tasks that could not be moved, with the reason.
    series
        Loads, the lead section first, then the sections in the order of the file, then
        the vendors that have a capacity.
    """

    plan: Plan
    before: Mapping[int, Span]
    after: Mapping[int, Span]
    fixed: frozenset[int]
    unlevelled: tuple[Unlevelled, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True)
class Levelled:
    """
    What levelling found.

    Attributes
    ----------
    towns
        In the order in which the workspaces were named.
    first, months
        First month of the series, that of the as-of date, as (year, month), and how
        many there are. What lies before it is nobody's load any more.
    reached
        Per objective in the order in which they counted: value and proven bound, in
        units of 1/`scale` person (squares in units of 1/`scale`²).
    scale
        1, or 10 where a load or a capacity has tenths.
    clashes
        Why no plan keeps the capacities; empty where one may.
    excess
        Month by month what is too much, where no plan kept the capacities.
    shared
        Loads of vendors over all towns, where there are several.
    impossible
        Whether it is proven that no plan keeps the capacities: by the clashes, or by
        the solver, which has no words for it.
    """

    towns: tuple[Town, ...]
    durations: Durations
    first: tuple[int, int]
    months: int
    reached: tuple[Reached, ...]
    scale: int
    clashes: tuple[Clash, ...]
    excess: tuple[tuple[int | None, Worker, tuple[int, int], Decimal, Decimal], ...]
    shared: tuple[Series, ...]
    method: Method
    interrupted: bool = False
    impossible: bool = False
