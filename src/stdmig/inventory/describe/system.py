"""The keys of a system, in words (業務の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.describe.told import UNKNOWN, Told
from stdmig.inventory.systems import System
from stdmig.words import text

SYSTEM: dict[type[BaseModel], Told] = {
    System: Told(
        text("System to be moved"),
        text("One of the 20 systems of the law, or one beyond them."),
        keys={
            "id": Told(
                text("Id of the system"),
                text(
                    "The short name of the system. Those of the 20 systems are"
                    " fixed: juki, inkan, koseki and so on."
                ),
                example="juki",
            ),
            "name": Told(
                text("Name of the system"),
                text("What the system is called here."),
                text("the name of the law is shown"),
                example="住民基本台帳",
            ),
            "name_en": Told(
                text("Name in English"),
                text("What the system is called in English pages."),
                text(
                    "the English name of the law's system, else the Japanese one"
                    " is shown"
                ),
                example="Basic resident register",
            ),
            "statutory": Told(
                text("System of the law"),
                text(
                    "Whether it is one of the 20 systems; false for one that is"
                    " moved along."
                ),
                text("it is one (true)"),
                example="false",
            ),
            "applies": Told(
                text("Applies here"),
                text("Whether the municipality has it at all; false needs a 'reason'."),
                text("it does (true)"),
                example="false",
            ),
            "reason": Told(
                text("Why it does not apply"),
                text("Why the municipality does without the system."),
                text("only where it applies"),
                example="福祉事務所を設置していない",
            ),
            "ministry": Told(
                text("Ministry"),
                text("The ministry that answers for the specification."),
                UNKNOWN,
                example="総務省",
            ),
            "specification": Told(
                text("Group of its specification"),
                text(
                    "Id of the group in 'specifications' whose publication it"
                    " waits for."
                ),
                text("it waits for no publication"),
                example="first",
            ),
            "assessment": Told(
                text("Assessment (PIA)"),
                text(
                    "Which assessment of specific personal information is"
                    " needed: its level, or the figures from which it follows."
                ),
                text("an assessment is planned"),
                example="full",
            ),
            "ordinance": Told(
                text("Ordinance"),
                text("What must be amended for the system."),
                text("an ordinance is to be amended"),
                example="rule",
            ),
            "cutover": Told(
                text("Wanted cutover"),
                text("The day on which the new system should serve first."),
                text("the one of the schedule template, else a day is chosen"),
                example="令和7年10月1日",
            ),
            "deadline": Told(
                text("Own deadline"),
                text(
                    "The last day for the cutover of this system, where the"
                    " ministry set one."
                ),
                text("the general deadline, or that of designated systems"),
                example="令和10年3月31日",
            ),
            "designated": Told(
                text("Designated system"),
                text(
                    "Makes the system one that may be cut over after the general"
                    " deadline."
                ),
                text("it is not designated"),
            ),
            "transitional": Told(
                text("Transitional measures"),
                text(
                    "Functions that are delivered after the cutover; the"
                    " deadline of the system stays."
                ),
                text("there are no such functions"),
            ),
            "with": Told(
                text("Cut over together with"),
                text("Ids of the systems that should be cut over on the same day."),
                text("no wish"),
                example="inkan",
            ),
            "after": Told(
                text("Cut over after"),
                text("Ids of the systems that should be cut over on an earlier day."),
                text("no wish"),
                example="juki",
            ),
            "units": Told(
                text("Units of the system"),
                text(
                    "The installed systems of the sections; one system of the"
                    " law may have several."
                ),
                text("it counts as one unit without a name that is bought alone"),
            ),
        },
    ),
}
