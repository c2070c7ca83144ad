"""The keys of a work item, in words (作業項目の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.describe.told import JAPANESE, Told
from stdmig.inventory.procedures import Link, Load, Months, Variant, WorkItem
from stdmig.words import text

WORK_ITEMS: dict[type[BaseModel], Told] = {
    WorkItem: Told(
        text("Work item"),
        text("One row of the procedure."),
        keys={
            "id": Told(
                text("Id of the item"),
                text("A short name for the item."),
                example="budget-request",
            ),
            "name": Told(
                text("Name of the item"),
                text("What the item is called."),
                example="予算要求",
            ),
            "name_en": Told(
                text("Name in English"),
                text("What it is called in English pages."),
                JAPANESE,
                example="Budget request",
            ),
            "number": Told(
                text("Number"),
                text("Its number in the procedure, 1 to 17 in the national one."),
                example="8",
            ),
            "part": Told(
                text("Part of an item"),
                text("Short name of a part of the item that is a task of its own."),
                text("it is the whole item"),
                example="characters",
            ),
            "ref": Told(
                text("Referred to as"),
                text(
                    "How other items and task ids name it: the number, with a"
                    " letter for a part."
                ),
                text("its number"),
                example="14c",
            ),
            "phase": Told(
                text("Phase of the item"),
                text("Id of the phase under which it is listed."),
                example="selection",
            ),
            "scope": Told(
                text("Where it happens"),
                text(
                    "Where the item happens: once for all, per procurement, or"
                    " per system."
                ),
                example="procurement",
            ),
            "months": Told(
                text("Duration"),
                text("Shortest and longest duration in calendar months."),
                example="{min: 1, max: 3}",
            ),
            "variants": Told(
                text("Durations under a condition"),
                text("Durations that hold under a condition."),
                text("no condition changes it"),
            ),
            "actors": Told(
                text("Who acts"),
                text("Who does the work."),
                text("nobody is named"),
                example="[section, lead]",
            ),
            "load": Told(
                text("Work of an item"),
                text("How much it takes of whom; used to spread the work."),
                text("1 of each actor, assumed"),
                example="{section: 1, lead: 0.5}",
            ),
            "early": Told(
                text("May start early"),
                text(
                    "Whether it may start before the policy towards the vendor"
                    " is decided."
                ),
                text("it is not meant to (false)"),
                example="true",
            ),
            "after": Told(
                text("Waits for"),
                text(
                    "Items that must be finished before; each may stand as a"
                    " mapping, so that it can be marked as assumed."
                ),
                text("it waits for none"),
                example="[2, 3]",
            ),
            "drops_when": Told(
                text("Left out"),
                text("When the item is left out for a unit."),
                text("it is never left out"),
                example="vendor_stays",
            ),
            "waits_for": Told(
                text("Waits for a publication"),
                text(
                    "Whether it cannot start before the standard specification"
                    " is published."
                ),
                text("it waits for no publication"),
                example="specification",
            ),
            "role": Told(
                text("Role in the municipal year"),
                text("What the budget, the council and the law must know of the item."),
                text("it has none"),
                example="budget_request",
            ),
        },
    ),
    Load: Told(
        text("Work of an item"),
        text("How many people, or parallel tasks, an item takes while it lasts."),
        keys={
            "section": Told(
                text("Of each section"),
                text("What it takes of each section concerned, in tenths."),
                text("1 where the section acts, assumed"),
                example="0.5",
            ),
            "lead": Told(
                text("Of the lead section"),
                text("What it takes of the lead section, in tenths."),
                text("1 where the lead section acts, assumed"),
                example="0.3",
            ),
            "vendor": Told(
                text("Of the vendor"),
                text("What it takes of each present vendor, in tenths."),
                text("1 where the vendor acts, assumed"),
                example="1",
            ),
        },
    ),
    Months: Told(
        text("Duration"),
        text("Shortest and longest duration in calendar months."),
        keys={
            "min": Told(
                text("Shortest"),
                text("The shortest duration, in calendar months."),
                example="1",
            ),
            "likely": Told(
                text("Likely"),
                text("What it mostly takes, in calendar months."),
                text("the midpoint of the shortest and the longest, assumed"),
                example="2",
            ),
            "max": Told(
                text("Longest"),
                text(
                    "The longest duration, in calendar months; plans are safe with it."
                ),
                example="3",
            ),
            "shape": Told(
                text("How it spreads"),
                text(
                    "How it spreads between the three where durations are drawn at"
                    " random (stdmig risk)."
                ),
                text("as the command says; PERT where it says nothing"),
                example="triangular",
            ),
            "observed": Told(
                text("Observed durations"),
                text(
                    "What the work took elsewhere, in months (tenths are enough);"
                    " stdmig risk draws from these instead, each as likely as the"
                    " others."
                ),
                text("it is drawn from the shortest, the likely and the longest"),
                example="[1.5, 2, 2, 3]",
            ),
        },
    ),
    Variant: Told(
        text("Duration under a condition"),
        text("A duration that holds under a condition."),
        keys={
            "when": Told(
                text("Condition"),
                text("Id of the condition."),
                example="vendor_switch",
            ),
            "min": Told(
                text("Shortest under it"),
                text("The shortest duration that then replaces the item's own."),
                text("the item's own shortest"),
                example="3",
            ),
            "max": Told(
                text("Longest under it"),
                text("The longest duration that then replaces the item's own."),
                text("the item's own longest"),
                example="4",
            ),
            "up_to": Told(
                text("Noted bound"),
                text("A bound that the source notes; it changes no duration."),
                text("there is none"),
                example="6",
            ),
        },
    ),
    Link: Told(
        text("Item waited for"),
        text("An item that must be finished before."),
        keys={
            "item": Told(
                text("Item to be finished"),
                text("The item that must be finished."),
                example="8",
            ),
        },
    ),
}
