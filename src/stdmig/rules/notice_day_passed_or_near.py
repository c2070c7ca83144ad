"""Something must be said about a contract now, or should have been (予告期限)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.coverage import Coverage, DueNotice, due_notice
from stdmig.dates import shown, shown_fiscal_year
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.extending import renewing
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import Text, count, text


def notice_day_passed_or_near(context: Context) -> Iterator[Hit]:
    """Yield the contracts whose notice is past, near, or due before the request."""
    for coverage in context.coverages:
        due, runs_to = due_notice(coverage), coverage.runs_to
        if due is None or runs_to is None:
            continue
        if due.state == "ahead" and due.before_request is None:
            continue
        ask = due.before_request
        yield Hit(
            {"contract": coverage.agreement.id},
            _fact(coverage, due, runs_to),
            context.inventory.locate((*coverage.agreement.path, "notice_months")),
            {
                "purpose": due.purpose,
                "notice_by": due.by.isoformat(),
                "state": due.state,
                "days_left": due.days_left,
                "last_day": runs_to.isoformat(),
                "request_closes": (
                    ask.closes.isoformat() if ask and ask.closes else None
                ),
                "voted": ask.voted.isoformat() if ask and ask.voted else None,
            },
            details=tuple(_details(coverage, due)),
        )


def _fact(coverage: Coverage, due: DueNotice, runs_to: date) -> Text:
    name, by = coverage.agreement.title, shown(due.by)
    if due.state == "passed":
        return text(
            "{name}: the last day to give notice, {by}, is past; the contract ends"
            " {last_day}",
            name=name,
            by=by,
            last_day=shown(runs_to),
        )
    if due.state == "near":
        return count(
            "{name}: notice is due by {by}, in {n} day; the contract ends {last_day}",
            "{name}: notice is due by {by}, in {n} days; the contract ends {last_day}",
            due.days_left,
            name=name,
            by=by,
            last_day=shown(runs_to),
        )
    return text(
        "{name}: notice is due by {by}, before the money is asked for; the contract"
        " ends {last_day}",
        name=name,
        by=by,
        last_day=shown(runs_to),
    )


def _details(coverage: Coverage, due: DueNotice) -> Iterator[Text]:
    """Yield which money comes later, and what happens without a word."""
    ask = due.before_request
    if ask is not None and ask.closes is not None:
        told = text(
            "requests for {year} are taken until {closes}",
            year=shown_fiscal_year(ask.fiscal_year),
            closes=shown(ask.closes),
        )
        if ask.voted is not None:
            told = text("{fact}, and voted by {day}", fact=told, day=shown(ask.voted))
        yield told
    yield from renewing(coverage)


RULE = Rule(
    code="STD206",
    name="notice-day-passed-or-near",
    severity=Severity.WARNING,
    subjects=(("contract",),),
    title=text("notice about a contract is due, or was"),
    help=text(
        "tell the other side by that day whether the contract is extended or stopped,"
        " subject to the budget, and record 'notice_given'"
    ),
    why=text(
        "After the last day of notice the vendor need not extend the contract, or need"
        " not let it end. That day often lies before the money is asked for, so that"
        " the town hall must speak before it knows its budget. Within 90 days it counts"
        " as near; the figure is our own choice."
    ),
    example=Example(
        """\
contracts:
  - {id: tax, end: 2025-03-31, notice_months: 6}   # {remark}
""",
        text("say so by 2024-09-30"),
    ),
    run=notice_day_passed_or_near,
)
