"""Months as columns, and the curve of what came out up to each day (度数と累積の図)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from markupsafe import Markup

from stdmig.dates import shown, shown_month
from stdmig.outlook.risk import Month, months, percent
from stdmig.render.chart.draw_axis import HEADER, draw_grid, draw_header
from stdmig.render.chart.markup import box, escaped, group, number, path, words
from stdmig.render.chart.scale import Scale, scale_over
from stdmig.render.risk.page import RiskPage, last_cutover
from stdmig.words import Style, Text, text

_WIDE, _TALL = 1320.0, 320.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 46.0, 10.0, 26.0, 4.0
_FIFTH = 5
"""Into how many parts the scale from 0 to 100 % is ruled."""


class Mark(NamedTuple):
    """A day with a line through the picture, and what it is called."""

    kind: str
    day: date
    title: Text


def marks(page: RiskPage) -> list[Mark]:
    """Return the planned cutover, the deadlines, and the days kept with 80 and 95 %."""
    focus = page.focus
    shown_systems = focus.systems if focus.alone else focus.risk.systems
    deadlines = {
        focus.risk.plan.cutovers[each.place].deadline for each in shown_systems
    }
    found = [
        Mark("deadline", day, text("Deadline {day}", day=shown(day)))
        for day in sorted(deadlines)
    ]
    if focus.last_planned is not None:
        day = focus.last_planned
        found.append(Mark("planned", day, text("Planned {day}", day=shown(day))))
    return found


def curve_svg(page: RiskPage, style: Style) -> Markup:
    """Return the picture of the last cutover."""
    found, drawn = page.focus.last, marks(page)
    known = [
        *(each.day for each in drawn),
        date.fromordinal(found.first),
        date.fromordinal(found.first + len(found.counts) - 1),
    ]
    scale = scale_over(min(known), max(known), _LEFT, _WIDE - _LEFT - _RIGHT)
    listed = months(found)
    low = _TOP + _TALL
    parts = [
        draw_grid(scale, _TOP, low),
        *_levels(scale),
        *_columns(listed, scale, style),
        _curve(page, scale),
        *_lines(drawn, scale, style),
        *_points(page, scale, style),
        group([draw_header(scale, style)], f'transform="translate(0 {number(low)})"'),
    ]
    tall = number(low + HEADER + _BOTTOM)
    wide = number(_WIDE)
    label = escaped(text("{what}, by month", what=last_cutover(page)).into(style))
    head = (
        f'<svg class="ch curve" viewBox="0 0 {wide} {tall}" width="{wide}"'
        f' height="{tall}" role="img" aria-label="{label}">'
    )
    return Markup(head + "".join(parts) + "</svg>")


def _y(share: float) -> float:
    return _TOP + _TALL * (1 - share)


def _levels(scale: Scale) -> Iterator[str]:
    for part in range(_FIFTH + 1):
        at = _y(part / _FIFTH)
        yield path("ql", f"M{number(_LEFT)} {number(at)}H{number(scale.right)}")
        yield words("mt", _LEFT - 6, at + 3, f"{part * 100 // _FIFTH}%", anchor="e")


def _columns(listed: list[Month], scale: Scale, style: Style) -> Iterator[str]:
    for each in listed:
        if not each.samples:
            continue
        left, right = scale.x(each.day), scale.x(_next(each.day))
        top = min(_y(each.share), _TOP + _TALL - 1)
        told = text(
            "{month}: {share} of the runs, {up_to} up to then",
            month=shown_month(each.day),
            share=percent(each.share),
            up_to=percent(each.up_to),
        )
        data = box(left, top, right - left, _TOP + _TALL - top)
        yield path("p", data, told.into(style))


def _next(day: date) -> date:
    return (day + timedelta(days=31)).replace(day=1)


def _curve(page: RiskPage, scale: Scale) -> str:
    """Return the curve as steps: no date lies where it is level."""
    found = page.focus.last
    data = f"M{number(_LEFT)} {number(_y(0))}"
    for place, up_to in enumerate(accumulate(found.counts)):
        if found.counts[place]:
            at = scale.x(date.fromordinal(found.first + place))
            data += f"H{number(at)}V{number(_y(up_to / found.samples))}"
    return path("sc", f"{data}H{number(scale.right)}")


def _lines(drawn: list[Mark], scale: Scale, style: Style) -> Iterator[str]:
    for row, each in enumerate(drawn):
        is_deadline, told = each.kind == "deadline", each.title.into(style)
        at = scale.after(each.day) if is_deadline else scale.x(each.day)
        data = f"M{number(at)} {number(_TOP - 4)}V{number(_TOP + _TALL)}"
        yield path("dl" if is_deadline else "ao", data, told)
        yield _beside(at, 12 if row % 2 == 0 else 22, told, scale)


def _points(page: RiskPage, scale: Scale, style: Style) -> Iterator[str]:
    """Yield where the curve reaches 80 and 95 %."""
    for share in (0.8, 0.95):
        day = page.focus.last.quantile(share)
        at, y = scale.x(day), _y(share)
        yield path("k", f"M{number(at - 4)} {number(y)}l4-4 4 4-4 4z")
        told = text("{share}: {day}", share=percent(share), day=shown(day))
        yield _beside(at, y + 4, told.into(style), scale, left=True)


def _beside(at: float, y: float, told: str, scale: Scale, *, left: bool = False) -> str:
    """Return words beside a place, on the side where there is room."""
    middle = (scale.left + scale.right) / 2
    if left or at > middle:
        return words("ll o", at - 8, y, told, anchor="e")
    return words("ll o", at + 6, y, told)
