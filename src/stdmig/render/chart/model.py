"""What a chart shows, before it is drawn: rows, bars, marks, lines (図の内容)."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

BarKind = Literal[
    "planned",
    "critical",
    "done",
    "begun",
    "float",
    "float_after",
    "span",
    "past",
    "covered",
    "extended",
    "gap",
    "renewal",
    "unknown",
    "stated",
    "inferred",
    "closed",
    "stated_some",
    "inferred_some",
    "phase1",
    "phase2",
    "phase3",
    "ghost",
]
"""
What a bar is; a ``ghost`` is where one stood in the plan that this is compared with.

A task that is ``planned``, on a ``critical`` path, ``done``; the day on which one was
``begun``; its ``float``, and what a chosen start leaves of it behind the task
(``float_after``); the ``span`` of all tasks of a system, and of what is ``past`` of
them. A contract in force (``covered``), prolonged (``extended``, however far that has
come), the ``gap``, the years for which a single-year contract is renewed
(``renewal``), and a contract whose end is ``unknown``. Black-outs: ``stated``,
``inferred``, and the town's ``closed`` dates; in a row of several systems those of
only some of them (``stated_some``, ``inferred_some``). A phase of a system's work,
``phase1`` to ``phase3`` in turn.
"""

MarkKind = Literal["cutover", "live", "milestone", "deadline", "as_of", "ghost"]


class Bar(NamedTuple):
    """
    A span of days; both are inside.

    Attributes
    ----------
    title
        The words of what it is, for a pointer and for a screen reader.
    label
        What is written on it where there is room.
    until
        The last day on which words may stand, where another bar covers the rest.
    """

    kind: BarKind
    first: date
    last: date
    title: str = ""
    label: str = ""
    until: date | None = None


class Mark(NamedTuple):
    """A day: of a cutover, a milestone, a deadline, or the as-of date."""

    kind: MarkKind
    day: date
    title: str
    label: str = ""


RowKind = Literal["task", "system", "contract"]


class Row(NamedTuple):
    """
    One line of the chart.

    Attributes
    ----------
    id
        Fit for an XML id: ``i3``, ``t120``, ``s4``, ``c0``. Unique but for tasks of
        the whole town, which stand in the blocks of several systems.
    ref
        The work item, where it is one.
    label
        Whose or what it is.
    cells
        What stands between label and bars: start, finish, float in days for tasks;
        units, last day, gap for contracts; count, cutover, float for systems.
    title
        All of it in words.
    bars
        In the order in which they are drawn.
    minor
        Whether it is one of the smaller parts of a work item (うち…).
    alarming
        Whether the last cell is bad news: no float left, a gap.
    places
        Which tasks of the plan it stands for.
    systems, sections, vendors
        Whom it concerns, for filters: ids of systems, names of the others.
    """

    id: str
    kind: RowKind
    ref: str
    label: str
    cells: tuple[str, str, str]
    title: str
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...] = ()
    minor: bool = False
    alarming: bool = False
    places: tuple[int, ...] = ()
    systems: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    vendors: tuple[str, ...] = ()


class Block(NamedTuple):
    """A system, or systems with the same dates, and the rows of its tasks."""

    head: Row
    rows: tuple[Row, ...]


class Line(NamedTuple):
    """
    A day that holds for the whole chart.

    Attributes
    ----------
    label
        What is written at its head, such as 期限 R8.3.31.
    """

    kind: Literal["as_of", "deadline", "cutover"]
    day: date
    title: str
    label: str


class Link(NamedTuple):
    """A row waits for another; both by their ids."""

    before: str
    after: str
    critical: bool


class Chart(NamedTuple):
    """
    All rows of a plan.

    Attributes
    ----------
    first, last
        The days that the axis must reach.
    items
        Tasks by work item; equal ones are folded.
    systems
        Tasks by system; a head each.
    heads
        Every system in a row of its own, with its black-outs.
    contracts
        Contracts up to the cutovers of their units.
    milestones
        In the order of their days.
    lines
        As-of date, deadlines, and cutovers that many systems share.
    """

    first: date
    last: date
    items: tuple[Row, ...]
    systems: tuple[Block, ...]
    heads: tuple[Row, ...]
    contracts: tuple[Row, ...]
    milestones: tuple[Mark, ...]
    lines: tuple[Line, ...]
