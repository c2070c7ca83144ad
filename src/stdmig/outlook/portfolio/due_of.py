"""By which days somebody must have acted, and for how much (期限)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from datetime import date

from stdmig.coverage import Coverage, due_notice
from stdmig.outlook.portfolio.requests_of import Paid, requests_of
from stdmig.outlook.portfolio.town import DueKind, TownDue
from stdmig.schedule import Plan, session_of

_ORDER: dict[DueKind, int] = {"request": 0, "notice": 1, "vote": 2}


def due_of(plan: Plan, coverages: Sequence[Coverage]) -> tuple[TownDue, ...]:
    """
    Return the days from the as-of date on, the next first.

    They are those of the budget requests that are still open, of the notices to give
    and of the votes that are waited for, as `outlook.next_dates` tells them, without
    its words.
    """
    paid = [
        (each, money)
        for each in plan.network.purchases
        if (money := plan.funding(each)) is not None
    ]
    found = [
        *_requests(plan, coverages, paid),
        *_notices(plan, coverages),
        *_votes(plan, coverages, paid),
    ]
    return tuple(sorted(found, key=_order))


def _order(due: TownDue) -> tuple[int, int, int]:
    return due.day, _ORDER[due.kind], due.fiscal_year or 0


def _requests(
    plan: Plan, coverages: Sequence[Coverage], paid: Paid
) -> Iterator[TownDue]:
    for (day, year), lines in requests_of(plan, coverages, paid).items():
        yield TownDue("request", day.toordinal(), year, lines)


def _notices(plan: Plan, coverages: Sequence[Coverage]) -> Iterator[TownDue]:
    found: Counter[date] = Counter()
    for coverage in coverages:
        due = due_notice(coverage)
        if due is not None and due.by >= plan.as_of:
            found[due.by] += 1
    for day, contracts in found.items():
        yield TownDue("notice", day.toordinal(), None, contracts)


def _votes(plan: Plan, coverages: Sequence[Coverage], paid: Paid) -> Iterator[TownDue]:
    """Yield the days of votes with the number of different matters."""
    matters: dict[int, set[Hashable]] = {}
    for day, what in _matters(plan, coverages, paid):
        if day >= plan.as_of.toordinal():
            matters.setdefault(day, set()).add(what)
    for day, whats in matters.items():
        yield TownDue("vote", day, None, len(whats))


def _matters(
    plan: Plan, coverages: Sequence[Coverage], paid: Paid
) -> Iterator[tuple[int, Hashable]]:
    for _, money in paid:
        occasion = money.occasion
        yield occasion.voted, ("budget", occasion.way, occasion.fiscal_year)
    for coverage in coverages:
        for ask in coverage.asks:
            if ask.state != "closed" and ask.voted is not None:
                title = coverage.agreement.title
                yield ask.voted.toordinal(), ("extension", title, ask.fiscal_year)
    for place, task in enumerate(plan.tasks):
        if task.item.role == "ordinance" and not plan.is_over(place):
            vote = session_of(plan, place)
            if vote is not None:
                yield vote.day.toordinal(), ("bill", task.id)
