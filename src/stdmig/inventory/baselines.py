"""baselines.yaml: plans as they once stood, to hold the work against (基準計画)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from stdmig.inventory.fields import (
    Fact,
    FirstDay,
    Identifier,
    LastDay,
    MayBeBlank,
    OneDay,
)
from stdmig.inventory.progress import TaskId


class BaselineCutover(Fact):
    """A cutover as it was planned."""

    system: Identifier
    day: FirstDay


class BaselineTask(Fact):
    """A task as it was planned; `finish` is its last day."""

    task: TaskId
    start: FirstDay
    finish: LastDay


class Baseline(Fact):
    """
    A plan as it once stood (基準計画).

    Attributes
    ----------
    id
        What commands call it.
    as_of
        The as-of date of the plan that was kept.
    cutovers
        First days of service of the systems that were not live.
    tasks
        Planned dates of the tasks that were not over.
    """

    id: Identifier
    as_of: OneDay
    cutovers: Annotated[tuple[BaselineCutover, ...], MayBeBlank] = ()
    tasks: Annotated[tuple[BaselineTask, ...], MayBeBlank] = ()


class BaselinesFile(Fact):
    """The whole of ``baselines.yaml``, the oldest first; the last one counts."""

    schema_id: Literal["stdmig.baselines/1"] = Field(alias="schema")
    baselines: Annotated[tuple[Baseline, ...], MayBeBlank] = ()
