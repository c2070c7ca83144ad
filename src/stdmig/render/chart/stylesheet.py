"""Colours and patterns of the picture as CSS (図の書式)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from stdmig.render import palette

FONTS = (
    "Yu Gothic",
    "Meiryo",
    "Noto Sans CJK JP",
    "IPAexGothic",
)
"""What Windows has, then what Linux has; no font is brought along."""


class Colours(NamedTuple):
    """
    What each thing is painted with; any CSS colour, ``var(--name)`` among them.

    Attributes
    ----------
    tint
        Ground of a planned bar, whose edge is `planned`.
    cover
        Ground of a contract in force, whose edge is `covered`.
    """

    paper: str = "#ffffff"
    ink: str = palette.INK
    muted: str = palette.MUTED
    grid: str = palette.GRID
    band: str = palette.BAND
    planned: str = palette.PLANNED
    tint: str = "#a9d3ee"
    critical: str = palette.CRITICAL
    done: str = palette.DONE
    float: str = palette.MUTED
    covered: str = palette.COVERED
    cover: str = "#c4e8dc"
    gap: str = palette.GAP
    blackout: str = palette.DONE
    deadline: str = palette.DEADLINE
    cutover: str = palette.CUTOVER
    as_of: str = palette.AS_OF


PAPER = Colours()
"""Dark on white, as it is printed."""


def stylesheet(colours: Colours = PAPER, root: str = ".ch") -> str:
    """
    Return the CSS of every class that the drawing functions use.

    Parameters
    ----------
    root
        Selector of the element around the chart, which keeps the short class names
        from meaning anything elsewhere on a page.
    """
    return scoped(_rules(colours), root)


def scoped(rules: Iterable[str], root: str = ".ch") -> str:
    """Return rules that hold inside the element of a selector alone."""
    return "".join(f"{root} {rule}" for rule in rules)


def _rules(c: Colours) -> tuple[str, ...]:
    return (
        f"text{{fill:{c.ink};font-size:11px}}",
        ".m{text-anchor:middle}",
        ".e{text-anchor:end}",
        ".b{font-weight:700}",
        ".l{font-size:10px}",
        ".ll{font-size:12px}",
        # An edge of paper around the letters keeps lines behind them out of them.
        f".o{{stroke:{c.paper};stroke-width:3;paint-order:stroke}}",
        f".w{{fill:{c.muted}}}",
        f".r{{fill:{c.critical};font-weight:700}}",
        f".yb{{fill:{c.band}}}",
        f".yl{{stroke:{c.grid};stroke-width:1.2;fill:none}}",
        f".ql{{stroke:{c.grid};stroke-width:.5;fill:none}}",
        ".yt{font-size:12px;font-weight:700}",
        f".mt{{font-size:9px;fill:{c.muted}}}",
        f".p{{fill:{c.tint};stroke:{c.planned};stroke-width:1}}",
        f".c{{fill:{c.critical}}}",
        f".d{{fill:url(#ch-d);stroke:{c.done};stroke-width:.8}}",
        f".s{{fill:{c.ink}}}",
        f".f{{stroke:{c.float};stroke-width:1.2;stroke-dasharray:2 2;fill:none}}",
        f".sp{{fill:{c.planned}}}",
        f".v{{fill:{c.cover};stroke:{c.covered};stroke-width:1}}",
        f".x{{fill:url(#ch-x);stroke:{c.covered};stroke-width:1;stroke-dasharray:4 2}}",
        f".g{{fill:url(#ch-g);stroke:{c.gap};stroke-width:1.4}}",
        f".n{{fill:url(#ch-n);stroke:{c.gap};stroke-width:.9}}",
        f".u{{fill:none;stroke:{c.gap};stroke-width:1.2;stroke-dasharray:5 3}}",
        ".bs{fill:url(#ch-bs)}",
        f".bsp{{fill:{c.blackout}}}",
        # Dots alone are lost in print; a thin edge says where they begin and end.
        f".bi,.bip{{fill:url(#ch-bi);stroke:{c.blackout};stroke-width:.4}}",
        f".bc{{fill:url(#ch-bs);stroke:{c.muted};stroke-width:.8}}",
        f".k{{fill:{c.cutover};stroke:{c.paper};stroke-width:1}}",
        f".kl{{fill:{c.paper};stroke:{c.cutover};stroke-width:1.4}}",
        f".ms{{fill:{c.paper};stroke:{c.ink};stroke-width:1.4}}",
        f".dl{{stroke:{c.deadline};stroke-width:1.8;stroke-dasharray:7 3 2 3;"
        "fill:none}",
        f".dm{{stroke:{c.deadline};stroke-width:2.2;fill:none}}",
        f".ao{{stroke:{c.as_of};stroke-width:1.3;fill:none}}",
        f".ln{{stroke:{c.done};stroke-width:.8;fill:none}}",
        f".lc{{stroke:{c.critical};stroke-width:1.1;fill:none}}",
        f".la{{fill:{c.done}}}",
        f".lr{{fill:{c.critical}}}",
        f".pl{{fill:{c.paper}}}",
        f".gp{{fill:{c.paper}}}",
        f".gg{{stroke:{c.gap};stroke-width:2}}",
        f".gn{{stroke:{c.gap};stroke-width:.9}}",
        f".gx{{stroke:{c.covered};stroke-width:1.2}}",
        f".gc{{fill:{c.cover}}}",
        f".gd{{stroke:{c.done};stroke-width:1}}",
        f".gb{{stroke:{c.blackout};stroke-width:1}}",
        f".gi{{fill:{c.blackout}}}",
        f".hl{{stroke:{c.grid};stroke-width:.5;fill:none}}",
        f".ci{{fill:{c.ink}}}",
        f".cu{{fill:{c.deadline}}}",
        f".ft{{font-size:11px;font-weight:700;fill:{c.paper}}}",
        f".hr{{stroke:{c.ink};stroke-width:1;fill:none}}",
        f".p1{{fill:{c.paper};stroke:{c.planned};stroke-width:1.2}}",
        f".p2{{fill:{c.tint};stroke:{c.planned};stroke-width:1.2}}",
        f".p3{{fill:{c.planned}}}",
        f".pt{{fill:{c.paper}}}",
        f".cd{{stroke:{c.cutover};stroke-width:.8;stroke-dasharray:1.5 2.5;fill:none}}",
    )


def definitions() -> str:
    """Return the patterns, once for every document."""
    return (
        "<defs>"
        + _pattern("g", 7, "gp", '<path class="gg" d="M-1 8L8 -1M-1 1L1 -1M6 8L8 6"/>')
        + _pattern("n", 6, "gp", '<path class="gn" d="M-1 -1L7 7M5 -1L7 1M-1 5L1 7"/>')
        + _pattern("x", 5, "gc", '<path class="gx" d="M0 2.5H5"/>')
        + _pattern("d", 4, "gp", '<path class="gd" d="M2 0V4"/>')
        + _pattern("bs", 4, "gp", '<path class="gb" d="M0 0L4 4M4 0L0 4"/>')
        + _pattern(
            "bi", 4, "gp", '<path class="gi" d="M0 0h1.4v1.4h-1.4zM2 2h1.4v1.4h-1.4z"/>'
        )
        + "</defs>"
    )


def _pattern(name: str, size: int, ground: str, marks: str) -> str:
    return (
        f'<pattern id="ch-{name}" width="{size}" height="{size}"'
        ' patternUnits="userSpaceOnUse">'
        f'<path class="{ground}" d="M0 0h{size}v{size}h-{size}z"/>{marks}</pattern>'
    )
