"""Pieces of XML: escaped words, short numbers, rectangles as paths (SVGの部品)."""

from __future__ import annotations

from collections.abc import Iterable

from stdmig.render.one_line import one_line

_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
)


def escaped(words: str) -> str:
    """
    Return words as character data and attribute value of XML and HTML alike.

    Line breaks become blanks and what XML forbids becomes U+FFFD; see `one_line`.
    """
    return one_line(words).translate(_ENTITIES)


def number(value: float) -> str:
    """Return a length with one decimal at most: a quarter of a millimetre in ten."""
    told = f"{value:.1f}".removesuffix(".0")
    return "0" if told == "-0" else told


def box(x: float, y: float, width: float, height: float) -> str:
    """Return the path of a rectangle, which is shorter than a ``rect``."""
    # Both edges are rounded, not the width, so that neighbours meet.
    left, right = round(x, 1), round(x + width, 1)
    wide = number(right - left)
    return f"M{number(left)} {number(y)}h{wide}v{number(height)}h-{wide}z"


def path(name: str, data: str, title: str = "") -> str:
    """Return a path of a class; its title is what a pointer or a reader is told."""
    if not title:
        return f'<path class="{name}" d="{data}"/>'
    told = f"<title>{escaped(title)}</title>"
    return f'<path class="{name}" d="{data}">{told}</path>'


def words(name: str, x: float, y: float, told: str, *, anchor: str = "") -> str:
    """
    Return a line of text of a class, with its baseline at `y`.

    Parameters
    ----------
    anchor
        ``m`` for text around `x`, ``e`` for text that ends there.
    """
    named = f"{name} {anchor}" if anchor else name
    return (
        f'<text class="{named}" x="{number(x)}" y="{number(y)}">{escaped(told)}</text>'
    )


def group(parts: Iterable[str], attributes: str = "") -> str:
    """Return parts as a group; `attributes` are written as they are."""
    lead = f" {attributes}" if attributes else ""
    return f"<g{lead}>{''.join(parts)}</g>"
