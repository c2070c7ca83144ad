"""All, none or some of the systems, as somebody typed it (業務の選択、全て・なし)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from stdmig.intake.typed.systems import typed_systems
from stdmig.inventory.alike import plain_name
from stdmig.words import Text, text

_ALL = frozenset(("all", "すべて", "全て", "全部"))
_NONE = frozenset(("none", "なし", "無し"))


def is_all(written: str) -> bool:
    """Return whether a word means all of them."""
    return plain_name(written) in _ALL


def is_none(written: str) -> bool:
    """Return whether a word means none of them."""
    return plain_name(written) in _NONE


def typed_some(
    written: str, offered: Sequence[str], left: Collection[str]
) -> tuple[str, ...] | Text:
    """
    Return the ids of those that may still be named, or what is wrong.

    Parameters
    ----------
    written
        As `typed_systems` reads it, or one word for all or none of them.
    offered
        Ids in the order in which they were numbered.
    left
        Those of them that may be named; a span may well run over others.
    """
    if is_all(written):
        return tuple(each for each in offered if each in left)
    if is_none(written):
        return ()
    chosen = typed_systems(written, offered)
    if isinstance(chosen, Text):
        return chosen
    kept = tuple(each for each in chosen if each in left)
    return kept or text("write at least one number, such as 1")
