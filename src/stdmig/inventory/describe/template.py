"""The keys of schedule_template.yaml but those of its calendars, in words (説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.describe.told import JAPANESE, Told
from stdmig.inventory.designation import DesignatedDeadline
from stdmig.inventory.template import (
    BudgetChoices,
    Deadline,
    Milestone,
    Planning,
    TemplateFile,
)
from stdmig.words import text

TEMPLATE: dict[type[BaseModel], Told] = {
    TemplateFile: Told(
        text("Schedule template"),
        text(
            "Deadlines, planning choices, budget and council calendar, days off,"
            " black-outs and milestones (schedule_template.yaml). A workspace"
            " without this file uses the packaged one."
        ),
        keys={
            "schema": Told(
                text("Version of the format"),
                text("Says which version of the format the file is written in."),
                example="stdmig.template/1",
            ),
            "deadline": Told(
                text("General deadline"),
                text("The last day on which a cutover may fall."),
                example="令和8年3月31日",
            ),
            "designated": Told(
                text("Deadline of designated systems"),
                text(
                    "The last day for designated systems without a deadline of"
                    " their own."
                ),
                text("2031-03-31, as an assumption"),
                example="令和13年3月31日",
            ),
            "planning": Told(
                text("Planning choices"),
                text("What this municipality chose."),
                text("nothing was chosen; the defaults hold"),
            ),
            "budget": Told(
                text("Budget calendar"),
                text("When money of the next fiscal year is asked for, and promised."),
                text("no window is kept"),
            ),
            "council": Told(
                text("Council"),
                text("When the council sits."),
                text("no votes are waited for"),
            ),
            "calendar": Told(
                text("Days off"),
                text(
                    "The days on which the town hall is closed; weekends and"
                    " national holidays always count."
                ),
                text("the year-end closure of 29 December to 3 January"),
            ),
            "blackouts": Told(
                text("Black-outs"),
                text("Busy seasons of the systems, when they should not be cut over."),
                text("every time of the year will do"),
            ),
            "milestones": Told(
                text("Milestones of the plan"),
                text("Dates that the council is told."),
                text("no milestones are shown"),
            ),
        },
    ),
    Deadline: Told(
        text("General deadline"),
        text("The last day on which a cutover may fall."),
        keys={
            "date": Told(
                text("Date of the deadline"),
                text("The last day; a cutover on it is in time."),
                example="令和8年3月31日",
            ),
        },
    ),
    DesignatedDeadline: Told(
        text("Deadline of designated systems"),
        text("The last day for designated systems."),
        keys={
            "deadline": Told(
                text("Deadline"),
                text(
                    "The last day for designated systems without a deadline of"
                    " their own."
                ),
                example="令和13年3月31日",
            ),
        },
    ),
    Planning: Told(
        text("Planning choices"),
        text("What this municipality chose; never taken over from the packaged file."),
        keys={
            "as_of": Told(
                text("As-of date"),
                text("The day from which the plan looks ahead."),
                text("today; the command may name another day"),
                example="令和6年4月1日",
            ),
            "cutover": Told(
                text("Wanted cutover of all"),
                text(
                    "Wanted cutover of every system that names none of its own"
                    " and is not designated."
                ),
                text("a day is chosen per procurement"),
                example="令和7年10月1日",
            ),
            "durations": Told(
                text("Durations"),
                text(
                    "Which durations the planned dates are counted with. Where there"
                    " is a starts.yaml, its durations count."
                ),
                text("the longest"),
                example="maximum",
            ),
            "conditions": Told(
                text("Conditions that hold"),
                text("Conditions of procedures.yaml that hold here."),
                text("none holds"),
                example="[vendor_switch]",
            ),
            "budgets": Told(
                text("Ways to a budget"),
                text("Ways to a budget that are allowed beside the ordinary one."),
                text(
                    "supplementary budgets and debt obligations, but no debt"
                    " obligation without payment"
                ),
            ),
            "rfp_after": Told(
                text("RFP after"),
                text("What the request for proposals waits for."),
                text("the informal notice"),
                example="notice",
            ),
        },
    ),
    BudgetChoices: Told(
        text("Ways to a budget"),
        text("Ways to a budget that are allowed beside the ordinary one."),
        keys={
            "supplementary": Told(
                text("Supplementary budgets"),
                text(
                    "Ids of the sessions whose supplementary budgets may be"
                    " used; an empty list for none."
                ),
                text("all sessions"),
                example="[september, december]",
            ),
            "debt_obligation": Told(
                text("Use of debt obligations"),
                text("Whether a contract may bind later fiscal years."),
                text("it may (true)"),
                example="true",
            ),
            "zero_debt": Told(
                text("Without payment"),
                text(
                    "Whether a contract may be signed in a year in which nothing"
                    " is paid."
                ),
                text("it may not (false)"),
                example="false",
            ),
        },
    ),
    Milestone: Told(
        text("Milestone of the plan"),
        text("A date that the council is told; it is computed, not written here."),
        keys={
            "id": Told(
                text("Id of the milestone"),
                text("A short name for the milestone."),
                example="policy",
            ),
            "name": Told(
                text("Name of the milestone"),
                text("What the milestone is called."),
                example="方針決定",
            ),
            "name_en": Told(
                text("Name in English"),
                text("What it is called in English pages."),
                JAPANESE,
                example="Policy decided",
            ),
            "item": Told(
                text("Item of the milestone"),
                text(
                    "The work item whose start or finish it is. Give this or"
                    " 'cutover: true'."
                ),
                text("only with 'cutover: true'"),
                example="7",
            ),
            "date": Told(
                text("Start or finish"),
                text("Whether the item's start or its finish is shown."),
                text("its finish"),
                example="finish",
            ),
            "cutover": Told(
                text("The cutover itself"),
                text("Whether the milestone is the cutover itself."),
                text("it is an item (false)"),
                example="true",
            ),
        },
    ),
}
