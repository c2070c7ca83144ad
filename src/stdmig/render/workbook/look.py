"""How a cell looks, as a value that can be compared and changed (書式)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from stdmig.render.palette import INK, MUTED

LINE = "#8a949e"
"""Thin lines of a table: grey enough for the figures to stand out in print."""

HEAD_FILL = "#e6ebf1"
INPUT_FILL = "#fff8e1"
BAND_FILL = "#f3f5f8"

Align = Literal["left", "center", "right"]
Edge = tuple[int, str]
"""Kind of a line by its number in the file format (1 thin, 2 medium, 4 dotted, 7 hair),
and its colour."""

THIN: Edge = (1, LINE)


class Look(NamedTuple):
    """
    What a cell looks like.

    Attributes
    ----------
    size
        Of the letters, in points.
    shrinks
        Whether letters that have no room become smaller.
    number
        Number format.
    left, right, top, bottom
        Its lines.
    rotation
        Degrees by which letters are turned; 270 for letters one below the other.
    is_input
        Whether it stays open for input once somebody protects the sheet.
    """

    size: float = 10
    bold: bool = False
    ink: str = INK
    fill: str | None = None
    align: Align = "left"
    middle: bool = False
    wrap: bool = False
    shrinks: bool = False
    number: str = "General"
    left: Edge | None = None
    right: Edge | None = None
    top: Edge | None = None
    bottom: Edge | None = None
    rotation: int = 0
    is_input: bool = False

    def boxed(self, edge: Edge = THIN) -> Look:
        """Return the same with a line on every side."""
        return self._replace(left=edge, right=edge, top=edge, bottom=edge)


TITLE = Look(size=14, bold=True, middle=True)
NOTE = Look(size=9, ink=MUTED, middle=True)
HEAD = Look(bold=True, fill=HEAD_FILL, align="center", middle=True, wrap=True).boxed()
CELL = Look(wrap=True).boxed()
