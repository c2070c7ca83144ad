"""A key or a mapping of a file in words: what a person is told of it (説明)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.words import Text, text


class Told(NamedTuple):
    """
    What is told of a key, or of a whole mapping.

    Attributes
    ----------
    title
        Its name on screen.
    meaning
        What it is; one sentence or two.
    omitted
        What then holds where the key is left out; None where it must not be.
    example
        How a value is written.
    keys
        Of a mapping: what is told of each key that it has of its own.
    """

    title: Text
    meaning: Text
    omitted: Text | None = None
    example: str | None = None
    keys: dict[str, Told] | None = None


AS_SHOWN = text("only where the finding shows it")
EMPTY = text("it is left empty")
EVERYWHERE = text("the price holds everywhere")
JAPANESE = text("the Japanese name is shown")
NO_NAME = text("it is not named")
NONE = text("there are none")
UNKNOWN = text("it counts as not known")
