"""Names in a cell, one after another (列挙)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from stdmig.words import Style, listing


def joined(names: Iterable[str], style: Style) -> str:
    """Return names with the comma of the language between them; none is no text."""
    return _comma(style).join(names)


@lru_cache(maxsize=16)
def _comma(style: Style) -> str:
    return listing(("", "")).into(style)
