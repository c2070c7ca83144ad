"""What findings about extensions say of budgets, in words and in data (予算要求)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from stdmig.coverage import Ask, Coverage, Gap
from stdmig.dates import shown, shown_fiscal_year
from stdmig.words import Text, text


def unasked(coverage: Coverage) -> Iterator[Ask]:
    """Yield the years of an extension whose money nobody has asked for yet."""
    for ask in coverage.asks:
        if coverage.asked(ask) in (None, "planned"):
            yield ask


def requests(coverage: Coverage) -> Iterator[Text]:
    """Yield for every fiscal year in which budget to ask, and whether it is open."""
    for ask in unasked(coverage):
        year = shown_fiscal_year(ask.fiscal_year)
        if ask.opens is None or ask.closes is None:
            continue
        if ask.state == "not_yet":
            yield text(
                "ask for {year} in its initial budget, {opens} to {closes} (not open"
                " yet)",
                year=year,
                opens=shown(ask.opens),
                closes=shown(ask.closes),
            )
        elif ask.state == "open":
            yield text(
                "ask for {year} in its initial budget by {closes} (requests are open)",
                year=year,
                closes=shown(ask.closes),
            )
        elif ask.span.end >= coverage.as_of:
            yield closed(ask)


def closed(ask: Ask) -> Text:
    """Return that a year's window is closed, and the next way in."""
    told = text(
        "requests for the initial budget of {year} closed on {closes}",
        year=shown_fiscal_year(ask.fiscal_year),
        closes=shown(ask.closes) if ask.closes else "?",
    )
    if ask.next_way is None:
        return text("{fact}; no supplementary budget for it is known", fact=told)
    return text("{fact}; {next}", fact=told, next=ask.next_way.words)


def requests_data(coverage: Coverage) -> list[dict[str, Any]]:
    """Return the requests of all fiscal years for programs."""
    return [_request(coverage, ask) for ask in coverage.asks]


def span_data(span: Gap | None) -> dict[str, str] | None:
    """Return first and last day of a span for programs."""
    if span is None:
        return None
    return {"start": span.start.isoformat(), "end": span.end.isoformat()}


def _request(coverage: Coverage, ask: Ask) -> dict[str, Any]:
    way = ask.next_way
    return {
        "fiscal_year": ask.fiscal_year,
        "start": ask.span.start.isoformat(),
        "end": ask.span.end.isoformat(),
        "opens": ask.opens.isoformat() if ask.opens else None,
        "closes": ask.closes.isoformat() if ask.closes else None,
        "state": ask.state,
        "extension_state": coverage.asked(ask),
        "next": None
        if way is None
        else {
            "session": way.session.id,
            "fiscal_year": way.fiscal_year,
            "request_by": way.request_by.isoformat(),
            "voted": way.voted.isoformat(),
            "in_time": way.in_time,
        },
    }
