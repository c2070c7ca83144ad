"""The classic accident: the contract is over before the cutover (契約の空白)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from stdmig.coverage import STATE_TITLES, Coverage, Gap
from stdmig.dates import shown, shown_fiscal_year
from stdmig.diagnostics import Severity
from stdmig.rules.rule import Context, Hit, Rule
from stdmig.words import Text, count, listing, text

# Asking for money, and then getting it, takes the accident out of the gap.
_SEVERITIES = {
    "requested": Severity.WARNING,
    "voted": Severity.NOTE,
    "signed": Severity.NOTE,
}


def contract_ends_before_cutover(context: Context) -> Iterator[Hit]:
    """Yield the contracts that leave days without cover before the last cutover."""
    for coverage in context.coverages:
        gap, last_day = coverage.gap, coverage.last_day
        if gap is None or last_day is None or coverage.single_year:
            continue
        fact = count(
            "{name} ({units}): ends {last_day}, {n} day without a contract"
            " before the cutover {cutover}",
            "{name} ({units}): ends {last_day}, {n} days without a contract"
            " before the cutover {cutover}",
            gap.days,
            name=coverage.agreement.title,
            units=count("{n} unit", "{n} units", len(coverage.units)),
            last_day=shown(last_day),
            cutover=shown(coverage.cutover),
        )
        yield Hit(
            {"contract": coverage.agreement.id},
            _with_extension(coverage, fact),
            context.inventory.locate((*coverage.agreement.path, "end")),
            _data(coverage, gap, last_day),
            severity=_SEVERITIES.get(coverage.progress.state or ""),
            details=tuple(_details(coverage, gap)),
        )


def _details(coverage: Coverage, gap: Gap) -> Iterator[Text]:
    """Yield what to extend, and which budgets pay for it."""
    if coverage.progress.state == "signed":
        return
    yield count(
        "extend from {start} to {end} ({n} month: {years})",
        "extend from {start} to {end} ({n} months: {years})",
        gap.months,
        start=shown(gap.start),
        end=shown(gap.end),
        years=listing(
            text("{year} {months}", year=shown_fiscal_year(year), months=months)
            for year, months in gap.months_by_year.items()
        ),
    )
    first, *later = coverage.fiscal_years
    if later:
        yield text(
            "as one contract it needs a debt obligation in the budget of {first}, for"
            " {later}",
            first=shown_fiscal_year(first),
            later=listing(map(shown_fiscal_year, later)),
        )


def _with_extension(coverage: Coverage, fact: Text) -> Text:
    """Return the fact with what is recorded against it."""
    state, contract = coverage.progress.state, coverage.agreement.contract
    if state is not None:
        return text("{fact}; extension {state}", fact=fact, state=STATE_TITLES[state])
    if contract is not None and contract.extensions:
        return text(
            "{fact}; the recorded extensions do not cover all of these days", fact=fact
        )
    return fact


def _data(coverage: Coverage, gap: Gap, last_day: date) -> dict[str, Any]:
    return {
        "last_day": last_day.isoformat(),
        "cutover": coverage.cutover.isoformat(),
        "gap_days": gap.days,
        "gap_months": gap.months,
        "extension": {"start": gap.start.isoformat(), "end": gap.end.isoformat()},
        "fiscal_years": list(coverage.fiscal_years),
        "months_by_fiscal_year": {
            str(year): months for year, months in gap.months_by_year.items()
        },
        "extension_state": coverage.progress.state,
        "units": [
            {
                "id": unit.installation.id,
                "system": unit.installation.system.id,
                "section": unit.installation.unit.section,
                "cutover": unit.cutover.isoformat(),
                "gap_days": unit.gap.days if unit.gap else 0,
            }
            for unit in coverage.units
        ],
    }


RULE = Rule(
    code="STD201",
    name="contract-ends-before-cutover",
    severity=Severity.ERROR,
    title=text("a contract ends before the cutover"),
    help=text(
        "extend the contract to the day before the cutover, and ask for the money in"
        " the budget of every fiscal year it touches (stdmig export budget)"
    ),
    why=text(
        "Between the last day of the contract and the cutover the town hall runs its"
        " system without cover, or pays for an extension that nobody budgeted. Once the"
        " extension is requested this is a warning, once it is voted or signed a note."
    ),
    example="""\
contracts:
  - {id: tax, end: 2024-09-30}   # cutover 2025-10-01: 365 days without a contract
""",
    run=contract_ends_before_cutover,
)
