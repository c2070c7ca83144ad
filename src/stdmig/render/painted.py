"""Lines of text with parts that a terminal may colour (彩色)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from stdmig.diagnostics import Severity
from stdmig.render.one_line import printable

SEVERITY_PAINT = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.NOTE: "cyan",
}


class Part(NamedTuple):
    """A piece of a line; colour only repeats what the words already say."""

    words: str
    paint: str = ""


Line = tuple[Part, ...]


def line(*parts: Part | str) -> Line:
    """Return a line of plain and painted pieces."""
    return tuple(part if isinstance(part, Part) else Part(part) for part in parts)


def page(lines: Iterable[Line], *, colour: bool) -> str:
    """
    Return lines as one text, with terminal colours where they are wanted.

    Whatever the words are, the terminal obeys nothing but our colours, and no name
    turns its line around.
    """
    if not colour:
        plain = ("".join(part.words for part in each).rstrip() for each in lines)
        return "".join(f"{printable(each)}\n" for each in plain)
    from rich.color import ColorSystem
    from rich.style import Style

    def painted(part: Part) -> str:
        words = printable(part.words)
        if not part.paint:
            return words
        style = Style.parse(part.paint)
        return style.render(words, color_system=ColorSystem.STANDARD)

    return "".join("".join(map(painted, each)) + "\n" for each in lines)
