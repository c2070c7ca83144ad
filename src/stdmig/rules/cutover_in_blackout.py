"""A cutover in the busy season of its system (切替回避期間の稼働)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.inventory import Blackout
from stdmig.rules.alternatives import alternatives, offers
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.later import Later, LaterData
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import Cutover
from stdmig.words import listing, text


def cutover_in_blackout(context: Context) -> Iterator[Hit]:
    """Yield the systems that are cut over in a black-out, stated or inferred."""
    for cutover in context.plan.cutovers:
        if cutover.is_last_resort:
            continue
        for confidence, severity in _SEVERITIES.items():
            held = [
                hit.blackout
                for hit in cutover.blackouts
                if hit.confidence == confidence
            ]
            if held:
                yield _hit(context, cutover, held, severity)


_SEVERITIES = {"stated": Severity.ERROR, "inferred": Severity.WARNING}


def _hit(
    context: Context, cutover: Cutover, held: list[Blackout], severity: Severity
) -> Hit:
    stated = severity is Severity.ERROR
    what = listing(
        text("{name}, {when}", name=each.title, when=each.when) for each in held
    )
    pattern = (
        text(
            "{system}: the cutover {day} lies in a black-out ({what})",
            system=cutover.system.title,
            day=shown(cutover.day),
            what=what,
        )
        if stated
        else text(
            "{system}: the cutover {day} lies in a season that is better avoided,"
            " as is inferred ({what})",
            system=cutover.system.title,
            day=shown(cutover.day),
            what=what,
        )
    )
    return Hit(
        {"system": cutover.system.id, "confidence": "stated" if stated else "inferred"},
        pattern,
        context.inventory.locate_system(cutover.system),
        LaterData(partial(_data, context, cutover, held, stated=stated)),
        severity=severity,
        details=Later(partial(offers, context, [cutover])) if stated else (),
    )


def _data(
    context: Context, cutover: Cutover, held: list[Blackout], *, stated: bool
) -> dict[str, Any]:
    return {
        "cutover": cutover.day.isoformat(),
        "cutover_source": cutover.source,
        "confidence": "stated" if stated else "inferred",
        "blackouts": [_season(each) for each in held],
        **({"proposals": alternatives(context, cutover)} if stated else {}),
    }


def _season(blackout: Blackout) -> dict[str, Any]:
    return {
        "name": blackout.name,
        "months": list(blackout.months),
        "days": [f"{month:02}-{day:02}" for month, day in blackout.days],
        "either_side": blackout.either_side,
    }


RULE = Rule(
    code="STD307",
    name="cutover-in-blackout",
    severity=Severity.ERROR,
    subjects=(
        (
            "system",
            "confidence",
        ),
    ),
    title=text("the cutover lies in a busy season of its system"),
    help=text(
        "choose one of the proposed days, or ask the section whether the season is"
        " right, and correct 'blackouts' in schedule_template.yaml"
    ),
    why=text(
        "In its busy season a section can neither test nor bear a failure: tax notices,"
        " certificates and elections have days that the law sets. What a source states"
        " is an error; what is only inferred is a warning."
    ),
    example=Example("""\
planning: {cutover: 2026-03-01}
blackouts:
  - {system: kojin, months: [2, 3, 4, 5, 6], name: 課税, confidence: stated}
"""),
    run=cutover_in_blackout,
)
