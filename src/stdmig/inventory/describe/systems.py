"""The keys of systems.yaml but those of systems and contracts, in words (説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.describe.told import JAPANESE, UNKNOWN, Told
from stdmig.inventory.links import OnlineProcedure, SystemLink
from stdmig.inventory.systems import (
    Municipality,
    ProcurementChoice,
    Specification,
    SystemsFile,
)
from stdmig.words import text

SYSTEMS: dict[type[BaseModel], Told] = {
    SystemsFile: Told(
        text("Systems and contracts"),
        text(
            "The municipality, its contracts, the systems of the law with their"
            " units, and the links between them (systems.yaml)."
        ),
        keys={
            "schema": Told(
                text("Version of the format"),
                text("Says which version of the format the file is written in."),
                example="stdmig.systems/1",
            ),
            "lang": Told(
                text("Language"),
                text("Language of exports where the command names none."),
                text("it is Japanese"),
                example="ja",
            ),
            "municipality": Told(
                text("Municipality"),
                text("Who plans."),
            ),
            "specifications": Told(
                text("Groups of specifications"),
                text(
                    "The groups in which the national standard specifications"
                    " are published; the comparison waits for them."
                ),
                text("no work waits for a publication"),
            ),
            "contracts": Told(
                text("List of contracts"),
                text(
                    "Contracts that cover several units, each written once. A"
                    " unit names them by their ids."
                ),
                text("contracts stand with their units alone"),
            ),
            "procurements": Told(
                text("Choices per procurement"),
                text("What was decided for units that are bought together."),
                text("every way to a budget that is allowed is looked at"),
            ),
            "systems": Told(
                text("Systems of the municipality"),
                text(
                    "The 20 systems of the law, and those beyond it that are"
                    " moved along."
                ),
            ),
            "links": Told(
                text("Links between systems"),
                text(
                    "Which system gives data to which. Where the two are cut"
                    " over on different days, a bridge is planned."
                ),
                text("no links are known"),
            ),
            "online_procedures": Told(
                text("Online procedures"),
                text(
                    "Procedures that residents do online, tested again when a"
                    " system behind them is cut over."
                ),
                text("no procedures are known"),
            ),
            "accept": Told(
                text("Accepted findings"),
                text(
                    "Findings of 'stdmig check' that may stand, with the reason,"
                    " who said so and until when."
                ),
                text("every finding counts"),
            ),
        },
    ),
    Municipality: Told(
        text("Municipality"),
        text("Who plans."),
        keys={
            "name": Told(
                text("Name of the municipality"),
                text("Name of the municipality, as it stands on papers."),
                example="みどり町",
            ),
            "name_en": Told(
                text("Name in English"),
                text("What it is called in English pages."),
                JAPANESE,
                example="Midori Town",
            ),
            "code": Told(
                text("Municipality code"),
                text("The national code of local governments, with its check digit."),
                text("exports leave it empty"),
                example='"462250"',
            ),
            "population": Told(
                text("Population"),
                text("Number of residents."),
                UNKNOWN,
                example="78000",
            ),
            "lead_section": Told(
                text("Lead section"),
                text("The section that drives the whole move."),
                UNKNOWN,
                example="企画課",
            ),
        },
    ),
    Specification: Told(
        text("Group of specifications"),
        text("National standard specifications that are published together."),
        keys={
            "id": Told(
                text("Id of the group"),
                text("Systems name the group by it under 'specification'."),
                example="first",
            ),
            "name": Told(
                text("Name of the group"),
                text("What the group is called."),
                example="第1グループ",
            ),
            "name_en": Told(
                text("Name in English"),
                text("What it is called in English pages."),
                JAPANESE,
                example="Group 1",
            ),
            "published": Told(
                text("Publication"),
                text(
                    "When the specification is or was published; work that waits"
                    " for it starts the day after."
                ),
                text("work that waits for it is not held up"),
                example="2021-08",
            ),
        },
    ),
    ProcurementChoice: Told(
        text("Choice for a procurement"),
        text("What was decided for units that are bought together."),
        keys={
            "id": Told(
                text("Id of the procurement"),
                text("The procurement, as the units name it under 'procurement'."),
                example="juki-tax",
            ),
            "budget": Told(
                text("Way to the budget"),
                text(
                    "'ordinary', the id of a council session for its"
                    " supplementary budget, or 'zero-' and the id of a session"
                    " for a debt obligation without payment in that year."
                ),
                text("nothing was decided"),
                example="september",
            ),
            "joint": Told(
                text("Common procurement"),
                text(
                    "What several municipalities call what they buy together, written"
                    " alike by all of them."
                ),
                text("the municipality buys alone"),
                example="〇〇県共同調達",
            ),
        },
    ),
    SystemLink: Told(
        text("Link between systems"),
        text("Data that one system gives to another."),
        keys={
            "from": Told(
                text("Giving system"),
                text("Id of the system that gives the data."),
                example="juki",
            ),
            "to": Told(
                text("Taking system"),
                text(
                    "Id of the system that takes the data, or '*' for every other one."
                ),
                text("then 'to_outside' must be given"),
                example="kojin",
            ),
            "to_outside": Told(
                text("To the outside"),
                text(
                    "What takes it beyond the systems of the file; no bridge is"
                    " planned for it."
                ),
                text("then 'to' must be given"),
                example="中間サーバー",
            ),
            "data": Told(
                text("Data"),
                text("What is given."),
                example="住民票の異動",
            ),
        },
    ),
    OnlineProcedure: Told(
        text("Online procedure"),
        text("A procedure that residents do online."),
        keys={
            "id": Told(
                text("Id of the procedure"),
                text("A short name for it."),
                example="moving-in",
            ),
            "name": Told(
                text("Name of the procedure"),
                text("What it is called."),
                example="転出届",
            ),
            "name_en": Told(
                text("Name in English"),
                text("What it is called in English pages."),
                JAPANESE,
                example="Moving out",
            ),
            "section": Told(
                text("Section of the procedure"),
                text(
                    "Who owns it, and tests it again when a system behind it is"
                    " cut over."
                ),
                example="市民課",
            ),
            "systems": Told(
                text("Systems behind it"),
                text("Ids of the systems that it touches."),
                text("no system is known"),
                example="juki",
            ),
            "outside": Told(
                text("Systems beyond the file"),
                text("Other systems that it touches, by their names."),
                text("none is known"),
                example="電子申請システム",
            ),
            "area": Told(
                text("Area"),
                text("The group it is listed under."),
                text("it is listed without one"),
                example="引越し",
            ),
        },
    ),
}
