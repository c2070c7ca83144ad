"""A system of the law that the inventory does not list (業務の登録漏れ)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Severity
from stdmig.inventory import STATUTORY
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import text


def system_missing(context: Context) -> Iterator[Hit]:
    """Yield the systems of the law that ``systems.yaml`` does not list."""
    listed = {system.id for system in context.inventory.file.systems}
    where = context.inventory.locate(("systems",))
    for name, title in STATUTORY.items():
        if name not in listed:
            message = text("{name} ({id}) is not listed", name=title, id=name)
            yield Hit({"system": name}, message, where)


RULE = Rule(
    code="STD101",
    name="system-missing",
    severity=Severity.ERROR,
    subjects=(("system",),),
    title=text("a system of the law is not listed"),
    help=text(
        "add it to systems.yaml; where the town has none of it, write 'applies: false'"
        " and a reason"
    ),
    why=text(
        "A system that nobody listed is a system that nobody migrates. The law names"
        " 20, and a municipality answers for each of them."
    ),
    example=Example(
        """\
systems:
  - {id: juki, units: []}   # {remark}
""",
        text("the other 19 are missing"),
    ),
    run=system_missing,
)
