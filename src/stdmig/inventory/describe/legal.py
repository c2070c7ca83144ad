"""The keys of what the law asks of a system and allows it, in words (評価等の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.assessment import Assessment
from stdmig.inventory.describe.told import UNKNOWN, Told
from stdmig.inventory.designation import Designation, Transitional
from stdmig.inventory.ordinance import Ordinance
from stdmig.words import text

LEGAL: dict[type[BaseModel], Told] = {
    Assessment: Told(
        text("Assessment (PIA)"),
        text("Whether the system needs an assessment, and which."),
        keys={
            "level": Told(
                text("Level"),
                text("The level as decided; it wins over the figures."),
                text("it follows from 'people' and 'handlers'"),
                example="focused",
            ),
            "people": Told(
                text("People"),
                text("Whose data the system holds (people)."),
                text("then 'level' must be given"),
                example="75000",
            ),
            "handlers": Told(
                text("Handlers"),
                text("How many people handle the data."),
                text("taken as 500 or more, to be safe"),
                example="120",
            ),
            "incident": Told(
                text("Serious incident"),
                text("Whether a serious incident happened within a year."),
                text("there was none (false)"),
                example="false",
            ),
        },
    ),
    Ordinance: Told(
        text("Ordinance"),
        text("What must be amended for a system."),
        keys={
            "kind": Told(
                text("What is amended"),
                text("Whether an ordinance, a rule or nothing is to be amended."),
                example="ordinance",
            ),
        },
    ),
    Designation: Told(
        text("Designated system"),
        text("A system that may be cut over after the general deadline."),
        keys={
            "reason": Told(
                text("Number of the reason"),
                text(
                    "1 mainframe, 2 developed for this municipality alone, 3 no"
                    " compliant product in sight, 4 the vendor lacks the"
                    " resources."
                ),
                text("'stdmig check' reports it"),
                example="4",
            ),
            "explanation": Told(
                text("Explanation"),
                text("What stands behind the reason here, in a sentence."),
                text("'stdmig check' reports it"),
                example="事業者から令和9年度まで対応できないと回答があった。",
            ),
            "completion": Told(
                text("Planned completion"),
                text("When the municipality itself plans to be done."),
                text(
                    "the plan works back from the deadline, and 'stdmig check'"
                    " reports it"
                ),
                example="令和9年12月",
            ),
        },
    ),
    Transitional: Told(
        text("Transitional measure"),
        text("A single function that is delivered after the cutover."),
        keys={
            "function": Told(
                text("Function"),
                text("What is missing at first."),
                example="統計表の出力",
            ),
            "until": Told(
                text("Missing until"),
                text("The last day on which it may be missing."),
                UNKNOWN,
                example="令和10年3月",
            ),
        },
    ),
}
