"""What a console shows instead of a character that it lacks (表示できない文字)."""

from __future__ import annotations

import codecs

READABLE = "stdmig.readable"
"""Name of the handler of encoding errors: the nearest character, else an escape."""

_ALIKE = {
    # What Unix and macOS write where Windows has another code point of the same look.
    "\u301c": "\uff5e~",
    "\u2014": "\u2015-",
    "\u2016": "\u2225",
    "\u2212": "-",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2015": "-",
    "\uff0d": "\u2212-",
    "\u00a0": " ",
    "\u3000": " ",
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u00d7": "x",
    "\u2022": "*",
    "\u00b7": "*",
    "\u00a5": "\uffe5",
    "\u20a9": "\uffe6",
}
"""Characters of one look, the best first."""


def prepare_console() -> None:
    """Make known what stands for characters that a stream cannot encode."""
    codecs.register_error(READABLE, _nearest)


def _nearest(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return what is shown for the characters at fault, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_shown(each, error.encoding) for each in wrong), error.end


def _shown(character: str, encoding: str) -> str:
    for each in _ALIKE.get(character, ""):
        try:
            each.encode(encoding)
        except UnicodeEncodeError:
            continue
        return each
    return character.encode("ascii", "backslashreplace").decode("ascii")
