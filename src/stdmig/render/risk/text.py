"""How sure the cutovers are, on the terminal: what matters first (確率の画面)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdmig.outlook.risk import guesses, statements
from stdmig.render.cells import wrap
from stdmig.render.first_lines import heading_lines, statement_lines
from stdmig.render.notes import next_lines
from stdmig.render.one_line import one_line, printable
from stdmig.render.packaged_files import packaged_files
from stdmig.render.painted import Line, line, page
from stdmig.render.risk.curve import curve_lines
from stdmig.render.risk.limits import limit_lines
from stdmig.render.risk.page import RiskPage, facts, risk_title
from stdmig.render.risk.systems import system_lines
from stdmig.render.risk.tasks import critical_lines, swing_lines
from stdmig.render.screen import Screen
from stdmig.words import Text, text


def risk_text(shown_page: RiskPage, screen: Screen) -> str:
    """Return the page for a screen."""
    title = one_line(risk_title(shown_page).into(screen.style))
    lines = [
        *heading_lines(title, facts(shown_page), screen),
        *statement_lines(statements(shown_page.focus), screen),
    ]
    if shown_page.focus.systems:
        lines.append(line(""))
        lines += curve_lines(shown_page, screen)
        lines.append(line(""))
        lines += system_lines(shown_page, screen)
        lines += limit_lines(shown_page, screen)
        lines.append(line(""))
        lines += swing_lines(shown_page, screen)
        lines += critical_lines(shown_page, screen)
        lines.append(line(""))
        lines += _assumed(shown_page, screen)
    lines += _told(packaged_files(shown_page.focus.risk.plan.inventory), screen)
    lines += _next_steps(shown_page, screen)
    return page(lines, colour=screen.colour)


def _assumed(shown_page: RiskPage, screen: Screen) -> Iterator[Line]:
    found = guesses(shown_page.focus, shown_page.together)
    yield from _told([text("Assumed: {what}", what=each) for each in found], screen)


def _next_steps(shown_page: RiskPage, screen: Screen) -> Iterator[Line]:
    options = " --sample" if shown_page.is_sample else shown_page.options
    commands = [
        f"stdmig plan{options}",
        f"stdmig risk{options} --format html -o risk.html",
    ]
    yield from next_lines(commands, screen)


def _told(facts: Iterable[Text], screen: Screen) -> Iterator[Line]:
    for words in facts:
        told = wrap(printable(words.into(screen.style)), screen.width, "  ")
        yield from (line(each) for each in told)
