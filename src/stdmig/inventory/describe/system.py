"""The keys of a system and its units, in words (業務と業務システムの説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.assessment import Assessment
from stdmig.inventory.describe.told import UNKNOWN, Told
from stdmig.inventory.designation import Designation, Transitional
from stdmig.inventory.ordinance import Ordinance
from stdmig.inventory.systems import System, Unit
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
    Unit: Told(
        text("Unit of a section"),
        text("One installed system of a section."),
        keys={
            "id": Told(
                text("Id of the unit"),
                text("The short name of the unit."),
                text(
                    "the system's id; with several units, the system's id and"
                    " the section"
                ),
                example="kokuho-zei",
            ),
            "section": Told(
                text("Section"),
                text("The section that owns the unit."),
                example="税務課",
            ),
            "name": Told(
                text("Name of the unit"),
                text("What the unit is called."),
                text("the name of the system is shown"),
                example="国保税システム",
            ),
            "vendor": Told(
                text("Vendor"),
                text("Who delivers the present unit."),
                UNKNOWN,
                example="架空情報システム株式会社",
            ),
            "package": Told(
                text("Package"),
                text("The product it is."),
                UNKNOWN,
                example="みどり総合行政システム",
            ),
            "policy": Told(
                text("Policy towards the vendor"),
                text(
                    "Whether the present vendor stays, which decides whether"
                    " proposals are asked for."
                ),
                text("undecided"),
                example="stay",
            ),
            "procurement": Told(
                text("Procurement"),
                text("Units with the same word here are bought and cut over together."),
                text("units of one package and policy are bought together"),
                example="juki-tax",
            ),
            "contract": Told(
                text("Contracts of the unit"),
                text(
                    "Ids of the contracts in 'contracts' that keep it running,"
                    " in the order in which they run; or the contract itself,"
                    " written here."
                ),
                text("no contract is known, and 'stdmig check' reports it"),
                example="midori",
            ),
            "related": Told(
                text("Related systems"),
                text("Other systems around it, by their names."),
                text("none are known"),
                example="コンビニ交付",
            ),
        },
    ),
}
