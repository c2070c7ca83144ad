"""Lines from what must be finished to what waits for it (依存関係の線)."""

from __future__ import annotations

from stdmig.render.chart.draw_row import PITCH
from stdmig.render.chart.markup import number, path
from stdmig.render.chart.model import Bar, Row
from stdmig.render.chart.scale import Scale

_WORK = frozenset(("planned", "critical", "done"))


def draw_link(
    before: Row,
    after: Row,
    scale: Scale,
    rise: tuple[float, float],
    pitch: float = PITCH,
    *,
    critical: bool = False,
) -> str:
    """
    Return a line with an arrow head from the end of one row's bar to another's start.

    Parameters
    ----------
    rise
        Upper edges of the two rows.
    """
    first, second = _work(before), _work(after)
    if first is None or second is None:
        return ""
    top, bottom = (edge + pitch / 2 for edge in rise)
    left, right = scale.after(first.last), scale.x(second.first)
    down = bottom > top
    edge = bottom - 0.32 * pitch if down else bottom + 0.32 * pitch
    into = max(right + 3, left + 3) if right + 3 >= left else right + 3
    data = f"M{number(left)} {number(top)}H{number(into)}V{number(edge)}"
    lift = -4 if down else 4
    head = f"M{number(into)} {number(edge)}l-2.5 {lift}h5z"
    return path("lc" if critical else "ln", data) + path(
        "lr" if critical else "la", head
    )


def _work(row: Row) -> Bar | None:
    return next((bar for bar in row.bars if bar.kind in _WORK), None)
