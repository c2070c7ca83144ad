"""A contract that ended before today, with nothing after it (契約の満了済み)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.coverage import Coverage, open_gap
from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import Text, count, text


def contract_already_over(context: Context) -> Iterator[Hit]:
    """Yield the contracts that ended before the as-of date, while they are needed."""
    for coverage in context.coverages:
        last_day = coverage.covered_to
        if coverage.renewed_yearly or last_day is None or not coverage.already_over:
            continue
        message = text(
            "{name} ({units}): ended {last_day}, before the as-of date {as_of}",
            name=coverage.agreement.title,
            units=count("{n} unit", "{n} units", len(coverage.units)),
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
            details=tuple(_details(coverage)),
        )


def _details(coverage: Coverage) -> Iterator[Text]:
    """Yield how long nothing covers it so far, where no cutover sets an end to it."""
    if not coverage.overdue:
        return
    yield count(
        "{n} day without a contract up to the as-of date",
        "{n} days without a contract up to the as-of date",
        open_gap(coverage).days,
    )
    yield text(
        "the planned cutover {cutover} is past, and the system is not recorded as live;"
        " where it is, record it in progress.yaml ('live')",
        cutover=shown(coverage.cutover),
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
