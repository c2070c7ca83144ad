"""When there is money for the work on a contract (予算のある日)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from stdmig.dates import Rule
from stdmig.schedule.budget_way import BudgetWay, Occasion

_LONG_BEFORE = 1500
"""Days before one: no budget that was asked for earlier pays on it."""


class MoneyAtHand(NamedTuple):
    """
    What binds the work on a contract to money that has not lapsed (失効).

    Attributes
    ----------
    from_
        From a day to the first one from it on with money.
    work
        The rule of the task without it.
    """

    from_: Rule
    work: Rule

    def rule(self) -> Rule:
        """Return the rule of the task: it begins when there is money."""
        return _after(self.from_, self.work)


@cache
def money_from(ways: tuple[BudgetWay, ...], asked: int | None, as_of: int) -> Rule:
    """
    Return the rule from a day to the first one from it on with money.

    Every budget that can be asked for pays from the day on which it is usable until it
    lapses, and money that has lapsed is asked for again. Where it has been asked for
    already, that cannot be done for a budget whose requests are closed since; before
    that money is usable the link to its request binds (see `budget_rules.spending`).

    Parameters
    ----------
    ways
        The ways that may be taken.
    asked
        The day after the task that asked; None while nobody has begun to ask.
    as_of
        The as-of date; it counts where `asked` is given.
    """
    opened = [way.occasion(asked - 1) for way in ways] if asked is not None else []

    @cache
    def rule(day: int) -> int:
        if asked is not None and day <= min(each.usable for each in opened):
            return day
        found = (_pays(way, day, asked, as_of) for way in ways)
        return min(max(day, each.usable) for each in found)

    return rule


@cache
def money_of_all(rules: tuple[Rule, ...]) -> Rule:
    """Return the rule from a day to the first one with the money of several budgets."""
    if len(rules) == 1:
        return rules[0]

    def rule(day: int) -> int:
        while (later := max(each(day) for each in rules)) > day:
            day = later
        return day

    return rule


def _pays(way: BudgetWay, day: int, asked: int | None, as_of: int) -> Occasion:
    """Return the first budget of a way that has not lapsed on a day."""
    return next(each for each in _open(way, day, asked, as_of) if each.lapses >= day)


def _open(
    way: BudgetWay, day: int, asked: int | None, as_of: int
) -> Iterator[Occasion]:
    """Yield the budgets of a way that were, or can be, asked for."""
    found = way.occasion(max(day - _LONG_BEFORE, 1) if asked is None else asked - 1)
    yield found
    while True:
        found = way.occasion(found.closes + 1)
        if asked is None or found.closes >= as_of:
            yield found


@cache
def _after(first: Rule, then: Rule) -> Rule:
    def rule(day: int) -> int:
        return then(first(day))

    return rule
