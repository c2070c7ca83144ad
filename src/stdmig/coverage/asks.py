"""In which budget each year of an extension is asked for (予算要求の時期)."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from stdmig.coverage.gap import DAY, Gap
from stdmig.coverage.supplement import Supplement, next_supplement
from stdmig.dates import (
    Span,
    day_on_or_before,
    fiscal_year_start,
    span_closing_in,
    split_by_fiscal_year,
)
from stdmig.inventory import TemplateFile
from stdmig.inventory.template import BudgetCalendar

WindowState = Literal["not_yet", "open", "closed"]
"""How a request window stands on the as-of date."""


class Ask(NamedTuple):
    """
    One fiscal year of an extension, and the request for its money.

    Attributes
    ----------
    fiscal_year
        The year that pays.
    span
        The days that it pays for.
    opens, closes
        When requests for its ordinary budget are taken, both days inside; None where
        the template knows no window.
    voted
        The day on which that budget is voted, if the template knows the session.
    state
        How the window stands on the as-of date; None where it is not known.
    next_way
        The supplementary budget to ask in where the window is closed, if any is left.
    """

    fiscal_year: int
    span: Gap
    opens: date | None
    closes: date | None
    voted: date | None
    state: WindowState | None
    next_way: Supplement | None


def asks(
    template: TemplateFile, as_of: date, span: Gap, *, amends: bool
) -> tuple[Ask, ...]:
    """
    Return the requests for an extension, one per fiscal year that it touches.

    Parameters
    ----------
    template
        Request window, council sessions, and the ways to a budget that are allowed.
    as_of
        The day the plan is looked at from.
    span
        What is to be signed.
    amends
        Whether it prolongs a contract; a renewal of a single year is a new one.
    """
    return tuple(
        _ask(template, as_of, year, Gap(first, last), amends=amends)
        for year, first, last in split_by_fiscal_year(span.start, span.end)
    )


def _ask(
    template: TemplateFile, as_of: date, year: int, span: Gap, *, amends: bool
) -> Ask:
    window = _window(template.budget, year)
    state = None if window is None else _state(window, as_of)
    opens, closes = window or (None, None)
    next_way = None
    if state == "closed" and span.end >= as_of:
        next_way = next_supplement(template, as_of, year, span, amends=amends)
    return Ask(year, span, opens, closes, _vote(template, year), state, next_way)


def _window(budget: BudgetCalendar, year: int) -> Span | None:
    """Return the request window that closes in the twelve months before a year."""
    closes = budget.request_closes(year)
    if closes is None or budget.request is None:
        return None
    return span_closing_in(closes.year, budget.request.start, budget.request.end)


def _state(window: Span, as_of: date) -> WindowState:
    opens, closes = window
    if as_of < opens:
        return "not_yet"
    return "open" if as_of <= closes else "closed"


def _vote(template: TemplateFile, year: int) -> date | None:
    """Return the last vote of an ordinary budget, which precedes its year."""
    eve = fiscal_year_start(year) - DAY
    votes = [
        day_on_or_before(eve, session.end)
        for session in template.council.sessions
        if session.votes_budget
    ]
    return max(votes, default=None)
