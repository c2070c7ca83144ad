"""A Gantt chart in Mermaid (Mermaidの工程表)."""

from __future__ import annotations

from datetime import date

from stdmig.render.dossier import Dossier
from stdmig.render.mermaid.bars import Section, contracts, days, outermost, phases
from stdmig.render.mermaid_text import MAX_CHARACTERS, escaped
from stdmig.render.plan.planned_dates import noted
from stdmig.render.plan_title import plan_title
from stdmig.words import Style, Text, text


def plan_mermaid(dossier: Dossier, style: Style) -> str:
    """
    Return the plan as a chart in Mermaid, at most as large as code hosts draw.

    Equal rows are folded as in the chart of a terminal. Where that is still too large,
    the contracts are left out, then each item has one row, then of cutovers and
    deadlines only the first and the last are shown; the title says so. No line
    marks today, since that would be the clock's day and not the as-of date.

    Parameters
    ----------
    dossier
        The plan.
    style
        Language of the texts; days are ISO 8601, the only ones that Mermaid reads.
    """
    page = dossier.page
    rows, folded = (tuple(phases(page, folded=each)) for each in (False, True))
    marks = days(page)
    first = min([bar.start for section in (*rows, marks) for bar in section.bars])
    held = contracts(page.coverages, first)
    forms: tuple[tuple[tuple[Section, ...], Text | None], ...] = (
        ((*rows, marks, held), None),
        ((*rows, marks), text("without the contracts")),
        ((*folded, marks), text("one bar for each work item")),
        (
            (*folded, outermost(page)),
            text("one bar for each work item, the first and last days"),
        ),
    )
    for sections, told in forms:
        chart = _chart(dossier, sections, told, style)
        if len(chart) <= MAX_CHARACTERS:
            break
    return chart


def _chart(
    dossier: Dossier, sections: tuple[Section, ...], told: Text | None, style: Style
) -> str:
    bars = [bar for section in sections for bar in section.bars]
    first, last = min(bar.start for bar in bars), max(bar.finish for bar in bars)
    lines = [
        "gantt",
        f"    title {escaped(_title(dossier, told).into(style))}",
        "    dateFormat YYYY-MM-DD",
        "    inclusiveEndDates",
        "    axisFormat %Y-%m",
        f"    tickInterval {_months_apart(first, last)}month",
        "    todayMarker off",
    ]
    for section in sections:
        if section.bars:
            lines.append(f"    section {escaped(section.heading.into(style))}")
            lines += [bar.into(style) for bar in section.bars]
    return "".join(f"{line}\n" for line in lines)


def _title(dossier: Dossier, told: Text | None) -> Text:
    title = noted(plan_title(dossier.plan), dossier.plan)
    return text("{title} ({told})", title=title, told=told) if told else title


def _months_apart(first: date, last: date) -> int:
    """Return how far the labels of the axis stand apart, so that none meets another."""
    years = (last - first).days / 365
    return 3 if years <= 3 else 6 if years <= 6 else 12
