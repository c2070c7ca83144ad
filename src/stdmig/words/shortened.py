"""Words of a person that are told again, cut where they are too long (引用の短縮)."""

from __future__ import annotations

from dataclasses import replace

from stdmig.words.text import Text, text

LONGEST = 1_000
"""Characters of a value that a sentence repeats whole; hardly a path is longer."""

_KEPT = 60


def shortened(words: Text) -> Text:
    """
    Return a sentence whose overlong values are their beginning and their length.

    An argument may have as many characters as the system allows, and a message of a
    screen or more of them would hide what is wrong with it.
    """
    return replace(
        words, params=tuple((name, _short(value)) for name, value in words.params)
    )


def _short(value: object) -> object:
    if isinstance(value, Text):
        return shortened(value)
    return beginning_of(value) if isinstance(value, str) else value


def beginning_of(written: str) -> Text | str:
    """Return a text, or its beginning and its length where it is overlong."""
    if len(written) <= LONGEST:
        return written
    return text(
        "{beginning}… ({n} characters)", beginning=written[:_KEPT], n=len(written)
    )
