"""progress.yaml: what is live, done or under way (進捗)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from stdmig.inventory.fields import (
    Fact,
    FirstDay,
    Identifier,
    LastDay,
    MayBeBlank,
    MonthCount,
    Whole,
    fault,
    refuse_reversed,
)
from stdmig.inventory.procedures import ItemRef
from stdmig.inventory.step_records import StepRecord
from stdmig.words import text

Status = Literal["done", "started", "not_started", "not_applicable"]
"""How far a task is: 完了済み, 作業中, 未着手, 対象外 (the ministry's four words)."""

TaskId = Annotated[
    str,
    StringConstraints(pattern=r"^[^\s@]+(@\S(.*\S)?)?$", max_length=1200),
]
"""
``ITEM``, ``ITEM@PROCUREMENT`` or ``ITEM@SYSTEM``, as the plan names a task.

A procurement that is named after its package has whatever characters that has.
"""

OWN_KEYS: dict[Status, tuple[str, ...]] = {
    "done": ("start", "finish"),
    "started": ("start", "remaining_months", "percent"),
    "not_started": (),
    "not_applicable": (),
}
"""Which values say something beside each status."""

_FOREIGN_KEYS = {
    status: tuple(
        key
        for key in ("start", "finish", "remaining_months", "percent")
        if key not in own
    )
    for status, own in OWN_KEYS.items()
}


class Live(Fact):
    """
    A system whose successor serves already (稼働済み).

    Attributes
    ----------
    since
        Its first day of service.
    """

    system: Identifier
    since: FirstDay


class TaskProgress(Fact):
    """
    How far one task is, or all tasks of a work item.

    Attributes
    ----------
    task
        Id of the task.
    item, system
        A work item: all of its tasks, or those for one system.
    start, finish
        First and last day of the work as it happened; months are enough.
    remaining_months
        What a task that is under way still takes from the as-of date on (残り月数).
    percent
        How much of it is done: it moves no date, but counts in the work-weighted rate.
    """

    task: TaskId | None = None
    item: ItemRef | None = None
    system: Identifier | None = None
    status: Status
    start: FirstDay | None = None
    finish: LastDay | None = None
    remaining_months: MonthCount | None = None
    percent: Annotated[int, Field(ge=0, le=100), Whole] | None = None

    @model_validator(mode="after")
    def _one_subject(self) -> TaskProgress:
        if (self.task is None) == (self.item is None):
            message = text("give either 'task' or 'item'")
            key = None if self.task is None else "item"
            raise fault(message, key=key, code="STD007")
        if self.task is not None and self.system is not None:
            message = text("'system' goes with 'item'; a task names its own")
            raise fault(message, key="system", code="STD007")
        return self

    @model_validator(mode="after")
    def _fits_its_status(self) -> TaskProgress:
        for key in _FOREIGN_KEYS[self.status]:
            if getattr(self, key) is not None:
                message = text(
                    "'{key}' says nothing where the status is {status}",
                    key=key,
                    status=self.status,
                )
                raise fault(message, key=key, code="STD007")
        return self

    @model_validator(mode="after")
    def _in_order(self) -> TaskProgress:
        refuse_reversed(self.start, self.finish, "finish")
        return self


class ProgressFile(Fact):
    """The whole of ``progress.yaml``."""

    schema_id: Literal["stdmig.progress/1"] = Field(alias="schema")
    live: Annotated[tuple[Live, ...], MayBeBlank] = ()
    tasks: Annotated[tuple[TaskProgress, ...], MayBeBlank] = ()
    steps: Annotated[tuple[StepRecord, ...], MayBeBlank] = ()
