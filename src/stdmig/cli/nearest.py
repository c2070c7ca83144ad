"""The nearest of the words that would have been known (候補)."""

from __future__ import annotations

from collections.abc import Iterable

from stdmig.words import Text, few, text

_MOST = 20
"""Known words that are told; of hundreds nobody would find the right one."""


def nearest(word: str, known: Iterable[str]) -> list[Text]:
    """Return a hint that names the known word nearest to an unknown one, if any is."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return [text("did you mean '{key}'?", key=key) for key in close]


def known_here(known: Iterable[str]) -> Text:
    """Return a hint that names the words that would have been known, up to a limit."""
    return text("known here: {keys}", keys=few(dict.fromkeys(known) or ("-",), _MOST))
