"""Terminal cells: full-width characters take two (文字幅)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size


def width(words: str) -> int:
    """Return how many cells a text takes."""
    return cell_len(words)


def fit(words: str, cells: int) -> str:
    """Return a text in exactly so many cells: cut with "..", or filled with blanks."""
    if cell_len(words) > cells:
        words = set_cell_size(words, max(cells - 2, 0)).rstrip() + ".."[:cells]
    return words + " " * (cells - cell_len(words))


def right(words: str, cells: int) -> str:
    """Return a text flush with the right edge of so many cells."""
    return " " * max(cells - cell_len(words), 0) + words


def wrap(words: str, cells: int, indent: str = "") -> list[str]:
    """
    Break a text into lines of at most so many cells.

    Lines break between words and between Japanese characters, never inside a number,
    a date or a name in Latin letters that fits into a line; closing punctuation
    never begins a line, opening brackets never end one.

    Parameters
    ----------
    words
        One paragraph.
    cells
        Width of a line with its indent.
    indent
        What every line after the first begins with.
    """
    lines = [""]
    for piece in _pieces(words, cells - cell_len(indent)):
        if cell_len(lines[-1] + piece.rstrip()) <= cells or not lines[-1].strip():
            lines[-1] += piece
        else:
            lines.append(indent + piece.lstrip())
    return [line.rstrip() for line in lines]


_PIECE = re.compile(
    r"[ ]+"
    r"|[（「『【]*(?:[!-~]*[(\[](?=[^ -~])[^ ]|[!-~]+|[^ ])"
    r"[),.:;!?\]、。，．・：；）」』】！？ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]*"
)


def _pieces(words: str, cells: int) -> Iterator[str]:
    """Yield what stays together; what is wider than a line is cut."""
    for found in _PIECE.finditer(words):
        piece = found.group()
        # A run of spaces has no head to cut off; as an indent it stays as it is.
        while piece.strip() and cell_len(piece) > cells > 1:
            head = set_cell_size(piece, cells).rstrip()
            yield head
            piece = piece[len(head) :]
        yield piece
