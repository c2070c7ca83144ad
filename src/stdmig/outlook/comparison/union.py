"""Keys of two tables in one order (和集合)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Key = TypeVar("Key")


def union(first: Iterable[Key], second: Iterable[Key]) -> tuple[Key, ...]:
    """Return the keys of the first in their order, then those of the second alone."""
    return tuple(dict.fromkeys((*first, *second)))
