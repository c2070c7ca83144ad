"""What a person wants recorded as progress, before it is in the file (進捗の入力)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.dates import Period
from stdmig.inventory.progress import Status
from stdmig.words import Name


class TypedDay(NamedTuple):
    """
    A day or a month as somebody typed it.

    Attributes
    ----------
    period
        What it means.
    written
        The characters.
    """

    period: Period
    written: str


class TaskSubject(NamedTuple):
    """
    The tasks that something is recorded of (対象の作業).

    Attributes
    ----------
    task
        The id of one; None where an item says which.
    item, system
        A work item: all of its tasks, or those for one system.
    ids
        The ids of the tasks, one by one; of a whole item none, unless it happens
        once, for the municipality.
    name
        What it is called.
    """

    task: str | None
    item: str
    system: str | None
    ids: tuple[str, ...]
    name: Name

    @property
    def is_whole(self) -> bool:
        """Return whether every task of the item is meant."""
        return self.task is None and self.system is None

    @property
    def title(self) -> Name:
        """Return the id of a task, or the number of an item, before the name."""
        lead = self.task or self.item
        en = self.name.en and f"{lead} {self.name.en}"
        return Name(f"{lead} {self.name.ja}", en)

    @property
    def known_as(self) -> str:
        """Return how it is named in one word."""
        if self.task is not None:
            return self.task
        return self.item if self.system is None else f"{self.item}@{self.system}"


class TaskRecord(NamedTuple):
    """
    What is to be recorded of tasks; None leaves what the file says.

    Attributes
    ----------
    remaining_months
        What the work still takes from the as-of date on (残り月数).
    percent
        How much of it is done.
    """

    status: Status
    start: TypedDay | None = None
    finish: TypedDay | None = None
    remaining_months: int | None = None
    percent: int | None = None
    note: str | None = None


class StepMarks(NamedTuple):
    """
    The ministry's steps of a system whose state is to be recorded (ステップの状況).

    Attributes
    ----------
    done, started, not_applicable, not_started
        Numbers of steps. A step that none of them names keeps its state.
    as_of
        The day on which this is so; None leaves what the file says.
    note
        A remark; None leaves what the file says.
    whole
        Whether every step is named, as a report does: the day of the old states then
        goes where that of the new ones is not known.
    """

    done: tuple[int, ...] = ()
    started: tuple[int, ...] = ()
    not_applicable: tuple[int, ...] = ()
    not_started: tuple[int, ...] = ()
    as_of: TypedDay | None = None
    note: str | None = None
    whole: bool = False

    @property
    def named(self) -> frozenset[int]:
        """Return the steps of which anything is said."""
        groups = self.done, self.started, self.not_applicable, self.not_started
        return frozenset(step for steps in groups for step in steps)
