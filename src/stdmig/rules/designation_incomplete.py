"""A designated system whose record lacks what it rests on (特定移行支援システム)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Severity
from stdmig.inventory import Designation
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import Text, listing, text

_MISSING: dict[str, Text] = {
    "reason": text("the reason (1 to 4)"),
    "explanation": text("an explanation"),
    "completion": text("the planned completion"),
}


def designation_incomplete(context: Context) -> Iterator[Hit]:
    """Yield the designated systems without reason, explanation or completion."""
    live = context.plan.network.live
    for place, system in enumerate(context.inventory.file.systems):
        if not system.applies or system.designated is None or system.id in live:
            continue
        missing = _missing(system.designated)
        if not missing:
            continue
        message = text(
            "{name}: designated system without {what}",
            name=system.title,
            what=listing(_MISSING[key] for key in missing),
        )
        where = context.inventory.locate(("systems", place, "designated"))
        yield Hit({"system": system.id}, message, where, {"missing": missing})


def _missing(designated: Designation) -> list[str]:
    return [key for key in _MISSING if getattr(designated, key) is None]


RULE = Rule(
    code="STD310",
    name="designation-incomplete",
    severity=Severity.WARNING,
    subjects=(("system",),),
    title=text("a designated system lacks its reason or its date"),
    help=text("record 'reason', 'explanation' and 'completion' under 'designated'"),
    why=text(
        "The later deadline is granted for a reason and up to a date: the ministry,"
        " the council and the residents ask for both. Without a planned completion the"
        " plan works back from the last day that is allowed at all."
    ),
    example=Example(
        """\
systems:
  - {id: kojin, designated: {reason: 4}}   # {remark}
""",
        text("no explanation, no completion"),
    ),
    run=designation_incomplete,
)
