"""Replacements in a text, all against the same original (差替え)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from stdmig.words import Text, text


class Patch(NamedTuple):
    """What stands from `start` up to `end` becomes `text`."""

    start: int
    end: int
    text: str


class UnsafeError(Exception):
    """A change that could harm what somebody wrote; caught within this package."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.message)
        self.why = why


def apply(
    original: str, patches: Iterable[Patch], start: int = 0, end: int | None = None
) -> str:
    """
    Return a text, or its part from `start` to `end`, with patches made in it.

    Patches at the same place are made in the order in which they come, insertions
    before what replaces something.

    Raises
    ------
    UnsafeError
        Where two replace the same characters.
    """
    end = len(original) if end is None else end
    parts, at = [], start
    for patch in sorted(patches, key=lambda patch: patch[:2]):
        if patch.start < at or patch.end > end:
            raise UnsafeError(text("two changes meet in the same place"))
        parts += [original[at : patch.start], patch.text]
        at = patch.end
    return "".join([*parts, original[at:end]])
