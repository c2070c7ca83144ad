"""How wide a text is on a Japanese console (文字幅)."""

from __future__ import annotations

import unicodedata


def wide(words: str) -> int:
    """Return how many cells a text takes where ambiguous characters take two."""
    return sum(
        0
        if unicodedata.combining(each) or unicodedata.category(each) == "Cf"
        else 2
        if unicodedata.east_asian_width(each) in "WFA"
        else 1
        for each in words
    )


def doubtful(words: str) -> set[str]:
    """Return the characters that take one cell on some consoles, two on others."""
    return {each for each in words if unicodedata.east_asian_width(each) == "A"}
