"""When money is asked for and voted, as events (予算要求・議決)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from stdmig.budget import BudgetLine
from stdmig.dates import day_in, shown_fiscal_year
from stdmig.render.dossier import Dossier
from stdmig.render.ical.event import Event, Kind
from stdmig.schedule import session_of
from stdmig.words import Readable, Text, count, text

_LISTED = 30
"""Systems and contracts that an event lists; the rest is in the request itself."""


def request_events(dossier: Dossier) -> Iterator[Event]:
    """Yield the requests that are still open: one for each budget and its last day."""
    windows = _windows(dossier)
    budgets: dict[tuple[date, int, Text], list[BudgetLine]] = {}
    for line in dossier.lines:
        if line.request_due is not None and line.request_due >= dossier.plan.as_of:
            key = line.request_due, line.fiscal_year, line.vote
            budgets.setdefault(key, []).append(line)
    for (due, year, vote), lines in budgets.items():
        summary = count(
            "Ask for money of {year} ({budget}): {n} line",
            "Ask for money of {year} ({budget}): {n} lines",
            len(lines),
            year=shown_fiscal_year(year),
            budget=vote,
        )
        subject = (str(year), due.isoformat())
        told = tuple(_told(dossier, lines))
        yield Event(Kind.REQUEST, subject, summary, windows.get(due, due), due, told)


def _windows(dossier: Dossier) -> dict[date, date]:
    """Return the first days of the windows for requests by their last ones."""
    found = {}
    for coverage in dossier.page.coverages:
        for ask in coverage.asks:
            if ask.opens is not None and ask.closes is not None:
                found[ask.closes] = ask.opens
    for group in dossier.page.budgets:
        occasion = group.planned.occasion
        if occasion.way.kind == "ordinary":
            closes = date.fromordinal(occasion.closes)
            found[closes] = date.fromordinal(occasion.opens)
    return found


def _told(dossier: Dossier, lines: list[BudgetLine]) -> Iterator[Readable]:
    """Yield what is asked for, by systems and contracts, with sums where known."""
    systems = {each.id: each.title for each in dossier.plan.network.systems}
    contracts = {
        each.agreement.id: each.agreement.title for each in dossier.page.coverages
    }
    asked: dict[Readable, list[BudgetLine]] = {}
    for line in lines:
        name: Readable | None = systems.get(line.system or "")
        if line.contract is not None:
            name = contracts.get(line.contract)
        asked.setdefault(name or line.title, []).append(line)
    for name, own in islice(asked.items(), _LISTED):
        amounts = [line.amount.yen for line in own if line.amount.yen is not None]
        if len(amounts) < len(own):
            yield count("{name}: {n} line", "{name}: {n} lines", len(own), name=name)
        else:
            yield text("{name}: {yen} yen", name=name, yen=f"{sum(amounts):,}")
    if len(asked) > _LISTED:
        yield count("and {n} more", "and {n} more", len(asked) - _LISTED)


def vote_events(dossier: Dossier) -> Iterator[Event]:
    """Yield the votes of the council that the plan and the extensions wait for."""
    votes: dict[date, dict[Readable, None]] = {}
    for day, what in _votes(dossier):
        if day >= dossier.plan.as_of:
            votes.setdefault(day, {})[what] = None
    sessions = dossier.plan.inventory.template.council.sessions
    for day, matters in sorted(votes.items(), key=lambda each: each[0]):
        summary: Readable = text("Vote of the council")
        for session in sessions:
            if day_in(day.year, session.end) == day:
                summary = text("Vote of the {session}", session=session.title)
        subject = (day.isoformat(),)
        yield Event(Kind.VOTE, subject, summary, day, day, tuple(matters))


def _votes(dossier: Dossier) -> Iterator[tuple[date, Readable]]:
    plan, page = dossier.plan, dossier.page
    for group in page.budgets:
        occasion = group.planned.occasion
        budget = text(
            "{way} of {year}",
            way=occasion.way.title,
            year=shown_fiscal_year(occasion.fiscal_year),
        )
        yield date.fromordinal(occasion.voted), budget
    for coverage in page.coverages:
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
    for place in page.places:
        vote = session_of(plan, place)
        if vote is not None and not plan.is_over(place):
            yield vote.day, plan.tasks[place].title
