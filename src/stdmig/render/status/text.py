"""How far the work is, on the terminal: what matters first (進捗の画面)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import padded
from stdmig.outlook.status import Decision, statements
from stdmig.render.cells import right, width, wrap
from stdmig.render.first_lines import heading_lines, statement_lines
from stdmig.render.notes import next_lines
from stdmig.render.one_line import one_line
from stdmig.render.packaged_files import packaged_files
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.render.status.late import late_lines
from stdmig.render.status.page import StatusPage, facts, status_title
from stdmig.render.status.rates import rate_lines
from stdmig.render.status.starts import start_lines
from stdmig.render.status.systems import system_lines
from stdmig.words import text


def status_text(shown_page: StatusPage, screen: Screen) -> str:
    """Return the page for a screen."""
    title = one_line(status_title(shown_page).into(screen.style))
    lines = [
        *heading_lines(title, facts(shown_page), screen),
        *statement_lines(statements(shown_page.status), screen),
        line(""),
        *rate_lines(shown_page, screen),
        line(""),
        *system_lines(shown_page, screen),
        *late_lines(shown_page, screen),
        *start_lines(shown_page, screen),
        *_decision_lines(shown_page, screen),
        line(""),
        *_packaged(shown_page, screen),
        *_next_steps(shown_page, screen),
    ]
    return page(lines, colour=screen.colour)


def _decision_lines(shown_page: StatusPage, screen: Screen) -> Iterator[Line]:
    found, style = shown_page.status.decisions, screen.style
    if not found:
        return
    yield line("")
    yield line(Part(text("Decisions due").into(style), "bold"))
    days = [_day(each, screen) for each in found]
    cells = max(map(width, days))
    indent = " " * (cells + 4)
    for each, day in zip(found, days, strict=True):
        words = one_line(each.what.into(style))
        told = wrap(f"  {right(day, cells)}  {words}", screen.width, indent)
        yield from (line(part) for part in told)


def _day(each: Decision, screen: Screen) -> str:
    told = text("now") if each.by is None else padded(each.by)
    return told.into(screen.style)


def _packaged(shown_page: StatusPage, screen: Screen) -> Iterator[Line]:
    for each in packaged_files(shown_page.status.plan.inventory):
        told = wrap(each.into(screen.style), screen.width, "  ")
        yield from (line(part) for part in told)


def _next_steps(shown_page: StatusPage, screen: Screen) -> Iterator[Line]:
    options = " --sample" if shown_page.is_sample else shown_page.options
    commands = [f"stdmig plan{options}", f"stdmig check{options}"]
    if shown_page.status.against is None and not shown_page.is_sample:
        commands.append(f"stdmig baseline save{options}")
    yield from next_lines(commands, screen)
