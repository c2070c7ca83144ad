"""What every bar and mark of a chart means (凡例)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from stdmig.render.chart.draw_row import diamond
from stdmig.render.chart.markup import box, group, number, path, words
from stdmig.render.chart.measure import text_width
from stdmig.words import Style, Text, text

_SIZE, _SAMPLE, _APART, _HIGH = 10.0, 26.0, 18.0, 18.0

LEGEND: tuple[tuple[str, Text], ...] = (
    ("p", text("planned")),
    ("c", text("critical")),
    ("f", text("float")),
    ("d", text("done")),
    ("s", text("under way")),
    ("k", text("cutover")),
    ("kl", text("live")),
    ("v", text("contract")),
    ("g", text("gap")),
    ("x", text("extension, not signed yet")),
    ("n", text("renewal, every year")),
    ("u", text("last day unknown")),
    ("bs", text("black-out")),
    ("bi", text("black-out, inferred")),
    ("bsp", text("black-out of some of these systems")),
    ("bip", text("black-out of some of these systems, inferred")),
    ("bc", text("closed dates")),
    ("dl", text("deadline")),
    ("ao", text("as of")),
)
"""Class of each sample, and what it means."""

_CLASS = re.compile(r'<path class="(\w+)"')


class Legend(NamedTuple):
    """A legend from (0, 0) on, and how high it is."""

    svg: str
    height: float


def draw_legend(
    style: Style, width: float, used: Collection[str] | None = None
) -> Legend:
    """
    Return the legend.

    Parameters
    ----------
    width
        Where its lines break.
    used
        The classes that the chart uses, see `classes_in`; None means all.
    """
    parts: list[str] = []
    x, y = 0.0, 0.0
    for name, meaning in LEGEND:
        if used is not None and name not in used:
            continue
        told = meaning.into(style)
        wide = _SAMPLE + 6 + text_width(told, _SIZE)
        if x and x + wide > width:
            x, y = 0.0, y + _HIGH
        parts += _entry(name, told, x, y)
        x += wide + _APART
    return Legend(group(parts), y + _HIGH)


def classes_in(parts: Iterable[str]) -> frozenset[str]:
    """Return which bars and marks some drawings hold."""
    return frozenset(name for part in parts for name in _CLASS.findall(part))


def _entry(name: str, told: str, x: float, y: float) -> Iterator[str]:
    yield path(name, _sample(name, x, y + 3))
    yield words("l", x + _SAMPLE + 6, y + 12.6, told)


def _sample(name: str, x: float, y: float) -> str:
    middle, centre = y + 6, x + _SAMPLE / 2
    if name in ("dl", "ao"):
        return f"M{number(centre)} {number(y - 2)}v16"
    if name in ("k", "kl"):
        return diamond(centre, middle, 6)
    if name == "f":
        return (
            f"M{number(x)} {number(y + 2)}v8M{number(x)} {number(middle)}h{_SAMPLE:g}"
        )
    if name == "s":
        return box(centre - 1.5, y - 1, 3, 14)
    if name in ("bsp", "bip"):
        return box(x, y + 6, _SAMPLE, 6)
    return box(x, y, _SAMPLE, 12)
