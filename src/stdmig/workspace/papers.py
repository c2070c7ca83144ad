"""The papers that a plan can be written as (出力する書類)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from stdmig.render.unprintable import UnprintableError
from stdmig.words import Style, Text, text

if TYPE_CHECKING:
    # Help lists the papers without loading what they are made of.
    from stdmig.render.dossier import Dossier


Writer = Callable[["Dossier", Style], str | bytes]


class Paper(NamedTuple):
    """
    A kind of file about a plan.

    Attributes
    ----------
    name
        As it is asked for on the command line.
    file
        What it is called in a folder of papers.
    help
        What it is for, in a sentence.
    write
        Makes it; imports what it needs itself, so that no other command waits.
    needs
        The optional extra and the module that it brings, if it takes one.
    is_text
        Whether people read it, or copy it, from the screen.
    """

    name: str
    file: str
    help: Text
    write: Writer
    needs: tuple[str, str] | None = None
    is_text: bool = False


def _html(dossier: Dossier, style: Style) -> str:
    from stdmig.render.html.page import html_page

    return html_page(dossier, style)


def _workbook(dossier: Dossier, style: Style) -> bytes:
    from stdmig.render.workbook import workbook

    return workbook(dossier, style)


def _overview(dossier: Dossier, style: Style) -> str:
    from stdmig.render.chart.overview import overview_svg

    return overview_svg(dossier, style)


def _svg(dossier: Dossier, style: Style) -> str:
    from stdmig.render.chart.full import full_svg

    return full_svg(dossier, style)


def _pdf(dossier: Dossier, style: Style) -> bytes:
    try:
        from stdmig.render.chart.pdf import chart_pdf
    except ImportError as fault:
        # Installed, but for another machine.
        raise UnprintableError(
            text("the optional part '{module}' does not work here", module="typst"),
            text("print the page of stdmig export html from a browser"),
        ) from fault
    return chart_pdf(dossier, style)


def _mspdi(dossier: Dossier, style: Style) -> bytes:
    from stdmig.render.msproject import project_xml

    return project_xml(dossier, style)


def _ical(dossier: Dossier, style: Style) -> str:
    from stdmig.render.ical import plan_ical

    return plan_ical(dossier, style)


def _mermaid(dossier: Dossier, style: Style) -> str:
    from stdmig.render.mermaid import plan_mermaid

    return plan_mermaid(dossier, style)


PAPERS: tuple[Paper, ...] = (
    Paper(
        "html",
        "plan.html",
        text("The whole plan as one page that opens offline in any browser."),
        _html,
    ),
    Paper(
        "xlsx",
        "plan.xlsx",
        text("A workbook for Excel: chart, contracts, budget request, tasks."),
        _workbook,
    ),
    Paper(
        "overview",
        "overview.svg",
        text("One A3 page for the mayor and the council (SVG)."),
        _overview,
    ),
    Paper(
        "svg",
        "chart.svg",
        text("The full chart on A3 (SVG)."),
        _svg,
    ),
    Paper(
        "pdf",
        "chart.pdf",
        text("The mayor's page and the full chart for printing on A3 (PDF)."),
        _pdf,
        needs=("pdf", "typst"),
    ),
    Paper(
        "mspdi",
        "plan.xml",
        text("A project that MS Project schedules again (MSPDI)."),
        _mspdi,
    ),
    Paper(
        "ical",
        "plan.ics",
        text("Cutovers, ends of contracts and requests as a calendar (iCalendar)."),
        _ical,
    ),
    Paper(
        "mermaid",
        "plan.mmd",
        text("A Gantt chart in Mermaid, which GitHub draws."),
        _mermaid,
        is_text=True,
    ),
)
"""In the order in which help lists them."""
