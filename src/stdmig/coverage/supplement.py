"""A supplementary budget as the next way in, once a window is closed (補正予算)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stdmig.coverage.gap import Gap
from stdmig.dates import (
    Span,
    day_in,
    day_on_or_before,
    fiscal_year,
    fiscal_year_end,
    shown,
    shown_fiscal_year,
    span_closing_in,
)
from stdmig.inventory import TemplateFile
from stdmig.inventory.council import Session
from stdmig.words import Text, text


class Supplement(NamedTuple):
    """
    A supplementary budget that can still be asked for.

    Attributes
    ----------
    session
        The session of the council that votes it.
    fiscal_year
        The year whose budget it changes.
    request_by, voted
        Last day to ask, and the day of the vote.
    needed
        The first day that it is to pay for.
    """

    session: Session
    fiscal_year: int
    request_by: date
    voted: date
    needed: date

    @property
    def in_time(self) -> bool:
        """Return whether the vote comes before the first day that is to be paid for."""
        return self.voted < self.needed

    @property
    def as_debt(self) -> bool:
        """Return whether it binds the year after its own (債務負担行為)."""
        return self.fiscal_year < fiscal_year(self.needed)

    @property
    def words(self) -> Text:
        """Return it with its days, and what is wrong with it."""
        told = text(
            "next: the supplementary budget of {year} in the {session}, ask by"
            " {request_by}, voted by {voted}",
            year=shown_fiscal_year(self.fiscal_year),
            session=self.session.title,
            request_by=shown(self.request_by),
            voted=shown(self.voted),
        )
        if self.as_debt:
            told = text("{way}, as a debt obligation", way=told)
        if not self.in_time:
            first = shown(self.needed)
            return text("{way}, too late for {first}", way=told, first=first)
        return told


def next_supplement(
    template: TemplateFile, as_of: date, year: int, span: Gap, *, amends: bool
) -> Supplement | None:
    """
    Return the first supplementary budget in time, else the first one at all.

    Parameters
    ----------
    template
        Council sessions, and the ways to a budget that are allowed.
    as_of
        The day on which its request day must not be past.
    year
        The fiscal year that pays; budgets of the year before count as well, where they
        may set a debt obligation for it.
    span
        The days that are to be paid for.
    amends
        Whether a running contract is prolonged, which the year before pays for too. A
        new one that is signed there and paid only later is a ゼロ債務.
    """
    left = (
        each
        for each in _supplements(template, year, span, amends=amends)
        if each.request_by >= as_of
    )
    return min(
        left,
        key=lambda each: (not each.in_time, each.request_by, each.voted),
        default=None,
    )


def _supplements(
    template: TemplateFile, year: int, span: Gap, *, amends: bool
) -> Iterator[Supplement]:
    budgets = template.planning.budgets
    binds = budgets.debt_obligation and (amends or budgets.zero_debt)
    earlier = (year - 1,) if binds else ()
    allowed = budgets.supplementary
    for session in template.council.sessions:
        until = session.request_until
        if until is None or (allowed is not None and session.id not in allowed):
            continue
        for voting in (*earlier, year):
            opens, voted = _sitting(session, voting)
            if voting < year and voted == fiscal_year_end(voting):
                # Voted on 31 March, it could not be signed in the year that binds.
                continue
            request_by = day_on_or_before(opens, until)
            yield Supplement(session, voting, request_by, voted, span.start)


def _sitting(session: Session, year: int) -> Span:
    """Return the session whose vote falls into a fiscal year."""
    vote = day_in(year, session.end)
    calendar_year = year if fiscal_year(vote) == year else year + 1
    return span_closing_in(calendar_year, session.start, session.end)
