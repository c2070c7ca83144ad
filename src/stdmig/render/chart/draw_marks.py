"""Days with labels that keep out of each other's way (節目・旗)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stdmig.render.chart.draw_row import diamond
from stdmig.render.chart.markup import box, path, words
from stdmig.render.chart.measure import cut, text_width
from stdmig.render.chart.model import Line, Mark
from stdmig.render.chart.scale import Scale

LANE = 18.0
"""Height of a level of labels."""

_SIZE, _LONGEST, _LEVELS = 11.0, 300.0, 6
_Span = tuple[float, float]


class Lanes(NamedTuple):
    """
    Labels that are placed.

    Attributes
    ----------
    svg
        From y = 0 on.
    height
        What they take.
    left_out
        How many found no room.
    """

    svg: str
    height: float
    left_out: int


class _Levels:
    """What is taken of each level so far."""

    def __init__(self, most: int) -> None:
        self.taken: list[list[_Span]] = [[] for _ in range(most)]
        self.used = 0

    def place(self, sides: dict[str, _Span]) -> tuple[int, str] | None:
        """Return the first level with room on one of some sides, and on which."""
        for level, taken in enumerate(self.taken):
            for side, (left, right) in sides.items():
                if all(right <= begins or left >= ends for begins, ends in taken):
                    taken.append((left, right))
                    self.used = max(self.used, level + 1)
                    return level, side
        return None


def draw_flags(lines: Iterable[Line], scale: Scale) -> Lanes:
    """Return the heads of the lines that go through all rows: 期限, 基準日."""
    levels, left_out = _Levels(3), 0
    parts: list[str] = []
    for line in sorted(lines, key=lambda each: each.kind):
        at = scale.after(line.day) if line.kind == "deadline" else scale.x(line.day)
        width = text_width(line.label, _SIZE) + 10
        sides = _sides(at, width, 0, scale)
        found = levels.place(sides)
        if found is None:
            left_out += 1
            continue
        level, side = found
        left = sides[side][0]
        tone = "cu" if line.kind == "deadline" else "ci"
        parts.append(
            path(tone, box(left, level * LANE + 1, width, LANE - 3), line.title)
        )
        parts.append(words("ft", left + 5, level * LANE + 12.5, line.label))
    return Lanes("".join(parts), levels.used * LANE, left_out)


def draw_milestones(
    marks: tuple[Mark, ...], scale: Scale, most: int = _LEVELS
) -> Lanes:
    """
    Return milestones with their days and names beside them.

    Parameters
    ----------
    most
        Levels of labels at most; what finds no room is left out and counted.
    """
    levels, left_out = _Levels(most), 0
    parts: list[str] = []
    for mark in marks:
        x = scale.x(mark.day)
        day = mark.title.removesuffix(mark.label).strip()
        name = cut(mark.label, _SIZE, _LONGEST)
        wide = text_width(day, _SIZE) + 5 + text_width(name, _SIZE)
        found = levels.place(_sides(x, wide + 12, 8, scale))
        if found is None:
            left_out += 1
            continue
        level, side = found
        parts += _milestone(mark, x, (day, name), wide, level, after=side == "after")
    return Lanes("".join(parts), max(levels.used, 1) * LANE, left_out)


def _milestone(
    mark: Mark,
    x: float,
    told: tuple[str, str],
    wide: float,
    level: int,
    *,
    after: bool,
) -> Iterator[str]:
    day, name = told
    top = level * LANE
    left = x + 10 if after else x - 10 - wide
    yield path("ms", diamond(x, top + LANE / 2, 5.5), mark.title)
    yield words("b o", left, top + 13, day)
    yield words("o", left + text_width(day, _SIZE) + 5, top + 13, name)


def _sides(x: float, wide: float, mark: float, scale: Scale) -> dict[str, _Span]:
    """Return the places right and left of a day that lie on the sheet."""
    after, before = (x - mark, x + wide), (x - wide, x + mark)
    held = {}
    if after[1] <= scale.right + 1:
        held["after"] = after
    if before[0] >= scale.left or not held:
        held["before"] = before
    return held
