"""The line that a finding points at, with a caret under its place (該当行の表示)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdmig.diagnostics import Location
from stdmig.render.cells import width
from stdmig.render.painted import Line, Part, line

_INDENT = "    "
_CUT = ".."
_FAR = 4
"""Views on either side of a place; characters may take no cell of their own."""

# What would steer a terminal, end a line or turn the direction of what follows. Joiners
# and variation selectors stay: names and emoji are written with them.
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff"
    r"\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)


def excerpt(place: Location, written: str, cells: int, paint: str) -> Iterator[Line]:
    """
    Yield the line of a place with its number, and a caret under its column.

    Parameters
    ----------
    place
        Where; a column beyond the line means its end.
    written
        The line as it stands in the file.
    cells
        Width of the screen; what has no room is cut off around the caret.
    paint
        Colour of the caret.
    """
    number = f"{_INDENT}{place.line} | "
    column = min(place.column - 1, len(written))
    words, offset = _window(written, column, cells - width(number))
    blank = " " * (len(number) - 2)
    yield line(Part(number, "dim"), words)
    yield line(Part(f"{blank}| ", "dim"), " " * offset, Part("^", paint))


def _harmless(character: str) -> str:
    """Return what is shown for a character; a tab takes as much as an indent."""
    return _INDENT if character == "\t" else _UNSEEN.sub("\ufffd", character)


def _window(written: str, column: int, cells: int) -> tuple[str, int]:
    """Return what has room of a line, and the cell in it at which `column` begins."""
    # A file may be one line of many megabytes; what is far away is never shown.
    far = max(column - _FAR * cells, 0)
    shown = [*map(_harmless, written[far : column + _FAR * cells])]
    column -= far
    if not far and width("".join(shown)) <= cells:
        return "".join(shown), width("".join(shown[:column]))
    first = _first(shown, column, cells)
    lead = _CUT if far or first else ""
    last, room = first, cells - len(lead + _CUT)
    while last < len(shown) and width("".join(shown[first : last + 1])) <= room:
        last += 1
    tail = _CUT if last < len(shown) else ""
    before = "".join(shown[first:column])
    return f"{lead}{''.join(shown[first:last])}{tail}", width(lead + before)


def _first(shown: list[str], column: int, cells: int) -> int:
    """Return where the view begins: at the head, else some way before `column`."""
    context = cells * 2 // 3 - len(_CUT)
    if width("".join(shown[:column])) <= context:
        return 0
    first, before = column, 0
    while first and before < context:
        first -= 1
        before += width(shown[first])
    return first
