"""Texts that a cell can hold, and that no cell takes for anything else (セルの文字)."""

from __future__ import annotations

import re
from functools import lru_cache

from stdmig.render.one_line import UNSEEN
from stdmig.words import Style, text

MOST = 32_767
"""Most UTF-16 units of a cell (Microsoft, "Excel specifications and limits")."""

# A tab and a line feed may stand in a cell.
_UNSEEN = re.compile(f"[{UNSEEN}]")


@lru_cache(maxsize=1 << 14)
def cell_text(words: str, style: Style) -> str:
    """
    Return a text as a cell holds it.

    Line breaks stay, as line feeds. What a workbook cannot hold becomes U+FFFD, so that
    its place is still seen; what is too long for a cell is cut and says so.
    """
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    clean = _UNSEEN.sub("\ufffd", lines)
    if len(clean) * 2 <= MOST or _units(clean) <= MOST:
        return clean
    note = text("... (cut here: too long for a cell)").into(style)
    return _head(clean, MOST - _units(note)) + note


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def _head(words: str, units: int) -> str:
    """Return the beginning of a text, without half of a character at its end."""
    head = words.encode("utf-16-le")[: units * 2]
    return head.decode("utf-16-le", "ignore")
