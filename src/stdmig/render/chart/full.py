"""The full chart: on one sheet, or on as many pages as it takes (全体工程表)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.render.chart.build import chart_of, links_of
from stdmig.render.chart.draw_axis import HEADER, draw_grid, draw_header, draw_line
from stdmig.render.chart.draw_label import Columns, draw_label
from stdmig.render.chart.draw_links import draw_link
from stdmig.render.chart.draw_marks import Lanes, draw_flags, draw_milestones
from stdmig.render.chart.draw_row import draw_row
from stdmig.render.chart.entries import (
    LINE,
    TASKS,
    Entry,
    Heading,
    Item,
    evenly_paged,
    every_task,
    whole,
)
from stdmig.render.chart.heading import as_of_words, title
from stdmig.render.chart.markup import box, group, number, path, words
from stdmig.render.chart.model import Chart, Row
from stdmig.render.chart.scale import Scale, scale_over
from stdmig.render.chart.sheet import (
    FOOT,
    HEAD_END,
    HEIGHT,
    MARGIN,
    WIDTH,
    document,
    foot,
    head,
)
from stdmig.render.dossier import Dossier
from stdmig.render.plan.planned_dates import noted
from stdmig.words import Style, count, text

_LEFT = MARGIN + 452
_COLUMNS = Columns(MARGIN, MARGIN + 30, (MARGIN + 288, MARGIN + 354, MARGIN + 440), 194)
_LEAST, _MOST = 11.5, 24.0
_ALL, _SOME = 40, 6
"""Levels of milestones on the one sheet, and on pages that repeat them."""

_LINKED = 40
"""So many rows at most are linked by lines; more would hide each other."""


def full_svg(dossier: Dossier, style: Style) -> str:
    """
    Return the full chart as one picture.

    It is a sheet of A3 landscape; where the rows do not fit even at their lowest, the
    sheet becomes longer, as for a plotter, rather than leaving anything out.
    """
    chart = chart_of(dossier, style)
    items = whole(chart)
    top = _Top(chart, style, levels=_ALL)
    room = FOOT - 10 - top.end
    bands = [each for each in items if isinstance(each, Heading)]
    rest = room - sum(each.height(0) for each in bands)
    pitch = min(max(rest / max(len(items) - len(bands), 1), _LEAST), _MOST)
    more = max(sum(each.height(pitch) for each in items) - room, 0)
    parts = [_head(dossier, style), *_page(dossier, chart, top, items, style, pitch)]
    told = title(dossier.page).into(style)
    parts.append(
        group([foot(parts, style)], f'transform="translate(0 {number(more)})"')
    )
    return document(parts, style, told, HEIGHT + more)


def full_pages(dossier: Dossier, chart: Chart, style: Style) -> Iterator[list[str]]:
    """Yield what stands on each page of the full chart, without its foot."""
    for items in (whole(chart), every_task(chart.systems)):
        top = _Top(chart, style, levels=0 if items[:1] == [TASKS] else _SOME)
        pitch, pages = evenly_paged(items, FOOT - 10 - top.end)
        for page in pages:
            yield [
                _head(dossier, style),
                *_page(dossier, chart, top, page, style, pitch),
            ]


def _head(dossier: Dossier, style: Style) -> str:
    page = dossier.page
    return head(
        title(page).into(style),
        noted(text("Full chart"), page.plan).into(style),
        as_of_words(page, style),
    )


class _Top:
    """Axis, flags and milestones, which every page has."""

    def __init__(self, chart: Chart, style: Style, *, levels: int) -> None:
        self.scale = scale_over(chart.first, chart.last, _LEFT, WIDTH - MARGIN - _LEFT)
        self.begin = HEAD_END
        flags = draw_flags(chart.lines, self.scale)
        lanes = draw_milestones(chart.milestones, self.scale, levels)
        y = self.begin + HEADER + 2
        self.parts = [
            draw_header(
                self.scale, style, f'transform="translate(0 {number(self.begin)})"'
            ),
            group([flags.svg], f'transform="translate(0 {number(y)})"'),
        ]
        y += flags.height + 2
        self.end = y
        if levels and chart.milestones:
            self.parts.append(words("h3", MARGIN, y + 13, _named(lanes, style)))
            move = f'transform="translate(0 {number(y)})"'
            self.parts.append(group([lanes.svg], move))
            self.end += lanes.height + 4


def _named(lanes: Lanes, style: Style) -> str:
    """Return the heading of the milestones, and how many found no room."""
    if not lanes.left_out:
        return text("Milestones").into(style)
    more = count("and {n} more", "and {n} more", lanes.left_out)
    return text("{what} ({span})", what=text("Milestones"), span=more).into(style)


def _page(
    dossier: Dossier,
    chart: Chart,
    top: _Top,
    items: list[Item],
    style: Style,
    pitch: float,
) -> Iterator[str]:
    scale, y = top.scale, top.end
    edges: dict[str, float] = {}
    drawn: list[str] = []
    for item in items:
        if isinstance(item, Heading):
            drawn += _heading(item, y, style)
        else:
            edges[item.row.id] = y
            drawn += _entry(item, scale, y, pitch)
        y += item.height(pitch)
    yield draw_grid(scale, top.begin, y)
    for line in chart.lines:
        yield draw_line(line, scale, top.begin + HEADER, y)
    yield from top.parts
    yield from _links(dossier, chart.items, edges, scale, pitch)
    yield from drawn


def _heading(heading: Heading, y: float, style: Style) -> Iterator[str]:
    bottom = y + heading.height(0)
    told = heading.title
    if heading.again:
        told = text("{what} (continued)", what=told)
    yield words("h3", MARGIN, bottom - 8, told.into(style))
    for cell, edge in zip(heading.cells, _COLUMNS.cells, strict=True):
        if cell is not None and edge is not None:
            yield words("n1", edge, bottom - 8, cell.into(style), anchor="e")
    rule = f"M{number(MARGIN)} {number(bottom)}H{number(WIDTH - MARGIN)}"
    yield path("hr", rule)


def _entry(entry: Entry, scale: Scale, y: float, pitch: float) -> Iterator[str]:
    move = f'transform="translate(0 {number(y)})"'
    bottom = y + entry.height(pitch)
    rule = f"M{number(MARGIN)} {number(bottom)}H{number(WIDTH - MARGIN)}"
    row, columns = entry.row, _COLUMNS
    if row.kind == "system":
        columns = _COLUMNS._replace(cells=(None, *_COLUMNS.cells[1:]), room=250)
    if entry.names:
        yield path("cb", box(MARGIN, y, _LEFT - 8 - MARGIN, bottom - y))
        for place, name in enumerate(entry.names):
            base = y + pitch / 2 + 4 + place * LINE
            yield words("b", MARGIN + 4, base, name)
        row = row._replace(label="")
    yield path("hl", rule)
    yield draw_label(row, columns, pitch, attributes=move)
    yield draw_row(row, scale, pitch, attributes=move)


def _links(
    dossier: Dossier,
    rows: tuple[Row, ...],
    edges: dict[str, float],
    scale: Scale,
    pitch: float,
) -> Iterator[str]:
    """Yield the lines between the work items of a page, where they are few."""
    held = {row.id: row for row in rows if row.id in edges}
    if len(held) > _LINKED:
        return
    for link in links_of(dossier.plan, tuple(held.values())):
        if any(bar.kind == "done" for bar in held[link.after].bars):
            continue
        yield draw_link(
            held[link.before],
            held[link.after],
            scale,
            (edges[link.before], edges[link.after]),
            pitch,
            critical=link.critical,
        )
