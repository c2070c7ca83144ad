"""A lighter assessment than the number of people demands (評価の区分の誤り)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Severity
from stdmig.inventory import LEVELS, MANY_HANDLERS, Assessment
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import Text, text


def assessment_level_too_low(context: Context) -> Iterator[Hit]:
    """Yield the systems whose recorded level lies below their threshold."""
    for system in context.plan.network.systems:
        assessment = system.assessment
        if assessment is None or not assessment.is_too_low:
            continue
        demanded = assessment.demanded or "none"
        message = text(
            "{name}: the level is recorded as {level}; {people} people demand a"
            " {demanded}",
            name=system.title,
            level=LEVELS[assessment.planned],
            people=f"{assessment.people:,}",
            demanded=LEVELS[demanded],
        )
        yield Hit(
            {"system": system.id},
            message,
            context.inventory.locate_system(system, "assessment", "level"),
            {
                "level": assessment.level,
                "demanded": demanded,
                "people": assessment.people,
                "handlers": assessment.handlers,
                "incident": assessment.incident,
            },
            details=tuple(_details(assessment)),
        )


def _details(assessment: Assessment) -> Iterator[Text]:
    """Yield what makes the threshold a lower one."""
    if assessment.handlers is not None and assessment.handlers >= MANY_HANDLERS:
        handlers = f"{assessment.handlers:,}"
        yield text("{handlers} people handle the data", handlers=handlers)
    if assessment.incident:
        yield text("there was a serious incident within a year")


RULE = Rule(
    code="STD316",
    name="assessment-level-too-low",
    severity=Severity.WARNING,
    subjects=(("system",),),
    title=text("the recorded assessment is lighter than the thresholds demand"),
    help=text(
        "correct 'level', or the figures; take 'level' out to let it follow from them"
    ),
    why=text(
        "How many people's data a system holds, how many handle it and whether there"
        " was a serious incident decide which assessment (PIA) is demanded. Only a full"
        " one takes public comment, so a level that is too low leaves too little time."
    ),
    example=Example(
        """\
systems:
  - {id: juki, assessment: {level: focused, people: 350000}}   # {remark}
""",
        text("full from 300,000 on"),
    ),
    run=assessment_level_too_low,
)
