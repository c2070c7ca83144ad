"""A contract that is paid for longer than it is needed (稼働後の契約)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.coverage import Coverage
from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import Text, count, text


def contract_outlives_cutover(context: Context) -> Iterator[Hit]:
    """Yield the contracts that last beyond the cutover of all their units."""
    for coverage in context.coverages:
        overlap = coverage.overlap
        if overlap is None or overlap.end <= coverage.needed_to:
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
            details=tuple(_details(coverage)),
        )


def _details(coverage: Coverage) -> Iterator[Text]:
    """Yield how long it is wanted, and what it takes to stop it then."""
    if coverage.wanted_beyond is not None:
        yield text("the old system is wanted to {day}", day=shown(coverage.needed_to))
    terms = coverage.contract.termination if coverage.contract else None
    if terms is None:
        return
    if terms.allowed is False:
        yield text("it cannot be ended early")
        return
    if coverage.stop_by is not None:
        yield text(
            "to end on {day} it must be stopped by {stop_by}",
            day=shown(coverage.needed_to),
            stop_by=shown(coverage.stop_by),
        )
    if terms.fee is not None:
        yield text("ending it early costs {fee} yen, without tax", fee=f"{terms.fee:,}")


RULE = Rule(
    code="STD205",
    name="contract-outlives-cutover",
    severity=Severity.NOTE,
    subjects=(("contract",),),
    title=text("a contract runs on after the cutover"),
    help=text(
        "end it with the cutover; where the old system is wanted longer, record"
        " 'parallel_months' or 'lookup_months'"
    ),
    why=text(
        "From the cutover on two systems are paid for. That may be wanted, for looking"
        " up old records, and then it belongs in the budget."
    ),
    example=Example(
        """\
contracts:
  - {id: tax, end: 2026-03-31}   # {remark}
""",
        text("cutover 2025-10-01"),
    ),
    run=contract_outlives_cutover,
)
