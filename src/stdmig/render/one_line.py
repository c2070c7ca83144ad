"""Names from a file as harmless text on one line (表示用の文字列)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stdmig.words import Readable, Style

# The full-width blank between family and given name is no line break, and stays.
_BLANKS = re.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")

UNSEEN = (
    # Controls but for tab and line feed, which each kind of output treats on its own.
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"
    # Line ends that only some programs take for one.
    r"\u2028\u2029"
    # Directions and their marks, and forms that old texts switched: they turn around or
    # change what follows them beyond the name's own end (UAX #9; Unicode, 23.3).
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
    # Notes between the lines, which have no lines here (Unicode, 23.8).
    r"\ufff9-\ufffb"
    # What is no character: XML forbids some of it.
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
)
"""What no output shows as it is, as the inside of a class of a regular expression."""

_UNSEEN = re.compile(rf"[\t\n{UNSEEN}]")


def one_line(written: str) -> str:
    """
    Return a text without line breaks and without what no file or console can show.

    Runs of blanks and line breaks become one blank; controls, directions, halves of
    surrogate pairs and other characters that XML forbids become U+FFFD, so that their
    place is still seen. Japanese characters beyond the first plane, variation selectors
    and joined emoji stay as they are.
    """
    return _UNSEEN.sub("\ufffd", _BLANKS.sub(" ", written).strip(" "))


def printable(written: str) -> str:
    """Return a text with U+FFFD for what `one_line` hides; all blanks stay."""
    return _UNSEEN.sub("\ufffd", written)


def shown_name(name: Readable, style: Style) -> str:
    """Return a name for a reader of `style`, on one line."""
    return one_line(name.into(style))
