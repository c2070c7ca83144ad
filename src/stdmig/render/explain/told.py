"""A sentence of an explanation, in the lines of the screen (説明の行)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.render.cells import wrap
from stdmig.render.painted import Line, line
from stdmig.render.screen import Screen
from stdmig.words import Text


def told_lines(words: Text, screen: Screen, indent: int) -> Iterator[Line]:
    """Yield the lines of a sentence, those after the first indented further."""
    lead = " " * indent
    told = lead + words.into(screen.style)
    yield from (line(each) for each in wrap(told, screen.width, lead + "  "))
