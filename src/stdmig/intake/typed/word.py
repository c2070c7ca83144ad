"""A name or a sentence as somebody typed it (名称・文)."""

from __future__ import annotations

from stdmig.inventory.source import control_character
from stdmig.words import Text, text

LONGEST = 1000
"""As much as a name or a sentence of the files may hold."""


def typed_word(written: str) -> str | Text:
    """Return a text without the blanks around it, or what is wrong with it."""
    word = " ".join(written.split("\n")).strip()
    if not word:
        return text("this is empty")
    if len(word) > LONGEST:
        return text(
            "this is longer than {limit} characters ({size})",
            limit=LONGEST,
            size=len(word),
        )
    return control_character(word) or word
