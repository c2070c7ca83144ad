"""Which money must be asked for because of a slip, and whether it can be (受付期間)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from stdmig.coverage import Ask, Coverage
from stdmig.dates import fiscal_year
from stdmig.outlook.slip.town import WindowSlip
from stdmig.rules.asking import unasked
from stdmig.rules.budget_window_missed import missed_requests
from stdmig.schedule import Plan, carry_over_vote


def extension_windows(
    before: Sequence[Coverage], after: Sequence[Coverage]
) -> Iterator[WindowSlip]:
    """
    Yield the years of extensions whose money nobody needed without the slip.

    Parameters
    ----------
    before, after
        The contracts held against the forecast cutovers without and with the slip.
    """
    for was, now in zip(before, after, strict=True):
        needed = {ask.fiscal_year for ask in unasked(was)}
        for ask in unasked(now):
            if ask.fiscal_year not in needed and ask.span.end >= now.as_of:
                yield from _asked(now, ask)


def request_windows(before: Plan, after: Plan) -> Iterator[WindowSlip]:
    """
    Yield the procurements whose request is too late to keep the planned cutovers.

    Parameters
    ----------
    before, after
        The plan without and with the slip, both for the planned cutovers.
    """
    known = {purchase.procurement.id for purchase, _ in missed_requests(before)}
    for purchase, paid in missed_requests(after):
        procurement = purchase.procurement
        if procurement.id not in known:
            yield WindowSlip(
                "request",
                procurement.id,
                procurement.name.ja,
                paid.occasion.fiscal_year,
                paid.occasion.closes,
                "closed",
                policy=procurement.policy if procurement.installations else None,
            )


def carry_overs(before: Plan, after: Plan) -> Iterator[WindowSlip]:
    """
    Yield a vendor's work under contract that ends in a later year than it was to.

    Money of a year that is over can be carried over no more, and is not told.

    Parameters
    ----------
    before, after
        The plan without and with the slip, each for its own forecast cutovers.
    """
    today, template = before.as_of, before.inventory.template
    told: set[tuple[str, int]] = set()
    for purchase in before.network.purchases:
        if purchase.contract not in before.safe.settled:
            continue
        for place in before.network.under_contract(purchase):
            actors = before.tasks[place].item.actors
            if before.is_over(place) or (actors and "vendor" not in actors):
                continue
            year = _last_year(before, place)
            procurement = purchase.procurement
            key = procurement.id, year
            moves = _last_year(after, place) > year >= fiscal_year(today)
            if not moves or key in told:
                continue
            told.add(key)
            vote = carry_over_vote(template, year)
            yield WindowSlip(
                "carry_over",
                procurement.id,
                procurement.name.ja,
                year,
                vote.toordinal(),
                "closed" if vote < today else "open",
                policy=procurement.policy if procurement.installations else None,
            )


def _asked(coverage: Coverage, ask: Ask) -> Iterator[WindowSlip]:
    if ask.closes is None or ask.state is None:
        return
    way = ask.next_way
    yield WindowSlip(
        "extension",
        coverage.agreement.id,
        coverage.agreement.title.ja,
        ask.fiscal_year,
        ask.closes.toordinal(),
        ask.state,
        way.request_by.toordinal() if way is not None and way.in_time else None,
    )


def _last_year(plan: Plan, place: int) -> int:
    """Return the fiscal year in which a task is planned to end."""
    return fiscal_year(date.fromordinal(plan.planned.finish[place] - 1))
