"""Some of the systems, as somebody typed their numbers or names (業務の選択)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from stdmig.inventory import STATUTORY
from stdmig.words import LANGUAGES, Style, Text, text

_BETWEEN = re.compile(r"[,;\s、，；]+")
_SPAN = re.compile(r"([0-9]{1,4})\s*[-~〜‐‑–—−ー]\s*([0-9]{1,4})")


def typed_systems(
    written: str, offered: Sequence[str] = tuple(STATUTORY)
) -> tuple[str, ...] | Text:
    """
    Return the ids of the systems that were named, each once, in the order offered.

    Parameters
    ----------
    written
        Numbers of the list that was shown, spans of them, names or ids, with commas or
        blanks between; digits may be full-width (``6-9、１５``, ``生活保護``).
    offered
        Ids in the order in which they were numbered from 1.

    Returns
    -------
    The ids, or what is wrong with the first word that names none.
    """
    names = _names(offered)
    found: set[str] = set()
    for word in _words(written, names):
        ids = names.get(word) or _numbered(word, offered)
        if not ids:
            return _unknown(word, names, len(offered))
        found.update(ids)
    return tuple(each for each in offered if each in found)


def _words(written: str, names: dict[str, tuple[str, ...]]) -> Iterator[str]:
    plain = unicodedata.normalize("NFKC", written).strip()
    # English names hold blanks.
    for part in re.split("[,;、]", plain):
        if part.strip().casefold() in names:
            yield part.strip().casefold()
            continue
        closed = _SPAN.sub(r"\1-\2", part)
        yield from (word.casefold() for word in _BETWEEN.split(closed) if word)


def _names(offered: Sequence[str]) -> dict[str, tuple[str, ...]]:
    named: dict[str, tuple[str, ...]] = {}
    for each in offered:
        known = [STATUTORY[each].into(Style.of(language)) for language in LANGUAGES]
        for name in (each, *known):
            named[unicodedata.normalize("NFKC", name).casefold()] = (each,)
    return named


def _numbered(word: str, offered: Sequence[str]) -> tuple[str, ...]:
    span = _SPAN.fullmatch(word)
    first, last = span.groups() if span else (word, word)
    if not (first.isdecimal() and last.isdecimal()):
        return ()
    low, high = int(first), int(last)
    if not 1 <= low <= high <= len(offered):
        return ()
    return tuple(offered[low - 1 : high])


def _unknown(word: str, names: dict[str, tuple[str, ...]], last: int) -> Text:
    if near := get_close_matches(word, names, n=1, cutoff=0.5):
        return text(
            "'{word}' is none of the systems; did you mean '{key}'?",
            word=word,
            key=near[0],
        )
    return text(
        "'{word}' is none of the systems; write numbers from 1 to {last}, names or ids",
        word=word,
        last=last,
    )
