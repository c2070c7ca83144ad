"""starts.yaml: the days that were chosen for tasks to start (着手日の選択)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from stdmig.inventory.fields import Fact, FirstDay, MayBeBlank
from stdmig.inventory.progress import TaskId
from stdmig.inventory.template import Durations
from stdmig.words import Readable


class ChosenStart(Fact):
    """
    The day on which a task is to start.

    Attributes
    ----------
    fixed
        Whether levelling must leave it alone.
    """

    task: TaskId
    start: FirstDay
    fixed: Annotated[bool, MayBeBlank] = False


class StartsFile(Fact):
    """The whole of ``starts.yaml``; a task that it does not name starts late."""

    schema_id: Literal["stdmig.starts/1"] = Field(alias="schema")
    durations: Annotated[Durations, MayBeBlank] = "likely"
    starts: Annotated[tuple[ChosenStart, ...], MayBeBlank] = ()


class StartRow(NamedTuple):
    """
    A start as it is to be written.

    Attributes
    ----------
    task
        Id of the task.
    title
        What people call the task; it is written as a remark.
    """

    task: str
    start: date
    fixed: bool = False
    title: Readable | None = None
