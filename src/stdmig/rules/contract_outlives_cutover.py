"""A contract that is paid for longer than it is needed (稼働後の契約)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.rules.rule import Context, Hit, Rule
from stdmig.words import count, text


def contract_outlives_cutover(context: Context) -> Iterator[Hit]:
    """Yield the contracts that last beyond the cutover of all their units."""
    for coverage in context.coverages:
        overlap = coverage.overlap
        if overlap is None:
            continue
        message = count(
            "{name}: runs until {last_day}, past the cutover {cutover};"
            " both systems are paid for in {n} calendar month",
            "{name}: runs until {last_day}, past the cutover {cutover};"
            " both systems are paid for in {n} calendar months",
            overlap.months,
            name=coverage.agreement.title,
            last_day=shown(overlap.end),
            cutover=shown(coverage.cutover),
        )
        yield Hit(
            {"contract": coverage.agreement.id},
            message,
            context.inventory.locate((*coverage.agreement.path, "end")),
            {
                "last_day": overlap.end.isoformat(),
                "cutover": coverage.cutover.isoformat(),
                "overlap_months": overlap.months,
            },
        )


RULE = Rule(
    code="STD205",
    name="contract-outlives-cutover",
    severity=Severity.NOTE,
    title=text("a contract runs on after the cutover"),
    help=text("end it with the cutover if the old system is not needed for look-up"),
    why=text(
        "From the cutover on two systems are paid for. That may be wanted, for looking"
        " up old records, and then it belongs in the budget."
    ),
    example="""\
contracts:
  - {id: tax, end: 2026-03-31}   # cutover 2025-10-01
""",
    run=contract_outlives_cutover,
)
