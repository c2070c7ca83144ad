"""What one activity's option allows another (活動間の制約)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Link: TypeAlias = tuple[int, Sequence[int], Sequence[int]]
"""Another activity, a limit to one's own option per option of it, and the reverse."""


def last_before(first: Sequence[int], size: int) -> list[int]:
    """Return, per option of an arc's `after`, the last of its `before` (−1: none)."""
    found: list[int] = []
    for option, least in enumerate(first):
        if least > len(found):
            found.extend([option - 1] * (min(least, size) - len(found)))
    found.extend([len(first) - 1] * (size - len(found)))
    return found
