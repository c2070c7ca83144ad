"""The keys of progress.yaml, in words (進捗の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.describe.told import UNKNOWN, Told
from stdmig.inventory.progress import Live, ProgressFile, TaskProgress
from stdmig.words import text

PROGRESS: dict[type[BaseModel], Told] = {
    ProgressFile: Told(
        text("Progress"),
        text(
            "What is live, done or under way (progress.yaml). The file may be"
            " missing: all work then begins on the as-of date."
        ),
        keys={
            "schema": Told(
                text("Version of the format"),
                text("Says which version of the format the file is written in."),
                example="stdmig.progress/1",
            ),
            "live": Told(
                text("Live systems"),
                text("Systems whose successor serves already."),
                text("none is live"),
            ),
            "tasks": Told(
                text("State of the tasks"),
                text("How far tasks are."),
                text("no work was begun"),
            ),
            "steps": Told(
                text("State of the ministry's steps"),
                text("How far each system is in the steps that the ministry counts."),
                text("it is not recorded"),
            ),
        },
    ),
    Live: Told(
        text("Live system"),
        text("A system whose successor serves already."),
        keys={
            "system": Told(
                text("Live system's id"),
                text("Id of the system."),
                example="koseki",
            ),
            "since": Told(
                text("Live since"),
                text("The first day of service."),
                example="令和7年11月25日",
            ),
        },
    ),
    TaskProgress: Told(
        text("Progress of a task"),
        text("How far one task is, or all tasks of a work item."),
        keys={
            "task": Told(
                text("One task"),
                text("Id of one task, as the plan shows it. Give this or 'item'."),
                text("then 'item' must be given"),
                example='"8@juki-tax"',
            ),
            "item": Told(
                text("Work item"),
                text(
                    "The number of a work item: all of its tasks, or those of"
                    " one 'system'."
                ),
                text("then 'task' must be given"),
                example="3",
            ),
            "system": Told(
                text("System of the item"),
                text("Id of the system; only with 'item'."),
                text("all tasks of the item"),
                example="juki",
            ),
            "status": Told(
                text("State of the task"),
                text("How far it is."),
                example="started",
            ),
            "start": Told(
                text("Begun on"),
                text(
                    "The first day of the work as it happened; only with 'done'"
                    " or 'started'."
                ),
                UNKNOWN,
                example="令和6年10月",
            ),
            "finish": Told(
                text("Finished on"),
                text("The last day of the work as it happened; only with 'done'."),
                UNKNOWN,
                example="令和6年11月",
            ),
            "remaining_months": Told(
                text("Months that remain"),
                text(
                    "How many months it still takes from the as-of date on; only"
                    " with 'started'. An ordinance then waits for the next vote."
                ),
                text("the item's duration is counted"),
                example="2",
            ),
            "percent": Told(
                text("Done so far"),
                text(
                    "How much of it is done, in per cent. It moves no date; stdmig"
                    " status counts it as work done. Only with 'started'."
                ),
                text("it is not recorded"),
                example="40",
            ),
        },
    ),
}
