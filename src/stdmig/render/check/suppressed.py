"""Findings that do not count, and why (了承した指摘・基準ファイルの指摘)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from stdmig.dates import shown
from stdmig.render.cells import wrap
from stdmig.render.check.entry import Entry
from stdmig.render.check.report import Report
from stdmig.render.painted import Line, Part, line
from stdmig.render.screen import Screen
from stdmig.rules import Suppression, named, several
from stdmig.words import Text, text


def reason_words(suppression: Suppression) -> Text:
    """Return why a finding does not count: by whom, until when and why."""
    if suppression.kind == "baseline" or suppression.until is None:
        return text("in the baseline")
    return text(
        "accepted by {by} until {until}: {reason}",
        by=suppression.by,
        until=shown(suppression.until),
        reason=suppression.reason,
    )


def suppressed_block(report: Report, screen: Screen) -> Iterator[Line]:
    """
    Yield the findings that do not count, the accepted ones with their reason.

    Of a baseline the first of each code are named; JSON and CSV hold all.
    """
    accepted: list[Entry] = []
    known: list[Entry] = []
    for entry in report.suppressed:
        kind = entry.suppression.kind if entry.suppression else None
        (accepted if kind == "accepted" else known).append(entry)
    if accepted:
        head = text("Accepted, not counted: {n}", n=len(accepted))
        yield from _head(head, screen)
        for entry in accepted:
            yield from _accepted(entry, screen)
    if known:
        head = text("In the baseline, not counted: {n}", n=len(known))
        yield from _head(head, screen)
        yield from _known(known, screen)


def _head(words: Text, screen: Screen) -> Iterator[Line]:
    yield line("")
    yield line(Part(words.into(screen.style), "bold"))


def _accepted(entry: Entry, screen: Screen) -> Iterator[Line]:
    yield from _told(f"  {entry.code} {named(entry.subject)}", screen)
    if entry.suppression is not None:
        words = reason_words(entry.suppression).into(screen.style)
        yield from _told(f"    {words}", screen)
        yield from _told(f"    {entry.suppression.location}", screen, "dim")


def _known(entries: list[Entry], screen: Screen) -> Iterator[Line]:
    ordered = sorted(entries, key=lambda entry: entry.code)
    for code, group in groupby(ordered, key=lambda entry: entry.code):
        words = several([entry.subject for entry in group])
        yield from _told(f"  {code} {words.into(screen.style)}", screen)


def _told(words: str, screen: Screen, paint: str = "") -> Iterator[Line]:
    indent = " " * (len(words) - len(words.lstrip()) + 2)
    for each in wrap(words, screen.width, indent):
        yield line(Part(each, paint))
