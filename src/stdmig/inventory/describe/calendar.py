"""The yearly spans and days of schedule_template.yaml, in words (暦の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.blackouts import Blackout
from stdmig.inventory.calendar import ClosedDates, MunicipalCalendar, YearEnd
from stdmig.inventory.council import Council, Session
from stdmig.inventory.describe.told import JAPANESE, NONE, Told
from stdmig.inventory.template import BudgetCalendar, Notice, YearlySpan
from stdmig.words import text

CALENDAR: dict[type[BaseModel], Told] = {
    BudgetCalendar: Told(
        text("Budget calendar"),
        text("When money of the next fiscal year is asked for, and promised."),
        keys={
            "request": Told(
                text("Requests"),
                text("When requests for the next fiscal year are taken, every year."),
                text("requests are taken all year"),
            ),
            "notice": Told(
                text("Informal notice"),
                text(
                    "The last day of the informal notice of the ordinary budget,"
                    " every year."
                ),
                text("nothing waits for the notice"),
                example="2月10日",
            ),
        },
    ),
    YearlySpan: Told(
        text("Span of every year"),
        text("A span of every year, both days inside."),
        keys={
            "from": Told(
                text("From every year"),
                text("The first day."),
                example='"09-01"',
            ),
            "until": Told(
                text("Until every year"),
                text("The last day; it belongs to the span."),
                example='"10-31"',
            ),
        },
    ),
    Notice: Told(
        text("Informal notice"),
        text("When the informal notice is out at the latest."),
        keys={
            "until": Told(
                text("Last day of the notice"),
                text("The last day on which the notice comes out, every year."),
                example='"02-10"',
            ),
        },
    ),
    Council: Told(
        text("Council"),
        text("When the council sits."),
        keys={
            "sessions": Told(
                text("Sessions"),
                text("The sessions of every year."),
                NONE,
            ),
        },
    ),
    Session: Told(
        text("Session"),
        text("A session of every year."),
        keys={
            "id": Told(
                text("Id of the session"),
                text("A short name for the session."),
                example="september",
            ),
            "name": Told(
                text("Name of the session"),
                text("What the session is called."),
                example="9月定例会",
            ),
            "name_en": Told(
                text("Name in English"),
                text("What it is called in English pages."),
                JAPANESE,
                example="September session",
            ),
            "from": Told(
                text("Opens on"),
                text("The first day of the session."),
                example='"09-01"',
            ),
            "until": Told(
                text("Votes on"),
                text("The last day of the session, on which the votes are taken."),
                example='"09-30"',
            ),
            "request_until": Told(
                text("Supplementary requests until"),
                text(
                    "Last day to ask for money in the session's supplementary budget."
                ),
                text("the session votes no supplementary budget"),
                example='"07-31"',
            ),
            "votes_budget": Told(
                text("Votes the ordinary budget"),
                text(
                    "Whether the session votes the ordinary budget of the next"
                    " fiscal year."
                ),
                text("it does not (false)"),
                example="true",
            ),
        },
    ),
    MunicipalCalendar: Told(
        text("Days off"),
        text("The days on which the town hall is closed."),
        keys={
            "year_end": Told(
                text("Turn of the year"),
                text("The year-end closure."),
                text("29 December to 3 January"),
            ),
            "closed": Told(
                text("Closed days"),
                text(
                    "Days on which the municipality wants no cutover: an"
                    " election, the moving of the town hall."
                ),
                NONE,
            ),
        },
    ),
    YearEnd: Told(
        text("Turn of the year"),
        text("The year-end closure; both days are inside."),
        keys={
            "from": Told(
                text("Closed from"),
                text("The first day off."),
                text("29 December"),
                example='"12-29"',
            ),
            "until": Told(
                text("Closed until"),
                text("The last day off."),
                text("3 January"),
                example='"01-03"',
            ),
        },
    ),
    ClosedDates: Told(
        text("Closed days"),
        text("Days on which the municipality wants no cutover."),
        keys={
            "from": Told(
                text("First closed day"),
                text("The first of the days."),
                example="令和7年7月3日",
            ),
            "until": Told(
                text("Last closed day"),
                text("The last of the days."),
                example="令和7年7月20日",
            ),
            "name": Told(
                text("What happens"),
                text("What happens on these days."),
                example="参議院議員通常選挙",
            ),
            "name_en": Told(
                text("Name in English"),
                text("What it is called in English pages."),
                JAPANESE,
                example="Upper House election",
            ),
            "systems": Told(
                text("Systems that are closed"),
                text("Ids of the systems that the days close."),
                text("it holds for all systems"),
                example="[senkyo]",
            ),
        },
    ),
    Blackout: Told(
        text("Black-out"),
        text("A busy season of a system, every year: whole months, or single days."),
        keys={
            "system": Told(
                text("Busy system"),
                text("Id of the busy system; a system may have several."),
                example="kojin",
            ),
            "months": Told(
                text("Whole months"),
                text("Whole months that are avoided. Give this or 'days'."),
                text("then 'days' must be given"),
                example="[2, 3]",
            ),
            "days": Told(
                text("Days of the year"),
                text("Days of the year that are avoided. Give this or 'months'."),
                text("then 'months' must be given"),
                example='["03-01", "09-01"]',
            ),
            "either_side": Told(
                text("Days either side"),
                text(
                    "How many days before and after each of 'days' are avoided as well."
                ),
                text("none (0)"),
                example="1",
            ),
            "name": Told(
                text("Busy with"),
                text("What the section is busy with."),
                example="確定申告・当初課税",
            ),
            "name_en": Told(
                text("Name in English"),
                text("What it is called in English pages."),
                JAPANESE,
                example="Tax returns",
            ),
            "confidence": Told(
                text("Confidence"),
                text(
                    "Whether a source states it, or it is inferred. A wanted"
                    " cutover in a stated one is an error."
                ),
                example="stated",
            ),
        },
    ),
}
