"""What a user wrote, as it may be quoted in a message (引用)."""

from __future__ import annotations

LONGEST = 60
"""Characters of a value that are shown; the rest is cut off."""


def quoted(value: object) -> str:
    """Return a value on one line, short, and without what could steer a terminal."""
    written = str(value)
    if len(written) > LONGEST:
        written = written[: LONGEST - 3] + "..."
    return "".join([_printable(character) for character in written])


def _printable(character: str) -> str:
    if character.isspace():
        return " "
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"
