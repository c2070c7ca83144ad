"""A cutover that is wanted after its deadline (期限後の稼働)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import count, text


def cutover_after_deadline(context: Context) -> Iterator[Hit]:
    """
    Yield the systems that are cut over after their own deadline.

    Of a system that is live already it is a note: nothing can be done about it.
    """
    for cutover in context.plan.cutovers:
        late = (cutover.day - cutover.deadline).days
        if late <= 0:
            continue
        message = count(
            "{name}: cutover {cutover} lies {n} day after the deadline {deadline}",
            "{name}: cutover {cutover} lies {n} days after the deadline {deadline}",
            late,
            name=cutover.system.title,
            cutover=shown(cutover.day),
            deadline=shown(cutover.deadline),
        )
        yield Hit(
            {"system": cutover.system.id},
            message,
            context.inventory.locate_system(cutover.system),
            {
                "cutover": cutover.day.isoformat(),
                "deadline": cutover.deadline.isoformat(),
                "days_late": late,
            },
            severity=Severity.NOTE if cutover.source == "live" else None,
        )


RULE = Rule(
    code="STD301",
    name="cutover-after-deadline",
    severity=Severity.ERROR,
    subjects=(("system",),),
    title=text("the cutover lies after the deadline"),
    help=text(
        "choose an earlier cutover, or record the system's own deadline if one was"
        " granted"
    ),
    why=text(
        "After the deadline the municipality works outside the national standard. Only"
        " a designated system has a deadline of its own."
    ),
    example=Example(
        """\
systems:
  - {id: juki, cutover: 2026-04-01}   # {remark}
""",
        text("deadline 2026-03-31"),
    ),
    run=cutover_after_deadline,
)
