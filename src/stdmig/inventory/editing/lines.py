"""The lines around a place of a text: ends, indentation, comments (行)."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

_BREAK = re.compile(r"\r\n?|\n")


class Lines:
    """A text whose every line has an end, and its lines."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _BREAK.finditer(self.text))]

    def begin(self, at: int) -> int:
        """Return where the line of a place begins."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def after(self, at: int) -> int:
        """Return where the line after that of a place begins."""
        following = bisect_right(self._starts, at)
        return (
            self._starts[following] if following < len(self._starts) else len(self.text)
        )

    def column(self, at: int) -> int:
        """Return how far a place is from the beginning of its line."""
        return at - self.begin(at)

    def line(self, at: int) -> str:
        """Return the line of a place, without what ends it."""
        return self.text[self.begin(at) : self.after(at)].rstrip("\r\n")

    def before(self, at: int) -> str:
        """Return what stands on the line before a place."""
        return self.text[self.begin(at) : at]

    def is_blank(self, at: int) -> bool:
        """Return whether the line of a place is empty."""
        return not self.line(at).strip()

    def newline(self, at: int) -> str:
        """Return what ends the line of a place."""
        return self.text[self.begin(at) : self.after(at)][len(self.line(at)) :] or "\n"

    def past(self, at: int, column: int) -> int:
        """
        Return where what belongs to an entry ends, comments behind it included.

        Lines of comment that are indented further than the entry's own column can
        belong to nothing else; those at its column may be about what follows.
        """
        reached = here = self.after(at)
        while here < len(self.text):
            line = self.line(here)
            bare = line.lstrip(" \t")
            if bare and not (bare.startswith("#") and len(line) - len(bare) > column):
                break
            here = self.after(here)
            if bare:
                reached = here
        return reached

    def joined(self, lines: list[str], at: int) -> str:
        """Return new lines, each ended as the line of a place is."""
        end = self.newline(at)
        return "".join(line + end for line in lines)
