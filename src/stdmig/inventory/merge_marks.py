"""What git writes into a file that two people changed at one place (競合の印)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdmig.words import text

UNMERGED = text("git could not merge two versions of this place")
TAKE_ONE = text(
    "keep what is right of the lines between <<<<<<< and >>>>>>>, and delete the lines"
    " with <<<<<<<, ======= and >>>>>>>"
)

_BEGINS = re.compile(r"^<{7} ", re.MULTILINE)
_ENDS = re.compile(r"^>{7} ", re.MULTILINE)


def merge_marks(written: str) -> Iterator[int]:
    """Yield where each conflict begins that git has marked and nobody has settled."""
    place = _BEGINS.search(written)
    while place is not None:
        end = _ENDS.search(written, place.end())
        if end is None:
            return
        yield place.start()
        place = _BEGINS.search(written, end.end())
