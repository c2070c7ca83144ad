"""Comments of a file, for somebody who has never seen YAML (説明の行)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from stdmig.inventory.writing.day import day_in_file
from stdmig.inventory.writing.hints import HINTS, Hint
from stdmig.inventory.writing.key_order import Owner
from stdmig.inventory.writing.scalar import UNSEEN, scalar
from stdmig.words import Name, Readable, Style, Text

_WIDEST = 79
_MEANINGS_FROM = 42
_LONGEST = 60
# What ends a line, what no file may hold, and halves of surrogate pairs.
_NOT_IN_A_LINE = re.compile(
    "[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)


def comment(words: Text, style: Style, column: int = 0) -> list[str]:
    """Return sentences as lines of comment; they say themselves where lines end."""
    lines = words.into(style).split("\n")
    return [f"{' ' * column}# {line}".rstrip() for line in lines]


def remark(words: Readable, style: Style) -> str:
    """
    Return a name as a remark behind something: on one line, and not too long.

    What no file may hold, and what would turn around the text behind it, becomes
    U+FFFD.
    """
    line = " ".join(words.into(style).split())
    line = UNSEEN.sub("\ufffd", _NOT_IN_A_LINE.sub("\ufffd", line))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def example(hint: Hint, style: Style) -> str:
    """Return the key of a hint with its example, as it would stand in the file."""
    value = hint.example
    if isinstance(value, date):
        value = scalar(day_in_file(value, style))
    return f"{hint.key}: {value.into(style) if isinstance(value, Name) else value}"


def hint_lines(owner: Owner, column: int, style: Style) -> Iterator[str]:
    """
    Yield what may be written, with the indentation that it has once ``# `` is gone.

    Its meaning stands behind each as a comment, or above it where there is no room.
    """
    for hint in HINTS[owner]:
        line = f"# {' ' * column}{example(hint, style)}"
        meaning = hint.meaning.into(style)
        room = _MEANINGS_FROM - cells(line)
        behind = f"{line}{' ' * room}# {meaning}"
        if room > 0 and cells(behind) <= _WIDEST:
            yield behind
        else:
            yield f"# {' ' * column}# {meaning}"
            yield line


def unknown_line(owner: Owner, key: str, column: int, style: Style) -> str:
    """Return the line for a value that nobody told yet, to be filled in."""
    hint = next(hint for hint in HINTS[owner] if hint.key == key)
    return f"{' ' * column}# {example(hint, style)}"


def cells(words: str) -> int:
    """Return how wide a text is on a Japanese screen."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in words)
    return len(words) + wide
