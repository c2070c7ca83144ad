"""One bar of a Mermaid chart, or one milestone (棒)."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple

from stdmig.render.cells import fit, width
from stdmig.render.mermaid_text import escaped
from stdmig.render.one_line import one_line
from stdmig.words import Readable, Style

Tag = Literal["done", "active", "crit", "milestone"]
"""What Mermaid draws in a way of its own."""


class Bar(NamedTuple):
    """
    A row of the chart.

    Attributes
    ----------
    label
        What stands in it or beside it.
    start, finish
        First and last day; a milestone has one day.
    tags
        How it is drawn, in Mermaid's order.
    """

    label: Readable
    start: date
    finish: date
    tags: tuple[Tag, ...] = ()

    def into(self, style: Style) -> str:
        """Return its line."""
        end = "0d" if "milestone" in self.tags else self.finish.isoformat()
        data = ", ".join((*self.tags, self.start.isoformat(), end))
        return f"    {labelled(self.label, style)} :{data}"


def labelled(words: Readable, style: Style) -> str:
    """Return a text for the beginning of a line, where some words are commands."""
    told = escaped(_fitting(one_line(words.into(style))))
    if _COMMAND.match(told):
        return f"#{ord(told[0])};{told[1:]}"
    return told


def _fitting(words: str) -> str:
    """Return a text that is cut where it would run out of the picture."""
    if width(words) <= _CELLS:
        return words
    return fit(words, _CELLS).rstrip()


_CELLS = 60
_COMMAND = re.compile(
    r"acc|axisFormat|call|click|dateFormat|excludes|gantt|href|includes|inclusive"
    r"|section|tickInterval|title|todayMarker|topAxis|vert|week|[0-9]{4}-[0-9]{2}-",
    re.IGNORECASE,
)
