"""Remarks below a screen, and what to try next (画面の注記)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdmig.render.cells import wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.screen import Screen
from stdmig.words import Readable, listing, text


def note_lines(words: Readable, screen: Screen) -> Iterator[Line]:
    """Yield a remark, dimmed; what does not fit into a line follows indented."""
    yield from _dimmed(one_line(words.into(screen.style)), screen)


def next_lines(commands: Sequence[str], screen: Screen) -> Iterator[Line]:
    """Yield the commands to try next, as they are to be typed; nothing without any."""
    if commands:
        told = text("Next: {commands}", commands=listing(commands))
        yield from _dimmed(told.into(screen.style), screen)


def _dimmed(told: str, screen: Screen) -> Iterator[Line]:
    yield from (line(Part(each, "dim")) for each in wrap(told, screen.width, "  "))
