"""When money is asked for and voted, as events (予算要求・議決)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from stdmig.budget import BudgetLine
from stdmig.dates import fiscal_year, shown_fiscal_year
from stdmig.outlook import needed_votes, open_requests
from stdmig.render.dossier import Dossier
from stdmig.render.ical.event import UNTRANSLATED, Event, Kind
from stdmig.words import Readable, count, in_style

_LISTED = 30
"""Systems and contracts that an event lists; the rest is in the request itself."""


def request_events(dossier: Dossier) -> Iterator[Event]:
    """Yield the requests that are still open: one for each budget and its last day."""
    windows = _windows(dossier)
    for each in open_requests(dossier.lines, dossier.plan.as_of):
        summary = count(
            "Ask for money of {year} ({budget}): {n} line",
            "Ask for money of {year} ({budget}): {n} lines",
            len(each.lines),
            year=shown_fiscal_year(each.fiscal_year),
            budget=each.vote,
        )
        due, year = each.day, each.fiscal_year
        subject = str(year), in_style(each.vote, UNTRANSLATED)
        told = tuple(_told(dossier, each.lines))
        yield Event(
            Kind.REQUEST, subject, summary, windows.get((year, due), due), due, told
        )


def _windows(dossier: Dossier) -> dict[tuple[int, date], date]:
    """
    Return the first days of the windows for requests.

    They are known by the fiscal year that is asked for and the last day: on the same
    day the window for next year and that for a supplementary budget may close.
    """
    found = {}
    for coverage in dossier.page.coverages:
        for ask in coverage.asks:
            if ask.opens is not None and ask.closes is not None:
                found[ask.fiscal_year, ask.closes] = ask.opens
    for group in dossier.page.budgets:
        occasion = group.planned.occasion
        if occasion.way.kind == "ordinary":
            closes = date.fromordinal(occasion.closes)
            found[occasion.fiscal_year, closes] = date.fromordinal(occasion.opens)
    return found


def _told(dossier: Dossier, lines: tuple[BudgetLine, ...]) -> Iterator[Readable]:
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
        yield _known(name, own)
    if len(asked) > _LISTED:
        yield count("and {n} more", "and {n} more", len(asked) - _LISTED)


def _known(name: Readable, lines: list[BudgetLine]) -> Readable:
    """Return how many lines there are, and what those with a price come to."""
    amounts = [line.amount.yen for line in lines if line.amount.yen is not None]
    if not amounts:
        return count("{name}: {n} line", "{name}: {n} lines", len(lines), name=name)
    yen = f"{sum(amounts):,}"
    if len(amounts) < len(lines):
        return count(
            "{name}: {n} line, {yen} yen known of it",
            "{name}: {n} lines, {yen} yen known of them",
            len(lines),
            name=name,
            yen=yen,
        )
    return count(
        "{name}: {n} line, {yen} yen",
        "{name}: {n} lines, {yen} yen",
        len(lines),
        name=name,
        yen=yen,
    )


def vote_events(dossier: Dossier) -> Iterator[Event]:
    """Yield the votes of the council that the plan and the extensions wait for."""
    page = dossier.page
    for each in needed_votes(dossier.plan, page.budgets, page.coverages, page.places):
        subject = (
            in_style(each.title, UNTRANSLATED),
            str(fiscal_year(each.day)),
        )
        yield Event(Kind.VOTE, subject, each.title, each.day, each.day, each.matters)
