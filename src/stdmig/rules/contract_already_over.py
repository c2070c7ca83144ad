"""A contract that ended before today, with nothing after it (契約の満了済み)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.rule import Context, Hit, Rule
from stdmig.words import count, text


def contract_already_over(context: Context) -> Iterator[Hit]:
    """Yield the contracts that ended before the as-of date and the cutover."""
    for coverage in context.coverages:
        last_day = coverage.covered_to
        if coverage.renewed_yearly or last_day is None or not coverage.already_over:
            continue
        message = count(
            "{name} ({n} unit): ended {last_day}, before the as-of date {as_of}",
            "{name} ({n} units): ended {last_day}, before the as-of date {as_of}",
            len(coverage.units),
            name=coverage.agreement.title,
            last_day=shown(last_day),
            as_of=shown(coverage.as_of),
        )
        yield Hit(
            {"contract": coverage.agreement.id},
            message,
            context.inventory.locate((*coverage.agreement.path, "end")),
            {
                "last_day": last_day.isoformat(),
                "as_of": coverage.as_of.isoformat(),
            },
        )


RULE = Rule(
    code="STD204",
    name="contract-already-over",
    severity=Severity.ERROR,
    subjects=(("contract",),),
    title=text("a contract was already over at the as-of date"),
    help=text(
        "record the contract or the signed extension under which the unit runs today"
    ),
    why=text(
        "The unit is in use and nothing recorded covers it: either the town hall runs"
        " without a contract, or the file is out of date."
    ),
    example=Example(
        """\
contracts:
  - {id: tax, end: 2024-09-30}   # {remark}
""",
        text("as of 2025-01-10"),
    ),
    run=contract_already_over,
)
