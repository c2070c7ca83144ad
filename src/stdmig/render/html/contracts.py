"""The contracts held against the plan, as a table (契約の表)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from stdmig.coverage import STATE_TITLES, Ask, Coverage, due_notice, open_gap
from stdmig.dates import shown, shown_fiscal_year
from stdmig.render.gap_words import extended_words, gap_cell, hole_words
from stdmig.render.html.facets import Facets
from stdmig.render.html.pen import Pen
from stdmig.render.plan.page import PlanPage
from stdmig.rules.asking import requests
from stdmig.rules.extending import extending, notice, renewing
from stdmig.words import Text, count, listing, text

_NOTICE_STATES = {
    "passed": text("the day has passed"),
    "near": text("near"),
    "ahead": text("ahead"),
}


class Contract(NamedTuple):
    """
    One contract.

    Attributes
    ----------
    tone
        ``bad`` where days are without a contract and nobody has voted their money.
    extended
        To which day a signed extension runs on from the last day, if one does.
    gap, gap_spans, state
        What is missing, from when to when, and how far its extension has come.
    todo
        What to extend, by when to say so, which budgets pay: a sentence each.
    """

    tone: str
    units: str
    name: Markup
    kind: Markup
    vendor: Markup
    sections: Markup
    number: Markup
    first: Markup | None
    last: Markup | None
    needed_to: Markup
    extended: Markup | None
    gap: Markup
    gap_spans: tuple[Markup, ...]
    state: Markup | None
    notice: Markup | None
    notice_state: Markup | None
    asks: tuple[Markup, ...]
    todo: tuple[Markup, ...]
    notes: tuple[Markup, ...]


def contracts(page: PlanPage, facets: Facets, pen: Pen) -> tuple[Contract, ...]:
    """Return the contracts, those with days uncovered first."""
    ranked = sorted(page.coverages, key=_rank)
    return tuple(_contract(each, page, facets, pen) for each in ranked)


def _rank(coverage: Coverage) -> tuple[int, int]:
    """Rank the longest gap first, then what nobody knows, then the rest."""
    gap = open_gap(coverage)
    if gap.alarms and gap.kind == "open":
        return 0, -gap.days
    if gap.parts or gap.kind == "signed":
        return 1, -gap.days
    return (2 if gap.kind == "unknown" else 3), 0


def _tone(coverage: Coverage) -> str:
    gap = open_gap(coverage)
    if gap.kind in ("unknown", "none"):
        return "unknown" if gap.kind == "unknown" else "good"
    return "bad" if gap.alarms else "settled"


def _contract(each: Coverage, page: PlanPage, facets: Facets, pen: Pen) -> Contract:
    due, state = due_notice(each), _state(each)
    extended = next(extended_words(each), None)
    by = due.by if due else each.notice_by
    installations = [unit.installation for unit in each.units]
    vendors = {place.unit.vendor for place in installations if place.unit.vendor}
    if each.contract is not None and each.contract.vendor:
        vendors = {each.contract.vendor}
    return Contract(
        _tone(each),
        facets.of_units(installations),
        pen(each.agreement.title),
        pen(_kind(each)),
        pen(listing(sorted(vendors))) if vendors else Markup(""),
        pen(listing(each.sections)),
        pen(count("{n} unit", "{n} units", len(each.units))),
        pen.time(each.first_day) if each.first_day else None,
        pen.time(each.last_day) if each.last_day else None,
        pen.time(each.needed_to),
        pen(extended) if extended else None,
        pen(gap_cell(each)),
        tuple(map(pen, _spans(each))),
        pen(state) if state else None,
        pen.time(by) if by else None,
        pen(_NOTICE_STATES[due.state]) if due else None,
        tuple(pen(_ask(each, ask)) for ask in each.asks),
        tuple(map(pen, _to_do(each, page))),
        tuple(map(pen, _notes(each))),
    )


def _kind(coverage: Coverage) -> Text:
    if coverage.single_year:
        return text("single-year contract")
    if coverage.contract is None:
        return text("no contract is recorded")
    return text("multi-year contract")


def _to_do(coverage: Coverage, page: PlanPage) -> Iterator[Text]:
    """Yield what to extend and by when to say so; requests have a column."""
    if coverage.renewals:
        yield from renewing(coverage)
        yield from notice(coverage)
        return
    asked = tuple(requests(coverage))
    for words in extending(page.plan.inventory, coverage):
        if words not in asked:
            yield words


def _spans(coverage: Coverage) -> Iterator[Text]:
    """Yield from when to when days are uncovered."""
    for part in open_gap(coverage).parts:
        first, last = shown(part.start), shown(part.end)
        yield text("{first} to {last}", first=first, last=last)


def _state(coverage: Coverage) -> Text | None:
    """Return how far the extension of what is uncovered has come."""
    state = coverage.progress.state
    return STATE_TITLES[state] if state and open_gap(coverage).parts else None


def _ask(coverage: Coverage, ask: Ask) -> Text:
    """Return when the money of one fiscal year is asked for, and how far that is."""
    year = shown_fiscal_year(ask.fiscal_year)
    if ask.opens is None or ask.closes is None:
        told = text("{year}: no request window is known", year=year)
    else:
        told = text(
            "{year}: {opens} to {closes}",
            year=year,
            opens=shown(ask.opens),
            closes=shown(ask.closes),
        )
    state = _ask_state(coverage, ask)
    if state is None:
        return told
    return text("{request} ({state})", request=told, state=state)


def _ask_state(coverage: Coverage, ask: Ask) -> Text | None:
    """Return how far a request is; once its window is closed, the next way in."""
    asked = coverage.asked(ask)
    if asked not in (None, "planned"):
        return STATE_TITLES[asked]
    if ask.state == "closed" and ask.span.end >= coverage.as_of:
        if ask.next_way is None:
            return text("closed; no supplementary budget for it is known")
        return text("closed; {next}", next=ask.next_way.words)
    return _WINDOWS.get(ask.state or "")


_WINDOWS = {
    "not_yet": text("not open yet"),
    "open": text("requests are open"),
    "closed": text("closed"),
}


def _notes(coverage: Coverage) -> Iterator[Text]:
    """Yield what else is worth knowing about a contract."""
    if coverage.follower is not None:
        yield text(
            "followed by {name} from {day}",
            name=coverage.follower.title,
            day=shown(coverage.follower.start),
        )
    if coverage.renewals:
        yield text(
            "to be renewed for {years}",
            years=listing(map(shown_fiscal_year, coverage.renewals)),
        )
    if coverage.gap is not None and coverage.is_past_hole:
        yield hole_words(coverage.gap)
    overlap = coverage.overlap
    if overlap is not None:
        yield count(
            "runs on for {n} month after the cutover, to {day}",
            "runs on for {n} months after the cutover, to {day}",
            overlap.months,
            day=shown(overlap.end),
        )
