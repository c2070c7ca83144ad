"""What was said of an old value and still stands beside the new one (要確認)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from stdmig.inventory.quoted import quoted
from stdmig.words import Text, text

_SAYINGS = ("source", "confirmed_by", "confirmed_on", "assumed")
_OF_ITSELF = frozenset((*_SAYINGS, "note", "id"))


def remark_on(
    mapping: Mapping[str, object], key: str, told: Collection[str]
) -> Text | None:
    """
    Return what to look at when a value of a mapping changes.

    Source, confirmation and the mark of a guess were written about the old value. They
    are somebody's word and stay; a person decides.

    Parameters
    ----------
    told
        The keys that a draft says something of; what it says itself needs no remark.
    """
    sayings = [
        f"{each}: {quoted(mapping[each])}"
        for each in _SAYINGS
        if mapping.get(each) not in (None, "false") and each not in told
    ]
    if key in _OF_ITSELF or not sayings:
        return None
    return text(
        "this was said of the old value and still stands there: {sayings}; check it",
        sayings=", ".join(sayings),
    )
