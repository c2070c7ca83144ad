"""The load of one worker as towers over the months, under its limit (山積み図)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import ceil

from stdmig.levelling.levelled import Levelled, Series
from stdmig.outlook.levelling import worker_title
from stdmig.render.cells import right, width, wrap
from stdmig.render.level.columns import Cells, cells, load_axis
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.screen import Screen
from stdmig.words import Text, text

BOTH, GONE, CAME, LIMIT = "#", "o", "+", "-"
_PAINT = {BOTH: "green", GONE: "dim", CAME: "bold green", LIMIT: "magenta"}
_MEANING: tuple[tuple[str, Text], ...] = (
    (BOTH, text("before and after")),
    (GONE, text("only before")),
    (CAME, text("only after")),
    (LIMIT, text("limit")),
)
_TALLEST = 12
_STEPS = (1, 2, 5)


def tower_lines(levelled: Levelled, each: Series, screen: Screen) -> Iterator[Line]:
    """Yield the towers, the axis below them, and what the signs mean."""
    style = screen.style
    axis = load_axis(levelled, [each], screen.width - 8)
    if axis is None:
        return
    found = cells(levelled, each, axis)
    limits = [most for most in found.capacity if most is not None]
    top = max([*found.before, *found.after, *limits])
    step = _step(top)
    scale = max(len(str(ceil(top / step) * step)) + 1, 4)
    title = text("Load of {whose}, people a month", whose=worker_title(each.worker))
    for words in wrap(one_line(title.into(style)), screen.width, "  "):
        yield line(Part(words, "bold"))
    for level in range(ceil(top / step), 0, -1):
        yield line(
            right(str(level * step), scale) + " ", *_parts(_signs(found, level, step))
        )
    blank = " " * (scale + 1)
    yield line(blank, Part(axis.years(style), "bold"))
    quarters = axis.quarters()
    if quarters is not None:
        yield line(blank, Part(quarters, "dim"))
    yield from _legend(found, each, blank, screen)


def _legend(found: Cells, each: Series, blank: str, screen: Screen) -> Iterator[Line]:
    told = blank
    for sign, name in _MEANING:
        if sign == LIMIT and each.capacity is None:
            continue
        words = f"{sign} {name.into(screen.style)}"
        if width(told) + 2 + width(words) > screen.width:
            yield line(Part(told, "dim"))
            told = blank
        told += f"{words}  "
    yield line(Part(told, "dim"))


def _step(top: Decimal) -> int:
    """Return how many people a row stands for: 1, 2, 5, 10, 20 …, as few as fit."""
    step, place = 1, 0
    while top > _TALLEST * step:
        place += 1
        step = _STEPS[place % 3] * 10 ** (place // 3)
    return step


def _signs(found: Cells, level: int, step: int) -> str:
    signs = ""
    floor, ceiling = Decimal((level - 1) * step), Decimal(level * step)
    for column, (before, after) in enumerate(
        zip(found.before, found.after, strict=True)
    ):
        limit = found.capacity[column]
        had, has = before > floor, after > floor
        if had and has:
            signs += BOTH
        elif had or has:
            signs += GONE if had else CAME
        elif limit is not None and floor < limit <= ceiling:
            signs += LIMIT
        else:
            signs += " "
    return signs


def _parts(signs: str) -> list[Part]:
    parts: list[Part] = []
    for sign in signs:
        if parts and parts[-1].words[-1] == sign:
            parts[-1] = Part(parts[-1].words + sign, parts[-1].paint)
        else:
            parts.append(Part(sign, _PAINT.get(sign, "")))
    return parts
