"""A contract that no unit names (使われていない契約)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Severity
from stdmig.inventory.agreements import unused_contracts
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import text


def contract_unused(context: Context) -> Iterator[Hit]:
    """Yield the contracts of the list that keep nothing running."""
    for contract, path in unused_contracts(context.inventory.file):
        if contract.id is None:
            continue
        yield Hit(
            {"contract": contract.id},
            text(
                "{name}: no unit names this contract", name=contract.name or contract.id
            ),
            context.inventory.locate(path),
        )


RULE = Rule(
    code="STD209",
    name="contract-unused",
    severity=Severity.NOTE,
    subjects=(("contract",),),
    title=text("a contract keeps no unit running"),
    help=text("name it under 'contract' of the units that it covers, or take it out"),
    why=text(
        "A contract that no unit names is held against no cutover. Mostly the name was"
        " forgotten at the unit, whose own end then seems unknown."
    ),
    example=Example(
        """\
contracts:
  - {id: tax, end: 2025-03-31}   # {remark}
""",
        text("and no unit says contract: tax"),
    ),
    run=contract_unused,
)
