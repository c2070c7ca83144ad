"""The head and the ground of the chart: years, months, lines (時間軸と地)."""

from __future__ import annotations

from markupsafe import Markup

from stdmig.render.chart.draw_axis import HEADER, draw_grid, draw_header, draw_line
from stdmig.render.chart.markup import group, words
from stdmig.render.chart.measure import text_width
from stdmig.render.chart.model import Line
from stdmig.render.chart.scale import Scale
from stdmig.words import Style

LABELS = 15.0
"""Height of the strip over the years that names the lines."""

AXIS = LABELS + HEADER

_SIZE = 10.0


def ground(lines: tuple[Line, ...], scale: Scale, pitch: float) -> Markup:
    """Return what stands behind the bars of every row."""
    drawn = (draw_line(each, scale, 0, pitch) for each in lines)
    return Markup(draw_grid(scale, 0, pitch) + "".join(drawn))


def axis(lines: tuple[Line, ...], scale: Scale, style: Style) -> Markup:
    """Return years over months, and the names of the lines as far as they have room."""
    shift = f'transform="translate(0 {LABELS:g})"'
    drawn = [group([draw_header(scale, style)], shift)]
    drawn += [draw_line(each, scale, LABELS - 2, AXIS) for each in lines]
    return Markup("".join(drawn) + _names(lines, scale))


def _names(lines: tuple[Line, ...], scale: Scale) -> str:
    """Return the names of the lines, none over another."""
    taken: list[tuple[float, float]] = []
    found = []
    # The as-of date first: where deadlines crowd, it is still told.
    for each in sorted(lines, key=lambda line: line.kind != "as_of"):
        at = scale.after(each.day) if each.kind == "deadline" else scale.x(each.day)
        wide = text_width(each.label, _SIZE)
        anchor = "m"
        left = at - wide / 2
        if left < 0:
            anchor, left = "", at
        elif left + wide > scale.right:
            anchor, left = "e", at - wide
        if all(left > end + 6 or left + wide < start - 6 for start, end in taken):
            taken.append((left, left + wide))
            found.append(words("nm", at, LABELS - 5, each.label, anchor=anchor))
    return "".join(found)
