"""Ways to the money of a contract, and the days that each opens (予算の組み方)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from stdmig.dates import (
    DayOfYear,
    Window,
    day_on_or_after,
    fiscal_year,
    fiscal_year_end,
    fiscal_year_start,
)
from stdmig.inventory import TemplateFile
from stdmig.inventory.council import Session
from stdmig.words import Name, Text, text

WayKind = Literal["ordinary", "supplementary", "zero_debt"]
"""当初予算, 補正予算, ゼロ債務."""

ORDINARY = "ordinary"
"""Id of the way by the ordinary budget of the next fiscal year (当初予算)."""


class Occasion(NamedTuple):
    """
    One budget of one year in which money can be asked for (予算要求の機会).

    Days are ordinals.

    Attributes
    ----------
    way
        Which way it is.
    opens
        First day to ask; for a supplementary budget any day up to `closes` will do.
    closes
        Last day to ask.
    tabled
        First day after the money is in sight: after the informal notice of an
        ordinary budget, from the first day of a session for what it votes (内示・上程).
    voted
        Day of the vote.
    usable
        First day on which the work on the contract may begin.
    fiscal_year
        The year whose money is the first to pay.
    lapses
        Last day on which that work may begin: what is unsigned when its fiscal year
        ends is lost (自治法208条・214条).
    """

    way: BudgetWay
    opens: int
    closes: int
    tabled: int
    voted: int
    usable: int
    fiscal_year: int
    lapses: int


class BudgetWay(NamedTuple):
    """
    A way to the money that comes every year.

    Attributes
    ----------
    id
        ``ordinary``, the id of a session, or ``zero-`` and the id of a session.
    request
        When requests are taken; for a supplementary budget the day on which they
        close, twice.
    tabled
        Last day of the informal notice, or first day of the session.
    vote
        Last day of the session that votes.
    """

    id: str
    kind: WayKind
    session: Name
    request: Window
    tabled: DayOfYear
    vote: DayOfYear

    @property
    def title(self) -> Text:
        """Return what people call it: 当初予算, 12月定例会の補正予算."""
        if self.kind == "ordinary":
            return text("ordinary budget")
        if self.kind == "zero_debt":
            return text("zero-debt obligation of the {session}", session=self.session)
        return text("supplementary budget of the {session}", session=self.session)

    @property
    def short_title(self) -> Text:
        """Return a name for a column: 当初予算, 12月定例会."""
        if self.kind == "supplementary":
            return text("{session}", session=self.session)
        return self.title

    def occasion(self, day: int) -> Occasion:
        """Return the first budget for which one can still ask on a day."""
        return _occasion(self, day)

    def occasions(self, day: int, until: int) -> Iterator[Occasion]:
        """
        Yield the budgets that one asks for by a day, with money to use by another.

        Of the ordinary budget that is the first one only: a request that was made
        inside the window of one year is not one for the next.
        """
        found = self.occasion(day)
        while found.usable <= until:
            yield found
            if self.kind == "ordinary":
                return
            found = self.occasion(found.closes + 1)


@cache
def _occasion(way: BudgetWay, day: int) -> Occasion:
    opens, closes = way.request.closing_from(day)
    voted = _next(way.vote, closes + 1)
    if way.kind == "ordinary":
        year = fiscal_year(date.fromordinal(closes)) + 1
        usable = fiscal_year_start(year).toordinal()
        voted = min(voted, usable - 1)
        tabled = min(_next(way.tabled, closes) + 1, voted + 1)
    else:
        year = fiscal_year(date.fromordinal(voted))
        usable = voted + 1
        tabled = min(_next(way.tabled, closes + 1), usable)
    lapses = fiscal_year_end(year).toordinal()
    pays = year + (way.kind == "zero_debt")
    return Occasion(way, opens, closes, tabled, voted, usable, pays, lapses)


def _next(day: DayOfYear, after: int) -> int:
    return day_on_or_after(date.fromordinal(after), day).toordinal()


def budget_ways(template: TemplateFile) -> tuple[BudgetWay, ...]:
    """
    Return the ways that a municipality allows, the ordinary one first.

    Without a recorded window for requests nothing is known of the budget, and there
    is no way at all: tasks are then planned as if money were always at hand.
    A supplementary budget pays until 31 March only; since work on a new system runs
    on, it is a way only where a debt obligation (債務負担行為) may bind later years.
    """
    request, choices = template.budget.request, template.planning.budgets
    if request is None:
        return ()
    sessions = template.council.sessions
    vote = next((each.end for each in sessions if each.votes_budget), (3, 31))
    notice = template.budget.notice
    ways = [
        BudgetWay(
            ORDINARY,
            "ordinary",
            Name(""),
            Window(request.start, request.end),
            notice.until if notice else vote,
            vote,
        )
    ]
    for session in sessions if choices.debt_obligation else ():
        wanted = choices.supplementary
        if wanted is None or session.id in wanted:
            ways += _session_way(session, "supplementary")
    for session in sessions if choices.zero_debt else ():
        ways += _session_way(session, "zero_debt")
    return tuple(ways)


def _session_way(session: Session, kind: WayKind) -> Iterator[BudgetWay]:
    """Yield the way by a session, if its money can be signed for in its year."""
    until = session.request_until
    # What is voted on 31 March would have to be signed on the same day.
    if until is not None and session.end != (3, 31):
        name = f"zero-{session.id}" if kind == "zero_debt" else session.id
        span = Window(until, until)
        yield BudgetWay(name, kind, session.title, span, session.start, session.end)
