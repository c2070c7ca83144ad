"""No day is left on which a system may be cut over (稼働できる日の不足)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.rules.alternatives import named
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.overdue import RECORD
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import Cutover, next_allowed_day
from stdmig.words import Text, text


def no_allowed_cutover_day(context: Context) -> Iterator[Hit]:
    """Yield the systems that are planned on their deadline for want of a better day."""
    groups: dict[tuple[str, ...], list[Cutover]] = {}
    for cutover in context.plan.cutovers:
        if cutover.is_last_resort:
            groups.setdefault(cutover.together, []).append(cutover)
    for cutovers in groups.values():
        yield _hit(context, cutovers)


def _hit(context: Context, cutovers: list[Cutover]) -> Hit:
    first, as_of = cutovers[0], context.plan.as_of
    past = first.deadline < as_of
    following = None if past else next_allowed_day(context.plan, first)
    return Hit(
        {"system": first.system.id},
        _message(cutovers, as_of, past=past),
        context.inventory.locate_system(first.system),
        {
            "as_of": as_of.isoformat(),
            "deadline": first.deadline.isoformat(),
            "next_allowed_day": following.isoformat() if following else None,
            "systems": [each.system.id for each in cutovers],
        },
        details=(text("the next allowed day is {day}", day=shown(following)),)
        if following
        else (),
        help=RECORD if past else None,
    )


def _message(cutovers: list[Cutover], as_of: date, *, past: bool) -> Text:
    told = {
        "names": named(each.system for each in cutovers),
        "as_of": shown(as_of),
        "deadline": shown(cutovers[0].deadline),
    }
    if past:
        return text(
            "{names}: the deadline {deadline} is past at the as-of date {as_of}, and no"
            " cutover is recorded; planned on the deadline",
            **told,
        )
    return text(
        "{names}: no allowed cutover day is left from {as_of} to the deadline"
        " {deadline}; planned on the deadline",
        **told,
    )


RULE = Rule(
    code="STD309",
    name="no-allowed-cutover-day",
    severity=Severity.ERROR,
    subjects=(("system",),),
    title=text("no allowed cutover day is left before the deadline"),
    help=text(
        "where the deadline is past, record the systems that serve already in"
        " progress.yaml ('live'), and mark the designated ones in systems.yaml"
        " ('designated'); where it is not, check black-outs and closed dates with the"
        " section, and where they stand, apply for a later deadline as a designated"
        " system"
    ),
    why=text(
        "The deadline is past and nobody recorded what became of the system; or busy"
        " seasons, closed dates and days off leave no day until the deadline. The plan"
        " then counts back from the deadline itself, which is no day to be cut over on:"
        " its dates and gaps mean little until the true cutover is known."
    ),
    example=Example(
        """\
planning: {as_of: 2026-02-10}   # {remark}
blackouts:
  - {system: kojin, months: [2, 3, 4, 5, 6], name: 課税, confidence: stated}
""",
        text("deadline 2026-03-31"),
    ),
    run=no_allowed_cutover_day,
)
