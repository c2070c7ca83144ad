"""The keys of baselines.yaml, in words (基準計画の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.baselines import (
    Baseline,
    BaselineCutover,
    BaselinesFile,
    BaselineTask,
)
from stdmig.inventory.describe.told import NONE, Told
from stdmig.words import text

BASELINES: dict[type[BaseModel], Told] = {
    BaselinesFile: Told(
        text("Plans that were kept"),
        text(
            "Plans as they once stood (baselines.yaml), to hold the work against."
            " 'stdmig baseline save' adds one. The file may be missing: nothing is then"
            " compared."
        ),
        keys={
            "schema": Told(
                text("Version of the format"),
                text("Says which version of the format the file is written in."),
                example="stdmig.baselines/1",
            ),
            "baselines": Told(
                text("Kept plans"),
                text("The plans, the oldest first; the last one counts."),
                NONE,
            ),
        },
    ),
    Baseline: Told(
        text("Kept plan"),
        text("A plan as it once stood."),
        keys={
            "id": Told(
                text("Id of the kept plan"),
                text("What commands call it."),
                example="r8-06",
            ),
            "as_of": Told(
                text("As-of date of the kept plan"),
                text("The day from which the plan was looked at."),
                example="令和8年6月1日",
            ),
            "cutovers": Told(
                text("Cutovers as they were planned"),
                text("The first day of service of each system that was not live."),
                NONE,
            ),
            "tasks": Told(
                text("Tasks as they were planned"),
                text("The dates of each task that was not over."),
                NONE,
            ),
        },
    ),
    BaselineCutover: Told(
        text("Kept cutover"),
        text("A cutover as it was planned."),
        keys={
            "system": Told(
                text("System of the kept cutover"),
                text("Id of the system."),
                example="juki",
            ),
            "day": Told(
                text("Planned cutover"),
                text("The first day of service, as it was planned."),
                example="令和9年1月4日",
            ),
        },
    ),
    BaselineTask: Told(
        text("Kept task"),
        text("A task as it was planned."),
        keys={
            "task": Told(
                text("Task that was planned"),
                text("Id of the task, as the plan shows it."),
                example='"8@juki-tax"',
            ),
            "start": Told(
                text("Planned start"),
                text("The first day of the work, as it was planned."),
                example="令和8年9月1日",
            ),
            "finish": Told(
                text("Planned finish"),
                text("The last day of the work, as it was planned."),
                example="令和8年10月31日",
            ),
        },
    ),
}
