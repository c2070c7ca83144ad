"""Every real folder once (同じフォルダーの重複除去)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def once(places: Iterable[Path]) -> Iterator[Path]:
    """Yield every real folder once, under its first name."""
    seen: set[object] = set()
    for place in places:
        real = _identity(place)
        if real not in seen:
            seen.add(real)
            yield place


def _identity(place: Path) -> object:
    try:
        found = os.stat(place)
    except (OSError, ValueError):
        return os.path.abspath(place)
    # Some file systems number nothing.
    number = found.st_dev, found.st_ino
    return number if found.st_ino else os.path.realpath(place)
