"""The nearest of the words that would have been known (候補)."""

from __future__ import annotations

from collections.abc import Iterable

from stdmig.words import Text, text


def nearest(word: str, known: Iterable[str]) -> list[Text]:
    """Return a hint that names the known word nearest to an unknown one, if any is."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return [text("did you mean '{key}'?", key=key) for key in close]
