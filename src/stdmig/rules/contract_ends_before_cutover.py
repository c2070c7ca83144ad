"""The classic accident: the contract is over before the cutover (契約の空白)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from stdmig.coverage import STATE_TITLES, Coverage, Gap
from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.rules.asking import requests_data, span_data
from stdmig.rules.example import Example
from stdmig.rules.extending import extending
from stdmig.rules.hit import Hit
from stdmig.rules.later import Later, LaterData
from stdmig.rules.rule import Context, Rule
from stdmig.words import Text, count, text

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
        if gap is None or last_day is None or coverage.renewed_yearly:
            continue
        if coverage.overdue:
            # There is no cutover to last to; what is over today has its own finding.
            continue
        yield Hit(
            {"contract": coverage.agreement.id},
            _with_extension(coverage, _fact(coverage, gap, last_day)),
            context.inventory.locate((*coverage.agreement.path, "end")),
            LaterData(partial(_data, coverage, gap, last_day)),
            severity=_severity(coverage),
            details=Later(partial(extending, context.inventory, coverage)),
        )


def _severity(coverage: Coverage) -> Severity | None:
    """Return less than an error where something is under way, or comes by itself."""
    renewed = coverage.renewed_to
    if coverage.is_past_hole:
        return Severity.NOTE
    if coverage.progress.state in _SEVERITIES:
        return _SEVERITIES[coverage.progress.state]
    if renewed is not None and renewed >= coverage.needed_to:
        return Severity.WARNING
    return None


def _fact(coverage: Coverage, gap: Gap, last_day: date) -> Text:
    """Return the gap, and what it is that the contract does not last to."""
    name = coverage.agreement.title
    units = count("{n} unit", "{n} units", len(coverage.units))
    if coverage.follower is not None:
        return count(
            "{name} ({units}): ends {last_day}, {n} day without a contract"
            " before the next one ({next}) begins {start}",
            "{name} ({units}): ends {last_day}, {n} days without a contract"
            " before the next one ({next}) begins {start}",
            gap.days,
            name=name,
            units=units,
            last_day=shown(last_day),
            next=coverage.follower.title,
            start=shown(coverage.follower.start),
        )
    if coverage.wanted_beyond is not None:
        return count(
            "{name} ({units}): ends {last_day}, {n} day short of {needed_to}, to which"
            " the old system is wanted after the cutover {cutover}",
            "{name} ({units}): ends {last_day}, {n} days short of {needed_to}, to which"
            " the old system is wanted after the cutover {cutover}",
            gap.days,
            name=name,
            units=units,
            last_day=shown(last_day),
            needed_to=shown(coverage.needed_to),
            cutover=shown(coverage.cutover),
        )
    return count(
        "{name} ({units}): ends {last_day}, {n} day without a contract"
        " before the cutover {cutover}",
        "{name} ({units}): ends {last_day}, {n} days without a contract"
        " before the cutover {cutover}",
        gap.days,
        name=name,
        units=units,
        last_day=shown(last_day),
        cutover=shown(coverage.cutover),
    )


def _with_extension(coverage: Coverage, fact: Text) -> Text:
    """Return the fact with what is recorded against it."""
    state, contract = coverage.progress.state, coverage.contract
    if state is not None:
        return text("{fact}; extension {state}", fact=fact, state=STATE_TITLES[state])
    if contract is not None and contract.extensions:
        return text(
            "{fact}; the recorded extensions do not cover all of these days", fact=fact
        )
    return fact


def _data(coverage: Coverage, gap: Gap, last_day: date) -> dict[str, Any]:
    notice, renewed = coverage.notice_by, coverage.renewed_to
    return {
        "last_day": last_day.isoformat(),
        "cutover": coverage.cutover.isoformat(),
        "needed_to": coverage.needed_to.isoformat(),
        "next_contract": coverage.follower.id if coverage.follower else None,
        "gap_days": gap.days,
        "gap_months": gap.months,
        "extension": span_data(coverage.extension),
        "unsigned": [span_data(each.span) for each in coverage.purchases],
        "overlap": span_data(coverage.extension_overlap),
        "notice_by": notice.isoformat() if notice else None,
        "renews_itself_to": renewed.isoformat() if renewed else None,
        "requests": requests_data(coverage),
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
    subjects=(("contract",),),
    title=text("a contract ends before the cutover"),
    help=text(
        "extend the contract to the day before the cutover, and ask for the money in"
        " the budget of every fiscal year it touches (stdmig export budget)"
    ),
    why=text(
        "Between the last day of the contract and the cutover the town hall runs its"
        " system without cover, or pays for an extension that nobody budgeted. Once the"
        " extension is requested, or the contract renews itself, this is a warning;"
        " once it is voted or signed a note."
    ),
    example=Example(
        """\
contracts:
  - {id: tax, end: 2024-09-30}   # {remark}
""",
        text("cutover 2025-10-01: 365 days without a contract"),
    ),
    run=contract_ends_before_cutover,
)
