"""The keys of starts.yaml, in words (着手日の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.describe.told import Told
from stdmig.inventory.starts import ChosenStart, StartsFile
from stdmig.words import text

STARTS: dict[type[BaseModel], Told] = {
    StartsFile: Told(
        text("Chosen starts"),
        text(
            "The days that were chosen for tasks to start (starts.yaml). 'stdmig"
            " level' writes it; it may be changed by hand. The file may be missing:"
            " every task then starts as late as it can."
        ),
        keys={
            "schema": Told(
                text("Version of the format"),
                text("Says which version of the format the file is written in."),
                example="stdmig.starts/1",
            ),
            "durations": Told(
                text("Durations behind the starts"),
                text("Which durations the starts were counted with."),
                text("the likely ones"),
                example="likely",
            ),
            "starts": Told(
                text("Starts of the tasks"),
                text("The start of each task; each stands here once."),
                text("every task starts as late as it can"),
            ),
        },
    ),
    ChosenStart: Told(
        text("Chosen start"),
        text("The day on which a task is to start."),
        keys={
            "task": Told(
                text("Task that starts"),
                text("Id of the task, as the plan shows it."),
                example='"8@juki-tax"',
            ),
            "start": Told(
                text("Chosen day"),
                text("The first day of the work."),
                example="令和9年9月1日",
            ),
            "fixed": Told(
                text("Fixed"),
                text("Whether 'stdmig level' must leave the start alone."),
                text("it may choose another day (false)"),
                example="true",
            ),
        },
    ),
}
