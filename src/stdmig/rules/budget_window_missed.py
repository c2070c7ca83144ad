"""The last day to ask for the money is past, and nobody asked (予算要求の期限)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache, partial
from typing import Any, NamedTuple

from stdmig.dates import difference, shown, shown_fiscal_year
from stdmig.diagnostics import Severity
from stdmig.network import Purchase
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.later import Later, LaterData
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import BudgetOption, Funding, Plan, budget_options
from stdmig.words import Text, text


def budget_window_missed(context: Context) -> Iterator[Hit]:
    """Yield the procurements whose planned budget can no longer be asked for."""
    plan = context.plan
    for purchase, paid in missed_requests(plan):
        options = cache(partial(_options, plan, purchase))
        yield Hit(
            {"procurement": purchase.procurement.id},
            text(
                "{name}: requests for the {way} of {year} closed on {closes}",
                name=purchase.procurement.title,
                way=paid.occasion.way.title,
                year=shown_fiscal_year(paid.occasion.fiscal_year),
                closes=shown(date.fromordinal(paid.occasion.closes)),
            ),
            context.inventory.locate_system(purchase.procurement.systems[0]),
            LaterData(partial(_data, paid, options)),
            details=Later(partial(_next_ways, options)),
        )


def missed_requests(plan: Plan) -> Iterator[tuple[Purchase, Funding]]:
    """Yield what nobody asked for by the last day that its planned dates need."""
    today = plan.as_of.toordinal()
    for purchase in plan.network.purchases:
        paid = plan.funding(purchase)
        asked = purchase.request in plan.safe.settled
        if paid is not None and not asked and paid.occasion.closes < today:
            yield purchase, paid


class _Left(NamedTuple):
    """A way that is left, and the last day to ask for its money."""

    option: BudgetOption
    closes: date


def _options(plan: Plan, purchase: Purchase) -> list[_Left]:
    """Return the ways that are left, the quickest first."""
    found = [
        _Left(each, date.fromordinal(each.early.occasion.closes))
        for each in budget_options(plan, purchase)
        if each.early
    ]
    return sorted(found, key=lambda each: (each.option.cutover, not _is_ordinary(each)))


def _is_ordinary(left: _Left) -> bool:
    return left.option.way.kind == "ordinary"


def _next_ways(find: Callable[[], list[_Left]]) -> Iterator[Text]:
    """Yield the quickest way that is left, and the next ordinary budget."""
    options = find()
    ordinary = filter(_is_ordinary, options)
    for option, closes in dict.fromkeys((*options[:1], *ordinary)):
        way, late = option.way.title, option.missed_by
        if late:
            yield text(
                "next way in: {way}, asked for by {closes}; at the longest durations"
                " the cutover is then {cutover}, {late} late",
                way=way,
                closes=shown(closes),
                cutover=shown(option.cutover),
                late=difference(option.cutover - timedelta(days=late), option.cutover),
            )
        else:
            yield text(
                "next way in: {way}, asked for by {closes}; it costs no delay",
                way=way,
                closes=shown(closes),
            )


def _data(paid: Funding, find: Callable[[], list[_Left]]) -> dict[str, Any]:
    return {
        "way": paid.occasion.way.id,
        "fiscal_year": paid.occasion.fiscal_year,
        "request_until": date.fromordinal(paid.occasion.closes).isoformat(),
        "next": [
            {
                "way": option.way.id,
                "request_until": closes.isoformat(),
                "early_cutover": option.cutover.isoformat(),
                "missed_by_days": option.missed_by,
            }
            for option, closes in find()
        ],
    }


RULE = Rule(
    code="STD304",
    name="budget-window-missed",
    severity=Severity.WARNING,
    subjects=(("procurement",),),
    title=text("the window for the budget request is past"),
    help=text(
        "ask for the money by the next way in, or record in progress.yaml that it was"
        " asked for"
    ),
    why=text(
        "Money that is not asked for in its window is not in the budget, and nothing"
        " can be signed without it. The next ordinary budget comes a year later."
    ),
    example=Example(
        """\
planning:
  as_of: 2023-11-01   # {remark}
""",
        text("the request for fiscal 2024 closed on 2023-10-31"),
    ),
    run=budget_window_missed,
)
