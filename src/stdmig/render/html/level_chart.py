"""A load before and after, month by month, under its capacity (山積み図)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from math import ceil
from typing import NamedTuple

from markupsafe import Markup

from stdmig.dates import shown_month
from stdmig.levelling.levelled import Levelled, Series
from stdmig.outlook.levelling import month_at, used_months, worker_title
from stdmig.render.chart.draw_axis import HEADER, draw_grid, draw_header
from stdmig.render.chart.markup import box, escaped, group, number, path, words
from stdmig.render.chart.scale import Scale, scale_over
from stdmig.words import Style, text

_LEFT, _RIGHT, _TOP, _BOTTOM = 34.0, 8.0, 8.0, 4.0
_LINES, _STEPS = 6, (1, 2, 5)


class Frame(NamedTuple):
    """
    Where a chart is drawn.

    Attributes
    ----------
    height
        Of the towers, without the axis below.
    top
        The load at its upper edge.
    """

    scale: Scale
    height: float
    top: int

    def y(self, load: Decimal | int) -> float:
        """Return how far below the upper edge a load stands."""
        return _TOP + self.height * (1 - float(load) / self.top)


def frame(
    levelled: Levelled, series: Sequence[Series], width: float, height: float
) -> Frame | None:
    """Return a frame that holds all of the series; None where nobody has work."""
    months = used_months(series)
    if not months:
        return None
    first, last = month_at(levelled, months[0]), month_at(levelled, months[-1])
    scale = scale_over(first, last, _LEFT, width - _LEFT - _RIGHT)
    loads = [
        load
        for each in series
        for row in (each.before, each.after, each.capacity or ())
        for load in row
        if load is not None
    ]
    return Frame(scale, height, _rounded(max(loads)))


def load_svg(levelled: Levelled, each: Series, drawn: Frame, style: Style) -> Markup:
    """
    Return the picture: towers after, a stepped line before, a line for the limit.

    What is above the limit is drawn in the colour of faults, and says so.
    """
    wide = number(drawn.scale.right + _RIGHT)
    tall = number(_TOP + drawn.height + HEADER + _BOTTOM)
    named = text("Load of {whose}, people a month", whose=worker_title(each.worker))
    label = escaped(named.into(style))
    head = (
        f'<svg class="ch load" viewBox="0 0 {wide} {tall}" width="{wide}"'
        f' height="{tall}" role="img" aria-label="{label}">'
    )
    low = _TOP + drawn.height
    parts = [
        draw_grid(drawn.scale, _TOP, low),
        *_levels(drawn),
        *_towers(levelled, each, drawn, style),
        _steps(levelled, _worked(each.before), drawn, "bf"),
        *([_steps(levelled, each.capacity, drawn, "dl")] if each.capacity else []),
        group(
            [draw_header(drawn.scale, style)], f'transform="translate(0 {number(low)})"'
        ),
    ]
    return Markup(head + "".join(parts) + "</svg>")


def _rounded(most: Decimal) -> int:
    step = _step(most)
    return max(ceil(most / step) * step, 1)


def _step(most: Decimal | int) -> int:
    """Return how many people lie between two lines."""
    step, place = 1, 0
    while most > _LINES * step:
        place += 1
        step = _STEPS[place % 3] * 10 ** (place // 3)
    return step


def _levels(drawn: Frame) -> Iterator[str]:
    for load in range(0, drawn.top + 1, _step(drawn.top)):
        at = drawn.y(load)
        yield path("ql", f"M{number(_LEFT)} {number(at)}H{number(drawn.scale.right)}")
        yield words("mt", _LEFT - 5, at + 3, str(load), anchor="e")


def _towers(
    levelled: Levelled, each: Series, drawn: Frame, style: Style
) -> Iterator[str]:
    for at, load in enumerate(each.after):
        if not load:
            continue
        limit = each.capacity[at] if each.capacity is not None else None
        over = limit is not None and load > limit
        left, right = _edges(levelled, at, drawn)
        top = drawn.y(load)
        month = shown_month(month_at(levelled, at))
        told = text(
            "{month}: {after} (before: {before})",
            month=month,
            after=f"{load.normalize():f}",
            before=f"{each.before[at].normalize():f}",
        )
        if over and limit is not None:
            told = text(
                "{what}, above the limit of {limit}",
                what=told,
                limit=f"{limit.normalize():f}",
            )
        data = box(left, top, right - left, _TOP + drawn.height - top)
        yield path("c" if over else "p", data, told.into(style))


def _steps(
    levelled: Levelled, loads: Sequence[Decimal | None], drawn: Frame, name: str
) -> str:
    """Return a line that steps from month to month, broken where nothing is known."""
    data, begun = "", False
    for load, same in groupby(enumerate(loads), key=lambda pair: pair[1]):
        months = [at for at, _ in same if _shows(levelled, at, drawn)]
        if load is None or not months:
            begun = False
            continue
        left, _ = _edges(levelled, months[0], drawn)
        _, right = _edges(levelled, months[-1], drawn)
        at = number(drawn.y(load))
        data += f"{'V' if begun else f'M{number(left)} '}{at}H{number(right)}"
        begun = True
    return path(name, data) if data else ""


def _worked(loads: Sequence[Decimal]) -> list[Decimal | None]:
    """Return loads without the idle months at both ends."""
    busy = [at for at, load in enumerate(loads) if load]
    first, last = (busy[0], busy[-1]) if busy else (0, -1)
    return [load if first <= at <= last else None for at, load in enumerate(loads)]


def _edges(levelled: Levelled, at: int, drawn: Frame) -> tuple[float, float]:
    first, after = month_at(levelled, at), month_at(levelled, at + 1)
    return drawn.scale.x(first), drawn.scale.x(after)


def _shows(levelled: Levelled, at: int, drawn: Frame) -> bool:
    day = month_at(levelled, at)
    return drawn.scale.shows(day, day)
