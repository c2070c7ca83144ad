"""One page for the mayor: what matters, milestones, gaps (首長説明用の1枚)."""

from __future__ import annotations

from stdmig.render.chart.build import outline_of
from stdmig.render.chart.draw_axis import HEADER, draw_grid, draw_header, draw_line
from stdmig.render.chart.draw_marks import draw_flags, draw_milestones
from stdmig.render.chart.heading import as_of_words, title
from stdmig.render.chart.markup import group, number, words
from stdmig.render.chart.model import Chart, Row
from stdmig.render.chart.overview_head import draw_head_parts
from stdmig.render.chart.overview_rows import (
    chain_height,
    chain_section,
    sections,
)
from stdmig.render.chart.phase_rows import phase_rows
from stdmig.render.chart.scale import Scale, scale_over
from stdmig.render.chart.sheet import (
    FOOT,
    HEAD_END,
    MARGIN,
    WIDTH,
    document,
    foot,
    head,
)
from stdmig.render.chart.task_rows import Concerns, task_row
from stdmig.render.dossier import Dossier
from stdmig.render.plan.planned_dates import noted
from stdmig.words import Style, Text, count, text

_LEFT = MARGIN + 408


def overview_svg(dossier: Dossier, style: Style) -> str:
    """Return the page as a picture of A3 landscape."""
    chart = outline_of(dossier, style)
    told = title(dossier.page).into(style)
    return document(overview_parts(dossier, chart, style), style, told)


def overview_parts(dossier: Dossier, chart: Chart, style: Style) -> list[str]:
    """Return what stands on the page."""
    page = dossier.page
    parts = [
        head(
            title(page).into(style),
            noted(text("Overview"), page.plan).into(style),
            as_of_words(page, style),
        )
    ]
    drawn, top = draw_head_parts(dossier, style, HEAD_END)
    parts += drawn
    scale = scale_over(chart.first, chart.last, _LEFT, WIDTH - MARGIN - _LEFT)
    parts += _body(dossier, chart, scale, style, top)
    return parts


def _body(
    dossier: Dossier, chart: Chart, scale: Scale, style: Style, top: float
) -> list[str]:
    flags = draw_flags(chart.lines, scale)
    lanes = draw_milestones(chart.milestones, scale)
    bottom = FOOT - 10
    begin = top + HEADER + flags.height + 4 + lanes.height + 10
    title, tasks = _chain(dossier, style)
    held = sections(
        phase_rows(dossier.page, style),
        chart.contracts,
        style,
        bottom - begin,
        chain_height(len(tasks)),
    )
    left = bottom - begin - sum(each.height for each in held)
    chain = chain_section(title, tasks, left)
    held += [chain] if chain else []
    end = begin + sum(each.height for each in held)
    y = top + HEADER + flags.height + 4
    parts = [
        draw_grid(scale, top, end),
        draw_header(scale, style, f'transform="translate(0 {number(top)})"'),
        *(draw_line(line, scale, top + HEADER, end) for line in chart.lines),
        group([flags.svg], f'transform="translate(0 {number(top + HEADER + 2)})"'),
        *_milestones(lanes.svg, lanes.left_out, y, style),
    ]
    y = begin
    for section in held:
        parts += section.draw(scale, y, style)
        y += section.height
    parts.append(foot(parts, style))
    return parts


def _chain(dossier: Dossier, style: Style) -> tuple[Text, tuple[Row, ...]]:
    """Return the critical path of the system that must be begun first, if any is."""
    page, plan = dossier.page, dossier.plan
    paths = plan.critical_paths
    own = [place for place in page.system_places if paths[place].places]
    if not own:
        return text("Critical path"), ()
    first = min(own, key=lambda place: paths[place].start)
    name = plan.network.systems[first].title
    concerns, places = Concerns(plan), paths[first].places
    rows = tuple(task_row(plan, place, style, concerns) for place in places)
    return text("Critical path ({system})", system=name), rows


def _milestones(svg: str, left_out: int, y: float, style: Style) -> list[str]:
    parts = [
        words("h3", MARGIN, y + 13, text("Milestones").into(style)),
        group([svg], f'transform="translate(0 {number(y)})"'),
    ]
    if left_out:
        told = count("and {n} more", "and {n} more", left_out).into(style)
        parts.append(words("w", MARGIN + 80, y + 13, told))
    return parts
