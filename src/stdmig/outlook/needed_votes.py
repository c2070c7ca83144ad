"""Which votes of the council the plan and the extensions wait for (議決)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from stdmig.coverage import Coverage
from stdmig.dates import day_in, shown_fiscal_year
from stdmig.inventory import Council
from stdmig.outlook.budgets import BudgetGroup
from stdmig.schedule import Plan, session_of
from stdmig.words import Readable, Text, text


class NeededVote(NamedTuple):
    """
    One vote of the council.

    Attributes
    ----------
    title
        What it is called, with its session where the template knows it.
    matters
        What is voted, each named once.
    """

    day: date
    title: Text
    matters: tuple[Readable, ...]


def needed_votes(
    plan: Plan,
    budgets: tuple[BudgetGroup, ...],
    coverages: tuple[Coverage, ...],
    places: Iterable[int],
) -> tuple[NeededVote, ...]:
    """
    Return the votes from the as-of date on, the next first.

    Parameters
    ----------
    plan
        The dates.
    budgets
        Which budget pays for what.
    coverages
        The contracts, for the money of their extensions.
    places
        The tasks, for what ends with a vote of its own (条例改正).
    """
    votes: dict[date, dict[Readable, None]] = {}
    for day, what in (*_money(budgets, coverages), *_bills(plan, places)):
        if day >= plan.as_of:
            votes.setdefault(day, {})[what] = None
    council = plan.inventory.template.council
    return tuple(
        NeededVote(day, _title(council, day), tuple(votes[day]))
        for day in sorted(votes)
    )


def _title(council: Council, day: date) -> Text:
    title = text("Vote of the council")
    for session in council.sessions:
        if day_in(day.year, session.end) == day:
            title = text("Vote of the {session}", session=session.title)
    return title


def _money(
    budgets: tuple[BudgetGroup, ...], coverages: tuple[Coverage, ...]
) -> Iterator[tuple[date, Readable]]:
    for group in budgets:
        occasion = group.planned.occasion
        yield (
            date.fromordinal(occasion.voted),
            text(
                "{way} of {year}",
                way=occasion.way.title,
                year=shown_fiscal_year(occasion.fiscal_year),
            ),
        )
    for coverage in coverages:
        for ask in coverage.asks:
            if ask.state != "closed" and ask.voted is not None:
                yield (
                    ask.voted,
                    text(
                        "extension of {name}, money of {year}",
                        name=coverage.agreement.title,
                        year=shown_fiscal_year(ask.fiscal_year),
                    ),
                )


def _bills(plan: Plan, places: Iterable[int]) -> Iterator[tuple[date, Readable]]:
    for place in places:
        vote = session_of(plan, place)
        if vote is not None and not plan.is_over(place):
            yield vote.day, plan.tasks[place].title
