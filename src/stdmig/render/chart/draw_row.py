"""Bars and marks of one row, drawn from y = 0 on (棒の描画)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.render.chart.markup import box, escaped, group, number, path, words
from stdmig.render.chart.measure import text_width
from stdmig.render.chart.model import Bar, BarKind, Mark, Row
from stdmig.render.chart.scale import Scale

PITCH = 20.0
"""Customary height of a row, in units of the picture."""

_SMALL, _LARGE, _HIGH = 10.0, 12.0, 26.0
_LEAST = 1.6

_CLASSES: dict[BarKind, str] = {
    "planned": "p",
    "critical": "c",
    "done": "d",
    "begun": "s",
    "float": "f",
    "float_after": "f",
    "span": "sp",
    "past": "d",
    "covered": "v",
    "extended": "x",
    "gap": "g",
    "renewal": "n",
    "unknown": "u",
    "stated": "bs",
    "inferred": "bi",
    "closed": "bc",
    "stated_some": "bsp",
    "inferred_some": "bip",
    "phase1": "p1",
    "phase2": "p2",
    "phase3": "p3",
    "ghost": "gh",
}

_PLATED = frozenset(("gap", "renewal", "unknown", "done"))
"""Bars with a pattern, on which words need a ground of their own."""

# Upper edge and height of a bar, as shares of its row.
_FULL = 0.2, 0.6
_SHAPES: dict[BarKind, tuple[float, float]] = {
    "span": (0.4, 0.2),
    "past": (0.32, 0.36),
    "stated": (0.05, 0.9),
    "inferred": (0.05, 0.9),
    "closed": (0.05, 0.9),
    "stated_some": (0.62, 0.33),
    "inferred_some": (0.62, 0.33),
    "extended": (0.68, 0.24),
    "ghost": (0.06, 0.88),
}


def draw_row(
    row: Row, scale: Scale, pitch: float = PITCH, *, attributes: str = ""
) -> str:
    """
    Return the bars and marks of a row as a group; its upper edge is y = 0.

    Parameters
    ----------
    pitch
        Height of the row.
    attributes
        Of the group, as they are to be written: ``transform``, ``data-…``.
    """
    return group(_parts(row, scale, pitch), attributes)


def _parts(row: Row, scale: Scale, pitch: float) -> Iterator[str]:
    if row.kind == "task":
        yield f"<title>{escaped(row.title)}</title>"
    yield from _bars(row, scale, pitch)
    for mark in row.marks:
        yield draw_mark(mark, scale, pitch)
    for bar in row.bars:
        if bar.label:
            yield from _label(bar, row, scale, pitch)


def _bars(row: Row, scale: Scale, pitch: float) -> Iterator[str]:
    """Yield the bars; those of the same kind and title share a path."""
    together: dict[tuple[BarKind, str], str] = {}
    for bar in row.bars:
        if scale.shows(bar.first, bar.last):
            alike = bar.kind, bar.title
            outline = _outline(bar, scale, pitch)
            together[alike] = together.get(alike, "") + outline
    for (kind, title), data in together.items():
        yield path(_CLASSES[kind], data, title)


def _outline(bar: Bar, scale: Scale, pitch: float) -> str:
    left, right = scale.x(bar.first), scale.after(bar.last)
    if bar.kind == "float":
        return _whisker(left, right, left, pitch)
    if bar.kind == "float_after":
        return _whisker(left, right, right, pitch)
    if bar.kind == "begun":
        return box(left, 0.1 * pitch, 3, 0.8 * pitch)
    top, height = _SHAPES.get(bar.kind, _FULL)
    return box(left, top * pitch, max(right - left, _LEAST), height * pitch)


def _whisker(left: float, right: float, end: float, pitch: float) -> str:
    """Return a line with a stop where the task can begin, or may end."""
    middle, stop = pitch / 2, number(0.36 * pitch)
    return (
        f"M{number(end)} {number(0.32 * pitch)}v{stop}"
        f"M{number(left)} {number(middle)}H{number(right)}"
    )


def draw_mark(mark: Mark, scale: Scale, pitch: float) -> str:
    """Return a mark in the middle of a row, its label after it if there is room."""
    x, middle = scale.x(mark.day), pitch / 2
    if mark.kind == "deadline":
        edge = scale.after(mark.day)
        data = f"M{number(edge)} {number(0.1 * pitch)}v{number(0.8 * pitch)}"
        return path("dm", data, mark.title)
    size = min(0.38 * pitch, 7.5)
    found = path(_MARKS[mark.kind], diamond(x, middle, size), mark.title)
    if mark.label:
        font, name = _font(pitch)
        after = x + size + 3
        if after + text_width(mark.label, font) <= scale.right:
            found += words(f"{name} o", after, middle + 0.36 * font, mark.label)
    return found


_MARKS = {"cutover": "k", "live": "kl", "milestone": "ms", "as_of": "ms", "ghost": "gk"}


def diamond(x: float, y: float, size: float) -> str:
    """Return the path of a square on its corner around a point."""
    s = number(size)
    return f"M{number(x)} {number(y - size)}l{s} {s}l-{s} {s}l-{s} -{s}z"


def _font(pitch: float) -> tuple[float, str]:
    """Return size and class of the labels in a row."""
    return (_LARGE, "ll") if pitch >= _HIGH else (_SMALL, "l")


def _label(bar: Bar, row: Row, scale: Scale, pitch: float) -> Iterator[str]:
    """Yield the words on a bar, where no mark hides them."""
    last = min(bar.last, bar.until or bar.last)
    if not scale.shows(bar.first, last):
        return
    font, name = _font(pitch)
    width, base = text_width(bar.label, font), pitch / 2 + 0.36 * font
    left = _place(bar, row, scale, (scale.x(bar.first), scale.after(last)), width)
    if left is None:
        return
    if bar.kind in _PLATED:
        high = font * 1.2
        yield path("pl", box(left - 3, (pitch - high) / 2, width + 6, high))
    tone = {"gap": f"{name} b", "phase3": f"{name} pt"}.get(bar.kind, name)
    yield words(tone, left + width / 2, base, bar.label, anchor="m")


def _place(
    bar: Bar, row: Row, scale: Scale, edges: tuple[float, float], width: float
) -> float | None:
    """Return where the words on a bar begin, None where they find no room."""
    left, right = edges
    if width + 8 > right - left:
        return None
    middle, end = (left + right - width) / 2, right - width - 5
    marks = [scale.x(mark.day) for mark in row.marks if mark.kind != "deadline"]
    tries = [middle, left + 5, end]
    if bar.kind == "covered":
        tries = [end, end - 10, left + 5]
    for place in tries:
        free = all(at + 9 < place or at - 9 > place + width for at in marks)
        if free and place >= left + 3:
            return place
    return middle if bar.kind == "gap" else None
