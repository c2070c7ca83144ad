"""What a vendor's slip does, on the terminal: what matters first (遅れの影響の画面)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.outlook.portfolio.statements import municipalities
from stdmig.outlook.slip.rollup import SlipReport
from stdmig.outlook.slip.statements import reckoning, statements
from stdmig.render.first_lines import heading_lines, statement_lines
from stdmig.render.notes import note_lines
from stdmig.render.one_line import one_line
from stdmig.render.painted import line, page
from stdmig.render.screen import Screen
from stdmig.render.slip.grids import grids
from stdmig.render.slip.names import slip_title
from stdmig.render.towns.grid import grid_lines
from stdmig.words import Text, text

LEGEND = text(
    "cutovers: less safe than before the slip; for good: not even the shortest"
    " durations keep them; days: by which the worst of them comes after its planned"
    " day; deadlines: that not even the shortest durations keep any more; contracts:"
    " with more days without cover; windows: for budgets, closed already; forecast:"
    " the first day that is as safe as the planned one was"
)
"""What the columns mean."""


def slip_text(report: SlipReport, screen: Screen, top: int) -> str:
    """
    Return what a slip does, for a screen.

    Parameters
    ----------
    top
        Rows of each table, but for prefectures, all of which are shown.
    """
    title = one_line(slip_title(report).into(screen.style))
    lines = [
        *heading_lines(title, _facts(report), screen),
        *statement_lines(statements(report), screen),
    ]
    for grid in grids(report, screen.style, top):
        lines += grid_lines(grid, screen)
    lines.append(line(""))
    if report.towns:
        lines += note_lines(LEGEND, screen)
    for words in reckoning(report):
        lines += note_lines(words, screen)
    return page(lines, colour=screen.colour)


def _facts(report: SlipReport) -> Iterator[Text]:
    yield text("as of {day}", day=shown(report.as_of))
    yield text(
        "work in {late} of {all}",
        late=len(report.towns),
        all=municipalities(len(report.towns) + report.finished + report.others),
    )
