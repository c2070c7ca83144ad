"""A contract that goes on past the cutover if nobody says anything (自動更新)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.coverage import Coverage, Overrun
from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import Text, text


def automatic_renewal_past_cutover(context: Context) -> Iterator[Hit]:
    """Yield the contracts that renew themselves beyond what is needed."""
    for coverage in context.coverages:
        overrun = coverage.overrun
        if overrun is None:
            continue
        stop_by = overrun.stop_by
        yield Hit(
            {"contract": coverage.agreement.id},
            _fact(coverage, overrun),
            context.inventory.locate((*coverage.agreement.path, "auto_renewal_months")),
            {
                "runs_to": overrun.runs_to.isoformat(),
                "stop_by": stop_by.isoformat() if stop_by else None,
                "stops_on": overrun.stops_on.isoformat(),
                "needed_to": coverage.needed_to.isoformat(),
                "cutover": coverage.cutover.isoformat(),
            },
            details=tuple(_details(coverage, overrun)),
        )


def _fact(coverage: Coverage, overrun: Overrun) -> Text:
    if coverage.follower is not None:
        return text(
            "{name}: if nobody says anything it renews itself to {runs_to}, beside the"
            " next one ({next}) from {start}",
            name=coverage.agreement.title,
            runs_to=shown(overrun.runs_to),
            next=coverage.follower.title,
            start=shown(coverage.follower.start),
        )
    return text(
        "{name}: if nobody says anything it renews itself to {runs_to}, past the"
        " cutover {cutover}",
        name=coverage.agreement.title,
        runs_to=shown(overrun.runs_to),
        cutover=shown(coverage.cutover),
    )


def _details(coverage: Coverage, overrun: Overrun) -> Iterator[Text]:
    """Yield by when to say stop, and what then remains to be extended."""
    if overrun.stop_by is None:
        yield text(
            "the last day to say stop is unknown: 'notice_months' is not recorded"
        )
    elif overrun.stop_by < coverage.as_of:
        yield text(
            "the last day to say stop, {day}, is past", day=shown(overrun.stop_by)
        )
    else:
        yield text(
            "say stop by {day}; it then ends {last_day}",
            day=shown(overrun.stop_by),
            last_day=shown(overrun.stops_on),
        )
    left = overrun.left
    if left is not None and coverage.unsigned:
        yield text(
            "once stopped it must be extended from {start} to {end}",
            start=shown(left.start),
            end=shown(left.end),
        )


RULE = Rule(
    code="STD207",
    name="automatic-renewal-past-cutover",
    severity=Severity.WARNING,
    subjects=(("contract",),),
    title=text("a contract renews itself past the cutover"),
    help=text(
        "say stop in time, and extend the contract only as far as it is needed; record"
        " 'notice_given'"
    ),
    why=text(
        "A contract with automatic renewal goes on for a whole period where nobody"
        " speaks up in time. The town hall then pays for a system that no longer"
        " serves, often for a year."
    ),
    example=Example("""\
contracts:
  - {id: tax, end: 2025-03-31, notice_months: 3, auto_renewal_months: 12}
"""),
    run=automatic_renewal_past_cutover,
)
