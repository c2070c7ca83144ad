"""Small pictures inside the rows of tables: spans, swings, shares (表の中の図)."""

from __future__ import annotations

from markupsafe import Markup

from stdmig.dates import shown
from stdmig.outlook.risk import SwingRow, SystemRow
from stdmig.render.chart.draw_axis import draw_grid, draw_header
from stdmig.render.chart.markup import box, escaped, number, path
from stdmig.render.chart.scale import Scale, scale_over
from stdmig.words import Style, text

SPAN_WIDE, SPAN_TALL, AXIS_TALL = 520.0, 24.0, 38.0
_SWING_WIDE, _SHARE_WIDE = 360.0, 220.0


def span_scale(rows: list[SystemRow]) -> Scale:
    """Return the axis on which the cutovers of all rows lie."""
    days = [day for row in rows for day in (row.planned, row.deadline, *row.days)]
    return scale_over(min(days), max(days), 2, SPAN_WIDE - 4)


def axis_svg(scale: Scale, style: Style) -> Markup:
    """Return the years and months above the spans."""
    return _svg(SPAN_WIDE, AXIS_TALL, draw_header(scale, style), "")


def span_svg(row: SystemRow, scale: Scale, style: Style) -> Markup:
    """Return a line from P10 to P95, a box from P50 to P80, and the planned cutover."""
    ten, half, likely, sure = row.days
    middle = SPAN_TALL / 2
    left, right = scale.x(ten), max(scale.x(sure), scale.x(ten) + 1.5)
    inner = scale.x(half), max(scale.x(likely), scale.x(half) + 3)
    parts = [
        draw_grid(scale, 0, SPAN_TALL),
        path("sp", box(left, middle - 1, right - left, 2)),
        path("p", box(inner[0], middle - 6, inner[1] - inner[0], 12)),
        path("dl", _upright(scale.after(row.deadline))),
        path("ao", _upright(scale.x(row.planned))),
    ]
    told = text(
        "P10 {ten}, P50 {half}, P80 {likely}, P95 {sure}",
        ten=shown(ten),
        half=shown(half),
        likely=shown(likely),
        sure=shown(sure),
    )
    return _svg(SPAN_WIDE, SPAN_TALL, "".join(parts), told.into(style))


def swing_svg(row: SwingRow, most: float, label: str) -> Markup:
    """Return bars to the left (earlier) and right (later) of the mean."""
    middle, unit = _SWING_WIDE / 2, (_SWING_WIDE / 2 - 2) / most
    low, high = min(row.short, 0) * unit, max(row.long, 0) * unit
    parts = [
        path("v", box(middle + low, 4, -low, 14)) if low else "",
        path("c", box(middle, 4, high, 14)) if high else "",
        path("ao", f"M{number(middle)} 0V22"),
    ]
    return _svg(_SWING_WIDE, 22, "".join(parts), label)


def share_svg(share: float, label: str) -> Markup:
    """Return a share as a bar."""
    wide = (_SHARE_WIDE - 2) * share
    parts = path("p", box(1, 4, max(wide, 1), 14)) if share else ""
    return _svg(_SHARE_WIDE, 22, parts, label)


def _upright(at: float) -> str:
    return f"M{number(at)} 0V{number(SPAN_TALL)}"


def _svg(wide: float, tall: float, parts: str, label: str) -> Markup:
    size = f'viewBox="0 0 {number(wide)} {number(tall)}"'
    size += f' width="{number(wide)}" height="{number(tall)}"'
    role = (
        f'role="img" aria-label="{escaped(label)}"' if label else 'aria-hidden="true"'
    )
    return Markup(f'<svg class="ch cell" {size} {role}>{parts}</svg>')


def longest(rows: list[SwingRow]) -> float:
    """Return the days of the longest bar."""
    return max((max(-row.short, row.long) for row in rows), default=1.0)
