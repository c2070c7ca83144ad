"""A system whose present unit nobody recorded (業務システムの登録漏れ)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import text


def system_without_unit(context: Context) -> Iterator[Hit]:
    """Yield the systems that apply but have no unit."""
    for system in context.inventory.systems:
        if not system.units:
            message = text("{name}: no unit is recorded", name=system.title)
            where = context.inventory.locate_system(system)
            yield Hit({"system": system.id}, message, where)


RULE = Rule(
    code="STD102",
    name="system-without-unit",
    severity=Severity.WARNING,
    subjects=(("system",),),
    title=text("no unit is recorded for a system"),
    help=text(
        "record the unit that the section uses today, or 'applies: false' with a reason"
    ),
    why=text(
        "Without its unit nobody knows the section, the vendor and the contract of the"
        " system, and no gap of its contract can be found. The plan takes it as one"
        " unit bought alone, with a change of vendor."
    ),
    example=Example("""\
systems:
  - id: koseki
    units: []
"""),
    run=system_without_unit,
)
