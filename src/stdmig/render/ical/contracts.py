"""Ends of contracts and the last days of their notices as events (契約)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.coverage import Coverage, due_notice
from stdmig.dates import shown
from stdmig.render.ical.event import Event, Kind
from stdmig.words import Readable, count, text


def contract_events(coverages: tuple[Coverage, ...]) -> Iterator[Event]:
    """Yield the events about contracts, as far as their days are known."""
    for coverage in coverages:
        name, subject = coverage.agreement.title, (coverage.agreement.id,)
        if coverage.runs_to is not None:
            summary: Readable = text("End of contract: {name}", name=name)
            if coverage.unsigned:
                summary = text(
                    "End of contract: {name} (not extended to the cutover)", name=name
                )
            day = coverage.runs_to
            told = tuple(_gaps(coverage))
            yield Event(Kind.CONTRACT_END, subject, summary, day, day, told)
        notice = due_notice(coverage)
        if notice is None:
            continue
        if notice.purpose == "extend":
            summary = text("Last day to give notice: extend {name}", name=name)
        else:
            summary = text("Last day to give notice: stop {name}", name=name)
        yield Event(
            Kind.NOTICE, (notice.purpose, *subject), summary, notice.by, notice.by
        )


def _gaps(coverage: Coverage) -> Iterator[Readable]:
    for part in coverage.unsigned:
        yield count(
            "No contract from {start} to {end}: {n} day",
            "No contract from {start} to {end}: {n} days",
            part.days,
            start=shown(part.start),
            end=shown(part.end),
        )
    yield text("cutover {day}", day=shown(coverage.cutover))
