"""Ends of contracts and the last days of their notices as events (契約)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.coverage import Coverage, due_notice, open_gap
from stdmig.dates import shown
from stdmig.render.gap_words import extended_words, gap_cell, uncovered
from stdmig.render.ical.event import Event, Kind
from stdmig.words import Text, text


def contract_events(coverages: tuple[Coverage, ...]) -> Iterator[Event]:
    """Yield the events about contracts, as far as their days are known."""
    for coverage in coverages:
        name, subject = coverage.agreement.title, (coverage.agreement.id,)
        yield from _ends(coverage, subject)
        notice = due_notice(coverage)
        if notice is None:
            continue
        if notice.purpose == "extend":
            summary = text("Last day to give notice: extend {name}", name=name)
        elif notice.purpose == "settle":
            summary = text("Last day to give notice: extend or stop {name}", name=name)
        else:
            summary = text("Last day to give notice: stop {name}", name=name)
        yield Event(
            Kind.NOTICE, (notice.purpose, *subject), summary, notice.by, notice.by
        )


def _ends(coverage: Coverage, subject: tuple[str, ...]) -> Iterator[Event]:
    """Yield the contract's own end, and that of what is signed beyond it."""
    last, extended = coverage.last_day, coverage.extended_to
    if last is None:
        return
    name = coverage.agreement.title
    own = text("End of contract: {name}", name=name)
    told = (*_told(coverage), text("cutover {day}", day=shown(coverage.cutover)))
    if extended is None:
        summary = _at_the_end(coverage, own)
        yield Event(Kind.CONTRACT_END, subject, summary, last, last, told)
        return
    yield Event(Kind.CONTRACT_END, subject, own, last, last, told)
    beyond = text("End of the signed extension: {name}", name=name)
    yield Event(
        Kind.CONTRACT_END,
        ("extension", *subject),
        _at_the_end(coverage, beyond),
        extended,
        extended,
        told,
    )


def _at_the_end(coverage: Coverage, words: Text) -> Text:
    """Return the words for the last end, with what still has to come after it."""
    kind = open_gap(coverage).kind
    if kind == "renewals":
        return text("{what} ({span})", what=words, span=gap_cell(coverage))
    if kind == "open":
        return text("{what} (not extended to the cutover)", what=words)
    return words


def _told(coverage: Coverage) -> Iterator[Text]:
    yield from extended_words(coverage)
    yield from uncovered(coverage)
