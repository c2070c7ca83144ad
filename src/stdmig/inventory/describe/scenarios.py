"""The keys of scenarios.yaml, in words (想定の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.describe.told import JAPANESE, Told
from stdmig.inventory.scenarios import (
    ScenariosFile,
    SupposedCapacity,
    SupposedSystem,
    Supposition,
)
from stdmig.words import text

_AS_IT_IS = text("as it is without the scenario")

SCENARIOS: dict[type[BaseModel], Told] = {
    ScenariosFile: Told(
        text("Scenarios"),
        text(
            "What the plan would be if something were different (scenarios.yaml), for"
            " 'stdmig compare'. The file may be missing; it never changes the plan"
            " itself."
        ),
        keys={
            "schema": Told(
                text("Version of the format"),
                text("Says which version of the format the file is written in."),
                example="stdmig.scenarios/1",
            ),
            "scenarios": Told(
                text("List of scenarios"),
                text("The scenarios, one entry for each."),
                text("there are none"),
            ),
        },
    ),
    Supposition: Told(
        text("Scenario"),
        text("Named changes to the workspace; what is not named stays as it is."),
        keys={
            "id": Told(
                text("Id of the scenario"),
                text("'stdmig compare' names the scenario by it."),
                example="fewer-people",
            ),
            "name": Told(
                text("Name of the scenario"),
                text("What the scenario is called."),
                example="推進課が1人減った場合",
            ),
            "name_en": Told(
                text("Name in English"),
                text("What it is called in English pages."),
                JAPANESE,
                example="One person fewer in the lead section",
            ),
            "deadline": Told(
                text("Another general deadline"),
                text("Instead of the deadline in schedule_template.yaml."),
                _AS_IT_IS,
                example="令和9年3月31日",
            ),
            "cutover": Told(
                text("Another wanted cutover of all"),
                text(
                    "Instead of the wanted cutover of all systems in"
                    " schedule_template.yaml."
                ),
                _AS_IT_IS,
                example="令和8年10月1日",
            ),
            "durations": Told(
                text("Other durations"),
                text("Which durations the planned dates are counted with instead."),
                _AS_IT_IS,
                example="minimum",
            ),
            "systems": Told(
                text("Single systems"),
                text("What is different for single systems; each stands here once."),
                text("no single system is different"),
            ),
            "capacity": Told(
                text("Other capacities"),
                text(
                    "Who can do how much instead; the starts are then chosen anew, as"
                    " 'stdmig level' does."
                ),
                _AS_IT_IS,
            ),
        },
    ),
    SupposedSystem: Told(
        text("System in a scenario"),
        text("What is different for one system."),
        keys={
            "system": Told(
                text("Which system"),
                text("Id of the system."),
                example="juki",
            ),
            "cutover": Told(
                text("Another wanted cutover"),
                text("Instead of the system's own wanted cutover."),
                _AS_IT_IS,
                example="令和8年10月1日",
            ),
            "deadline": Told(
                text("Another deadline"),
                text("Instead of the system's own deadline."),
                _AS_IT_IS,
                example="令和9年3月31日",
            ),
            "policy": Told(
                text("Another policy"),
                text(
                    "What becomes of the vendor, instead of the policy of all its"
                    " units."
                ),
                _AS_IT_IS,
                example="switch",
            ),
        },
    ),
    SupposedCapacity: Told(
        text("Capacities in a scenario"),
        text("Who can do how much; what is not named stays as in capacity.yaml."),
        keys={
            "lead": Told(
                text("Capacity of the lead section"),
                text("How much the lead section can do at one time."),
                text("as in capacity.yaml"),
                example="{capacity: 2}",
            ),
            "sections": Told(
                text("Capacities of the sections"),
                text(
                    "How much each section can do at one time; each stands here once."
                ),
                text("as in capacity.yaml"),
            ),
            "vendors": Told(
                text("Capacities of the vendors"),
                text(
                    "How much each vendor can do at one time, in all municipalities"
                    " together."
                ),
                text("as in capacity.yaml"),
            ),
        },
    ),
}
