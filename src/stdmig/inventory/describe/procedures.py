"""The keys of procedures.yaml around its items, in words (作業手順の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.describe.told import JAPANESE, Told
from stdmig.inventory.procedures import CostItem, CutoverLinks, ProceduresFile
from stdmig.words import text

PROCEDURES: dict[type[BaseModel], Told] = {
    ProceduresFile: Told(
        text("Work items"),
        text(
            "The work items of the move and how they follow each other"
            " (procedures.yaml). A workspace without this file uses the packaged"
            " one."
        ),
        keys={
            "schema": Told(
                text("Version of the format"),
                text("Says which version of the format the file is written in."),
                example="stdmig.procedures/1",
            ),
            "phases": Told(
                text("Phases"),
                text("The phases under which the items are listed."),
                text("the items have no phases"),
            ),
            "conditions": Told(
                text("Conditions"),
                text(
                    "Conditions under which an item takes longer; those that"
                    " hold are named in the schedule template."
                ),
                text("no duration depends on one"),
            ),
            "items": Told(
                text("Work items"),
                text("The rows of the procedure, 100 at most."),
            ),
            "cutover": Told(
                text("What the cutover waits for"),
                text("What must be finished on the day the new system serves first."),
            ),
            "cost_items": Told(
                text("Cost items"),
                text("The kinds of cost that the budget request names."),
                text("the request names none beside extensions and bridges"),
            ),
        },
    ),
    CutoverLinks: Told(
        text("What the cutover waits for"),
        text("What must be finished on the day the new system serves first."),
        keys={
            "after": Told(
                text("Items before the cutover"),
                text("The items that must be finished before the cutover."),
                example="[15, 17]",
            ),
        },
    ),
    CostItem: Told(
        text("Cost item"),
        text("A kind of cost that the budget request names."),
        keys={
            "id": Told(
                text("Id of the cost item"),
                text("costs.yaml names the cost by it."),
                example="data-migration",
            ),
            "name": Told(
                text("Name of the cost item"),
                text("What the cost is called."),
                example="データ移行費",
            ),
            "name_en": Told(
                text("Name in English"),
                text("What it is called in English pages."),
                JAPANESE,
                example="Data migration",
            ),
            "items": Told(
                text("Items that cause it"),
                text("The work items that cause the cost; its span is theirs."),
                text("only with 'from_cutover'"),
                example="[14]",
            ),
            "from_cutover": Told(
                text("From the cutover"),
                text(
                    "Whether it runs from the cutover to the end of that fiscal"
                    " year instead."
                ),
                text("its items cause it (false)"),
                example="true",
            ),
        },
    ),
}
