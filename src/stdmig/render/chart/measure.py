"""How wide words become, told without the font (文字幅の見積り)."""

from __future__ import annotations

from functools import cache
from unicodedata import category, east_asian_width

from stdmig.render.cells import wrap

_LATIN = 0.57
_CAPITAL, _BROAD, _SLIM, _BLANK, _PICTURE = 0.68, 0.9, 0.35, 0.25, 1.4
_ELLIPSIS = "…"


def text_width(told: str, size: float) -> float:
    """
    Return about how wide a line of text becomes, rather too much than too little.

    Parameters
    ----------
    size
        Of the font, in units of the picture. A Japanese character is as wide as it
        is high; shares of Latin ones are those of Noto Sans CJK, rounded up.
    """
    return size * sum(map(_share, told))


def cut(told: str, size: float, room: float) -> str:
    """Return a text that fits into `room`: whole, or its head and an ellipsis."""
    if text_width(told, size) <= room:
        return told
    left = room - size
    if left <= 0:
        return ""
    for place, character in enumerate(told):
        left -= size * _share(character)
        if left < 0:
            return told[:place].rstrip() + _ELLIPSIS
    return told


def wrapped(told: str, size: float, room: float, limit: int) -> list[str]:
    """Return a text in lines that fit into `room`; what is beyond `limit` is cut."""
    cells = int(room / size * 2.2)
    lines = wrap(told, cells)
    while cells > 4 and max(text_width(line, size) for line in lines) > room:
        cells -= 1
        lines = wrap(told, cells)
    if len(lines) <= limit:
        return lines
    begins = 0
    for line in lines[: limit - 1]:
        begins = told.index(line.strip(), begins) + len(line.strip())
    return [*lines[: limit - 1], cut(told[begins:].strip(), size, room)]


@cache
def _share(character: str) -> float:
    """Return the width of a character, as a share of its height."""
    kind, wide = category(character), east_asian_width(character)
    if kind in ("Mn", "Me", "Cf"):
        return 0.0
    if kind == "So" and wide == "W":
        return _PICTURE
    # What is of ambiguous width (A) is full-width in a Japanese font.
    if wide in "WFA":
        return 1.0
    if character in "MWmw@%":
        return _BROAD
    if character in "ijl.,:;'|!()[]-":
        return _SLIM
    if character == " ":
        return _BLANK
    return _CAPITAL if character.isupper() else _LATIN
