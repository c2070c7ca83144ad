"""A cutover with no closure in which to switch (平日明けの稼働)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from stdmig.dates import shown, shown_weekday
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import Cutover, follows_working_day
from stdmig.words import count, few, text

_NAMED = 3
"""Systems that are named before they are only counted; all are in the data."""


def cutover_after_working_day(context: Context) -> Iterator[Hit]:
    """Yield the days of cutovers that follow a working day, once for all systems."""
    days: dict[date, list[Cutover]] = {}
    for cutover in context.plan.cutovers:
        if not cutover.is_last_resort:
            days.setdefault(cutover.day, []).append(cutover)
    for day, cutovers in days.items():
        if not follows_working_day(context.inventory.template, day):
            continue
        eve = day - timedelta(days=1)
        yield Hit(
            {"cutover": day.isoformat()},
            count(
                "{n} system ({systems}): the cutover {day} ({weekday}) follows a"
                " working day, so that there is no closure in which to switch",
                "{n} systems ({systems}): the cutover {day} ({weekday}) follows a"
                " working day, so that there is no closure in which to switch",
                len(cutovers),
                systems=few((each.system.title for each in cutovers), _NAMED),
                day=shown(day),
                weekday=shown_weekday(day),
            ),
            context.inventory.locate_system(cutovers[0].system),
            {
                "cutover": day.isoformat(),
                "eve": eve.isoformat(),
                "systems": [each.system.id for each in cutovers],
            },
        )


RULE = Rule(
    code="STD312",
    name="cutover-after-working-day",
    severity=Severity.WARNING,
    subjects=(("cutover",),),
    title=text("the cutover follows a working day"),
    help=text(
        "choose the first working day after a weekend, a holiday or the turn of the"
        " year, or plan how to switch overnight"
    ),
    why=text(
        "The old system serves until the evening before, and the data of that day must"
        " still come over. Without a closed day between there is one night for it, and"
        " no time to go back."
    ),
    example=Example(
        """\
planning: {cutover: 2025-10-01}   # {remark}
""",
        text("a Wednesday"),
    ),
    run=cutover_after_working_day,
)
