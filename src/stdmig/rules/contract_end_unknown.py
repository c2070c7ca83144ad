"""A contract of which the last day is not recorded (満了日の未登録)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.coverage import Coverage
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import Text, count, text


def contract_end_unknown(context: Context) -> Iterator[Hit]:
    """Yield the contracts, and units without one, whose last day is unknown."""
    for coverage in context.coverages:
        if coverage.last_day is not None:
            continue
        agreement = coverage.agreement
        kind = "unit" if agreement.contract is None else "contract"
        yield Hit(
            {kind: agreement.id},
            _fact(coverage),
            context.inventory.locate(agreement.path),
            {"units": [unit.installation.id for unit in coverage.units]},
        )


def _fact(coverage: Coverage) -> Text:
    if coverage.agreement.contract is None:
        installation = coverage.units[0].installation
        return text(
            "{system} ({section}): no contract is recorded, so its last day is unknown",
            system=installation.system.title,
            section=installation.unit.section,
        )
    return count(
        "{name} ({n} unit): the last day of the contract is unknown",
        "{name} ({n} units): the last day of the contract is unknown",
        len(coverage.units),
        name=coverage.agreement.title,
    )


RULE = Rule(
    code="STD202",
    name="contract-end-unknown",
    severity=Severity.WARNING,
    subjects=(
        ("contract",),
        ("unit",),
    ),
    title=text("the last day of a contract is unknown"),
    help=text("look it up, and record the contract with its 'end'"),
    why=text(
        "A contract whose end nobody knows cannot be checked: the gap that it may leave"
        " stays invisible until the vendor names it."
    ),
    example=Example(
        """\
contracts:
  - {id: tax, start: 2019-10-01}   # {remark}
""",
        text("no end"),
    ),
    run=contract_end_unknown,
)
