"""A wanted order of cutovers that cannot be kept (守れない稼働順序)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import BrokenOrder, broken_orders
from stdmig.words import Text, text


def wanted_order_impossible(context: Context) -> Iterator[Hit]:
    """Yield the pairs of systems that are wanted together, or in order, and are not."""
    for broken in broken_orders(context.plan):
        first, other = broken.first, broken.other
        yield Hit(
            {"system": first.system.id, broken.wish: other.system.id},
            text("{fact}: {reason}", fact=_fact(broken), reason=_reason(broken)),
            context.inventory.locate_system(first.system),
            {
                "wish": broken.wish,
                "cause": broken.cause,
                "cutover": first.day.isoformat(),
                "other_cutover": other.day.isoformat(),
            },
        )


def _fact(broken: BrokenOrder) -> Text:
    first, other = broken.first, broken.other
    if broken.wish == "with":
        return text(
            "{first} ({day}) and {other} ({other_day}) are not cut over on one day",
            first=first.system.title,
            day=shown(first.day),
            other=other.system.title,
            other_day=shown(other.day),
        )
    return text(
        "{first} ({day}) is not cut over after {other} ({other_day})",
        first=first.system.title,
        day=shown(first.day),
        other=other.system.title,
        other_day=shown(other.day),
    )


def _reason(broken: BrokenOrder) -> Text:
    chosen = broken.first if broken.first.source == "chosen" else broken.other
    if broken.cause == "deadline":
        return text(
            "the wanted day lies after the deadline {deadline} of {system}",
            deadline=shown(chosen.deadline),
            system=chosen.system.title,
        )
    if broken.by is not None:
        return text(
            "the wanted day is closed to {system} ({what})",
            system=chosen.system.title,
            what=broken.by.title,
        )
    if broken.cause == "no_day":
        return text("no allowed day is left that would keep the order")
    return text("the wanted days contradict it")


RULE = Rule(
    code="STD403",
    name="wanted-order-impossible",
    severity=Severity.WARNING,
    subjects=(
        (
            "system",
            "with",
        ),
        (
            "system",
            "after",
        ),
    ),
    title=text("a wanted order of cutovers cannot be kept"),
    help=text("change one of the wanted days, or take 'with' or 'after' out"),
    why=text(
        "Systems are wanted together or in order because they exchange data. Where"
        " their days say otherwise, the links between them need a temporary bridge that"
        " nobody has planned."
    ),
    example=Example("""\
systems:
  - {id: juki, cutover: 2026-01-05}
  - {id: kojin, cutover: 2025-11-04, after: [juki]}
"""),
    run=wanted_order_impossible,
)
