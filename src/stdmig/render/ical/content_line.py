"""Lines of iCalendar: escaped, and folded between characters (RFC 5545)."""

from __future__ import annotations

from stdmig.render.one_line import one_line

_OCTETS = 75
"""Longest line without its end, in octets of UTF-8 (RFC 5545, 3.1)."""


def content_line(name: str, value: str) -> str:
    """
    Return a property with its line end, folded where it is long.

    Parameters
    ----------
    name
        The property with its parameters.
    value
        As the format wants it; see `escaped`.
    """
    folded, used = [], 0
    for character in f"{name}:{value}":
        size = len(character.encode())
        if used + size > _OCTETS:
            folded.append("\r\n ")
            used = 1
        folded.append(character)
        used += size
    return "".join(folded) + "\r\n"


def escaped(*lines: str) -> str:
    """Return lines of text as the value of a property (RFC 5545, 3.3.11)."""
    return r"\n".join(map(_escaped, lines))


def _escaped(words: str) -> str:
    harmless = one_line(words).replace("\\", r"\\")
    return harmless.replace(";", r"\;").replace(",", r"\,")
