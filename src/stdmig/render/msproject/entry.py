"""Rows of the project: what is done, when, and what holds it there (行)."""

from __future__ import annotations

from datetime import date, datetime
from enum import IntEnum
from typing import NamedTuple

from stdmig.render.msproject.custom_fields import CustomField
from stdmig.words import Readable


class ConstraintType(IntEnum):
    """How a scheduler may place a task; the numbers are those of the format."""

    AS_SOON_AS_POSSIBLE = 0
    AS_LATE_AS_POSSIBLE = 1
    MUST_START_ON = 2
    MUST_FINISH_ON = 3
    START_NO_EARLIER_THAN = 4


class Constraint(NamedTuple):
    """A kind of constraint, with its moment where it has one."""

    type: ConstraintType = ConstraintType.AS_SOON_AS_POSSIBLE
    moment: datetime | None = None


class Actual(NamedTuple):
    """
    What is recorded of a task, and nothing else (実績).

    Attributes
    ----------
    percent
        How much is done; 0 where nobody wrote it.
    start, finish
        When it began and ended; None where that is not recorded.
    """

    percent: int = 0
    start: datetime | None = None
    finish: datetime | None = None


class Entry(NamedTuple):
    """
    A task, or a milestone where it takes no time.

    Attributes
    ----------
    key
        What it is, for those that wait for it.
    minutes
        Working minutes from start to finish; none make a milestone.
    deadline
        Day by which it is to be over.
    before
        Keys of what it waits for.
    notes
        Sentences about it.
    values
        What goes into the free fields.
    """

    key: str
    name: Readable
    start: datetime
    finish: datetime
    constraint: Constraint
    minutes: int = 0
    deadline: date | None = None
    before: tuple[str, ...] = ()
    notes: tuple[Readable, ...] = ()
    values: tuple[tuple[CustomField, Readable | str | bool], ...] = ()
    actual: Actual = Actual()


class Group(NamedTuple):
    """A summary over entries and smaller groups; it spans what it holds."""

    name: Readable
    parts: tuple[Entry | Group, ...]

    @property
    def start(self) -> datetime:
        """Return the first start of what it holds."""
        return min(part.start for part in self.parts)

    @property
    def finish(self) -> datetime:
        """Return the last finish of what it holds."""
        return max(part.finish for part in self.parts)
