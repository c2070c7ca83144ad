"""A sheet of A3 landscape: its size, its frame, its parts in common (用紙)."""

from __future__ import annotations

from collections.abc import Iterable

from stdmig.render.chart.legend import classes_in, draw_legend
from stdmig.render.chart.markup import escaped, group, number, path, words
from stdmig.render.chart.measure import cut, text_width
from stdmig.render.chart.sheet_style import sheet_style
from stdmig.render.chart.stylesheet import FONTS, definitions, stylesheet
from stdmig.words import Style

UNITS_PER_MM = 4.0
WIDTH, HEIGHT = 420 * UNITS_PER_MM, 297 * UNITS_PER_MM
"""A3 landscape in units of the picture; 11 units are 7.8 points."""

MARGIN = 48.0
"""On every side: 12 mm, which the printers of town halls can do without."""

_TITLE, _SUBTITLE = 26.0, 14.0


def document(
    parts: Iterable[str],
    style: Style,
    title: str,
    height: float = HEIGHT,
    fonts: tuple[str, ...] = FONTS,
) -> str:
    """
    Return a picture as a file of its own, as wide as A3 and `height` high.

    Parameters
    ----------
    fonts
        Families, the first that a machine has is taken.
    """
    families = ", ".join(f"'{name}'" if " " in name else name for name in fonts)
    wide, high = number(WIDTH), number(height)
    size = number(WIDTH / UNITS_PER_MM), number(height / UNITS_PER_MM)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="ch" role="img"'
        f' width="{size[0]}mm" height="{size[1]}mm" viewBox="0 0 {wide} {high}"'
        f' xml:lang="{style.language}" font-family="{families}, sans-serif">'
        f"<title>{escaped(title)}</title>"
        f"<style>{stylesheet()}{sheet_style()}</style>{definitions()}"
        + path("pp", f"M0 0h{wide}v{high}h-{wide}z")
        + "".join(parts)
        + "</svg>\n"
    )


def foot(parts: Iterable[str], style: Style, page: str = "") -> str:
    """Return the legend of what some parts hold, and the number of the page."""
    legend = draw_legend(style, WIDTH - 2 * MARGIN - 120, classes_in(parts))
    move = f"translate({number(MARGIN)} {number(FOOT)})"
    found = group([legend.svg], f'transform="{move}"')
    if page:
        found += words("n1", WIDTH - MARGIN, FOOT + 12.6, page, anchor="e")
    return found


def head(title: str, subtitle: str, right: str) -> str:
    """Return title, what kind of page it is, and the as-of date at the right."""
    base = MARGIN + 26
    room = WIDTH - 2 * MARGIN - text_width(right, _SUBTITLE) - 24
    told = cut(title, _TITLE, room - text_width(subtitle, _SUBTITLE) - 20)
    after = MARGIN + text_width(told, _TITLE) + 20
    rule = f"M{number(MARGIN)} {number(base + 14)}H{number(WIDTH - MARGIN)}"
    return (
        words("h1", MARGIN, base, told)
        + words("h2", after, base, subtitle)
        + words("h2", WIDTH - MARGIN, base, right, anchor="e")
        + path("hb", rule)
    )


FOOT = HEIGHT - MARGIN - 24
"""Where the legend begins."""

HEAD_END = MARGIN + 52
"""Where what comes below the head may begin."""
