"""Rules of time between asking for money and spending it (予算と契約の時間の規則)."""

from __future__ import annotations

from functools import cache

from stdmig.dates import Rule, within
from stdmig.inventory.template import RfpAfter
from stdmig.schedule.budget_way import BudgetWay, Occasion


def asking(ways: tuple[BudgetWay, ...], duration: Rule) -> Rule:
    """
    Return the rule of the task that asks for the money.

    For the ordinary budget it lies inside the window for requests. For any other it
    ends on or before the day on which requests close, which `spending` sees to.
    """
    if all(way.kind == "ordinary" for way in ways):
        return within(ways[0].request, duration)
    return duration


@cache
def spending(ways: tuple[BudgetWay, ...]) -> Rule:
    """Return the rule from the end of asking to the first day to spend the money."""

    @cache
    def rule(day: int) -> int:
        return min(each.usable for each in _open(ways, day))

    return rule


@cache
def tendering(
    ways: tuple[BudgetWay, ...], after: RfpAfter, sessions: tuple[BudgetWay, ...]
) -> Rule:
    """
    Return the rule from the end of asking to the first day to ask for proposals.

    Parameters
    ----------
    ways
        The ways that may be taken.
    after
        What the request for proposals waits for.
    sessions
        The ways by which a debt obligation can be voted before the ordinary budget.
    """

    @cache
    def rule(day: int) -> int:
        days = (tender_day(each, after, sessions) for each in _open(ways, day))
        return max(day, min(days))

    return rule


def tender_day(
    occasion: Occasion, after: RfpAfter, sessions: tuple[BudgetWay, ...]
) -> int:
    """
    Return the first day to ask for proposals for what one budget is to pay.

    A debt obligation for what the next ordinary budget pays may be voted earlier, in
    a session whose requests close no earlier (債務負担行為の前倒しの議決).
    """
    if after == "request":
        return 1
    if after == "notice":
        return occasion.tabled
    voted = [occasion.voted]
    if after == "debt_vote" and occasion.way.kind == "ordinary":
        voted += [way.occasion(occasion.closes).voted for way in sessions]
    return min(voted) + 1


@cache
def both(first: Rule, second: Rule) -> Rule:
    """Return the rule of what waits for two rules."""
    if first is second:
        return first

    def rule(day: int) -> int:
        return max(first(day), second(day))

    return rule


def _open(ways: tuple[BudgetWay, ...], day: int) -> list[Occasion]:
    """Return, for each way, the first budget that can still be asked for."""
    # The task is over on the eve of `day`, and that is when the request is handed in.
    return [way.occasion(day - 1) for way in ways]
