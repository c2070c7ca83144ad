"""Findings on the terminal, and one line each for a pipe (点検の画面)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from stdmig.diagnostics import Location, Severity
from stdmig.render.cells import width, wrap
from stdmig.render.check.entry import Entry, acceptance_key
from stdmig.render.check.excerpt import excerpt
from stdmig.render.check.folded import folded, who
from stdmig.render.check.heading import as_of, title
from stdmig.render.check.report import Report
from stdmig.render.check.suppressed import suppressed_block
from stdmig.render.one_line import one_line, printable
from stdmig.render.painted import SEVERITY_PAINT, Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.words import Style, count, in_style, listing, text
from stdmig.words.shortened import beginning_of, shortened


def check_lines(report: Report, style: Style) -> str:
    """Return ``file:line:column: severity[CODE] message``, one line per finding."""
    return "".join(f"{check_line(entry, style)}\n" for entry in report.open)


def check_line(entry: Entry, style: Style) -> str:
    """Return one finding in one line, as editors and CI read it."""
    severity = entry.severity.label.into(style)
    message = printable(" ".join(shortened(entry.message).into(style).split()))
    file = in_style(beginning_of(entry.location.file), style)
    where = one_line(str(entry.location._replace(file=file)))
    return f"{where}: {severity}[{entry.code}] {message}"


Written = Mapping[Location, str]
"""The lines of the files at the places of the findings."""


def check_text(report: Report, screen: Screen, written: Written | None = None) -> str:
    """Return the findings under their rules, the worst first, each with its line."""
    lines = [*_heading(report, screen)]
    for (severity, code), entries in groupby(
        report.open, key=lambda entry: (entry.severity, entry.code)
    ):
        lines += _group(severity, code, list(entries), screen, written or {})
    lines += suppressed_block(report, screen)
    lines.append(line(""))
    lines += [line(Part(each, "dim")) for each in _next_steps(report, screen)]
    return page(lines, colour=screen.colour)


def _heading(report: Report, screen: Screen) -> Iterator[Line]:
    style = screen.style
    head, day = title(report), as_of(report)
    if head is not None:
        told = f"    {day.into(style)}" if day else ""
        yield line(Part(head.into(style), "bold"), told)
    if report.designated:
        names = listing(title for _, title in report.designated)
        words = text("Designated: {systems}", systems=names).into(style)
        yield from (line(each) for each in wrap(words, screen.width, "  "))
    worst = max((entry.severity for entry in report.open), default=None)
    paint = SEVERITY_PAINT[worst] if worst else "bold green"
    for each in wrap(report.summary.into(style), screen.width, "  "):
        yield line(Part(each, paint))


def _group(
    severity: Severity,
    code: str,
    entries: list[Entry],
    screen: Screen,
    written: Written,
) -> Iterator[Line]:
    style, first = screen.style, entries[0]
    yield line("")
    head = f"{severity.label.into(style)} {code}"
    for position, each in enumerate(
        wrap(f"{head} {first.title.into(style)}", screen.width, "  ")
    ):
        if position == 0:
            yield line(
                Part(each[: len(head)], SEVERITY_PAINT[severity]),
                Part(each[len(head) :], "bold"),
            )
        else:
            yield line(Part(each, "bold"))
    shared = len({entry.help for entry in entries}) == 1
    left = dict(written)
    for entry, *others in folded(entries):
        # Many findings may point at one place; its line is shown with the first.
        yield from _entry(entry, screen, left.pop(entry.location, None))
        yield from _others(others, screen)
        if not shared:
            yield from _help(entry, screen, 4)
    if shared:
        yield from _help(first, screen, 2)


def _help(entry: Entry, screen: Screen, indent: int) -> Iterator[Line]:
    if entry.help is not None:
        words = text("What to do: {help}", help=entry.help).into(screen.style)
        yield from _told(words, screen, indent)


def _entry(entry: Entry, screen: Screen, written: str | None) -> Iterator[Line]:
    *told, last = _told(entry.message.into(screen.style), screen, 2)
    yield from told
    yield from _place(last, entry, screen)
    if written is not None:
        paint = SEVERITY_PAINT[entry.severity]
        yield from excerpt(entry.location, written, screen.width, paint)
    for detail in entry.details:
        yield from _told(detail.into(screen.style), screen, 4)
    for where, message in entry.related:
        yield from _aside(f"{where} {message.into(screen.style)}", screen)


def _others(entries: list[Entry], screen: Screen) -> Iterator[Line]:
    """Yield of what else the same is true, a line each, with its place."""
    if not entries:
        return
    words = count("the same of {n} other:", "the same of {n} others:", len(entries))
    yield from _told(words.into(screen.style), screen, 4)
    for entry in entries:
        *told, last = _told(who(entry).into(screen.style), screen, 6)
        yield from told
        yield from _place(last, entry, screen, 8)


def _place(told: Line, entry: Entry, screen: Screen, indent: int = 4) -> Iterator[Line]:
    """Yield the end of a fact, its place, and what an acceptance would name."""
    place, key = str(entry.location), acceptance_key(entry) or ""
    room = screen.width - sum(width(part.words) for part in told)
    whole = f"  {place}  {key}".rstrip()
    if width(whole) <= room:
        yield (*told, Part(whole, "dim"))
    elif width(f"  {place}") <= room:
        yield (*told, Part(f"  {place}", "dim"))
        yield from _aside(key, screen, indent)
    else:
        yield told
        # A key that is broken in two can no longer be pasted.
        fits = width(whole.strip()) + indent <= screen.width
        for words in (whole.strip(),) if fits else (place, key):
            yield from _aside(words, screen, indent) if words else ()


def _aside(words: str, screen: Screen, indent: int = 4) -> Iterator[Line]:
    lead = " " * indent
    for each in wrap(f"{lead}{words}", screen.width, f"{lead}  "):
        yield line(Part(each, "dim"))


def _told(words: str, screen: Screen, indent: int) -> Iterator[Line]:
    lead, more = " " * indent, " " * (indent + 2)
    for each in wrap(lead + words, screen.width, more):
        yield line(each)


def _next_steps(report: Report, screen: Screen) -> list[str]:
    style = screen.style
    if not report.open:
        return []
    command = f"stdmig explain {report.open[0].code}"
    told = [text("Why: {command}", command=command)]
    for entry in report.open:
        if acceptance_key(entry) is not None:
            command = f"stdmig explain {entry.code}"
            told.append(text("To accept a finding: {command}", command=command))
            break
    return [each for words in told for each in wrap(words.into(style), screen.width)]
