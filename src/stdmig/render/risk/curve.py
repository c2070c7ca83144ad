"""Months as bars beside the curve of what came out up to them (度数と累積)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from stdmig.dates import shown_month
from stdmig.outlook.risk import Month, months, short_percent
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.risk.page import RiskPage, last_cutover
from stdmig.render.screen import Screen
from stdmig.words import count, text

_BAR, _POINT, _RISE = "#", "*", "-"
_CUTOVER, _DEADLINE = "C", "D"
_PERCENT, _MARKS = 6, 3
_HOLE = 4
"""So many months in a row without any become one line."""

_MOST = 60
"""Cells beyond which a longer bar says no more."""


def curve_lines(page: RiskPage, screen: Screen) -> Iterator[Line]:
    """Yield the title, a row per month, and what the signs mean."""
    style, marks = screen.style, _marks(page)
    listed = months(page.focus.last, marks)
    day_cells = max(width(shown_month(each.day).into(style)) for each in listed)
    fixed = day_cells + _MARKS + 2 * _PERCENT + 3
    room = min((screen.width - fixed) // 2, _MOST)
    title = text("{what}, by month", what=last_cutover(page)).into(style)
    for words in wrap(one_line(title), screen.width, "  "):
        yield line(Part(words, "bold"))
    yield _head(day_cells, room, screen)
    before = 0.0
    most = max(each.share for each in listed)
    for idle, same in groupby(listed, key=lambda each: _is_idle(each, marks)):
        run = list(same)
        if idle and len(run) >= _HOLE:
            hole = count(
                "({n} month without any)", "({n} months without any)", len(run)
            )
            yield line("  ", Part(hole.into(style), "dim"))
            continue
        for each in run:
            day = fit(shown_month(each.day).into(style), day_cells)
            marked = fit(_signs(each, marks), _MARKS)
            told = short_percent(each.share) if each.samples else ""
            bar = _BAR * _cells(each.share / most, room)
            part = Part(fit(bar, room), "cyan")
            up_to = right(short_percent(each.up_to), _PERCENT)
            curve = Part(_curve(before, each.up_to, room), "green")
            before = each.up_to
            head = f"{day} {marked}"[: day_cells + _MARKS]
            yield line(head, right(told, _PERCENT), " ", part, up_to, "  ", curve)
    yield from _legend(page, screen)


def _head(day_cells: int, room: int, screen: Screen) -> Line:
    style = screen.style
    share = text("share of the runs").into(style)
    left = " " * (day_cells + _MARKS) + "   " + share
    left = fit(left, day_cells + _MARKS + _PERCENT + 1 + room)
    told = text("up to then").into(style)
    return line(Part(f"{left}  {told}", "bold"))


def _cells(share: float, room: int) -> int:
    """Return the length of a bar: what is there is seen."""
    return max(round(share * room), 1) if share else 0


def _curve(before: float, up_to: float, room: int) -> str:
    """Return a row of the curve: from where it stood to where it stands."""
    start, end = (round(each * (room - 1)) for each in (before, up_to))
    return " " * start + _RISE * (end - start) + _POINT


def _marks(page: RiskPage) -> dict[date, str]:
    """Return the planned cutover and the deadlines with their signs."""
    focus = page.focus
    shown = focus.systems if focus.alone else focus.risk.systems
    found = {focus.risk.plan.cutovers[each.place].deadline: _DEADLINE for each in shown}
    last = focus.last_planned
    if last is not None:
        found[last] = _CUTOVER + found.get(last, "")
    return found


def _signs(month: Month, marks: dict[date, str]) -> str:
    own = {
        sign
        for day, signs in marks.items()
        if (day.year, day.month) == (month.day.year, month.day.month)
        for sign in signs
    }
    return "".join(sorted(own))


def _is_idle(month: Month, marks: dict[date, str]) -> bool:
    return not month.samples and not _signs(month, marks)


def _legend(page: RiskPage, screen: Screen) -> Iterator[Line]:
    planned = (
        text("C last planned cutover  D deadline")
        if page.focus.alone is None
        else text("C planned cutover  D deadline")
    )
    for words in wrap(f"  {planned.into(screen.style)}", screen.width, "  "):
        yield line(Part(words, "dim"))
