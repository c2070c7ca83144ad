"""The keys of steps.yaml and of recorded steps, in words (ステップの説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.describe.told import UNKNOWN, Told
from stdmig.inventory.step_records import StepCounts, StepRecord
from stdmig.inventory.steps import Step, StepsFile
from stdmig.words import text

_NO_STEP = text("no step is in this state")

STEPS: dict[type[BaseModel], Told] = {
    StepsFile: Told(
        text("Steps that the ministry counts"),
        text(
            "The steps of the ministry's manual (steps.yaml). The file may be missing:"
            " the packaged one then names the steps that public sources name."
        ),
        keys={
            "schema": Told(
                text("Version of the format"),
                text("Says which version of the format the file is written in."),
                example="stdmig.steps/1",
            ),
            "count": Told(
                text("How many steps there are"),
                text("The number by which the rate of completion is divided."),
                example="40",
            ),
            "steps": Told(
                text("Steps with a name"),
                text("The steps whose names are known."),
                text("no step has a name"),
            ),
        },
    ),
    Step: Told(
        text("Step"),
        text("One step of the ministry's manual."),
        keys={
            "number": Told(
                text("Number of the step"),
                text("Its number in the manual."),
                example="24",
            ),
            "name": Told(
                text("Name of the step"),
                text("What the manual calls it."),
                example="RFPベンダー質問回答",
            ),
            "item": Told(
                text("Work item of the step"),
                text("The number of the work item to which it belongs."),
                UNKNOWN,
                example="9",
            ),
        },
    ),
    StepRecord: Told(
        text("Steps of a system"),
        text(
            "How far a system is in the ministry's steps. A step that is not named"
            " is not begun."
        ),
        keys={
            "system": Told(
                text("System of the steps"),
                text("Id of the system."),
                example="juki",
            ),
            "as_of": Told(
                text("Day of the report"),
                text("The day on which this was so."),
                UNKNOWN,
                example="令和8年1月31日",
            ),
            "done": Told(
                text("Steps that are done"),
                text("Numbers of the steps, or spans of them."),
                _NO_STEP,
                example="[1-23, 25]",
            ),
            "started": Told(
                text("Steps under way"),
                text("Numbers of the steps, or spans of them."),
                _NO_STEP,
                example="[24]",
            ),
            "not_applicable": Told(
                text("Steps that do not apply"),
                text("Numbers of the steps, or spans of them."),
                _NO_STEP,
                example="[26-28]",
            ),
            "counts": Told(
                text("How many steps"),
                text(
                    "How many steps are in which state, where nobody wrote down which"
                    " ones. Give this or the steps."
                ),
                text("the steps are named"),
            ),
        },
    ),
    StepCounts: Told(
        text("Counted steps"),
        text("How many steps of a system are in which state."),
        keys={
            "done": Told(
                text("Number of steps done"),
                text("How many steps are done."),
                text("it is 0"),
                example="34",
            ),
            "started": Told(
                text("Number of steps under way"),
                text("How many steps are under way."),
                text("it is 0"),
                example="6",
            ),
            "not_applicable": Told(
                text("Number of steps that do not apply"),
                text("How many steps do not apply."),
                text("it is 0"),
                example="0",
            ),
        },
    ),
}
