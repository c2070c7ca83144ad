"""Systems by their numbers or names, as somebody typed them (業務の選択)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from stdmig.inventory import STATUTORY
from stdmig.inventory.alike import plain_name
from stdmig.words import LANGUAGES, Readable, Style, Text, listing, text

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
        Numbers of the list that was shown, spans of them, ids, names or what town
        halls call them, with commas or blanks between, in any width (``6-9、１５``,
        ``生活保護``, ``国保 住記``).
    offered
        Ids in the order in which they were numbered from 1.

    Returns
    -------
    The ids, or what is wrong with the first word that names none.
    """
    names = _names(offered)
    found: set[str] = set()
    for word in _words(written, names):
        ids = names.get(word) or _numbered(word, offered) or _called(word, offered)
        if isinstance(ids, Text):
            return ids
        if not ids:
            return _unknown(word, names, offered)
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
            named[plain_name(name)] = (each,)
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


def _called(word: str, offered: Sequence[str]) -> tuple[str, ...] | Text:
    """Return the system that goes by a word in town halls, if it is one."""
    # Its tables are large, and most answers are numbers.
    from stdmig.intake.inventory_list.recognise import recognise

    meant = recognise(word)
    if not meant.exact or len(meant.candidates) in (0, len(STATUTORY)):
        return ()
    for system in meant.systems:
        if system not in offered:
            return text("{system} is not among them", system=STATUTORY[system])
    if meant.systems:
        return meant.systems
    return text(
        "'{word}' can mean several: {systems}",
        word=word,
        systems=listing(_with_number(each, offered) for each in meant.candidates),
    )


def _unknown(
    word: str, names: dict[str, tuple[str, ...]], offered: Sequence[str]
) -> Text:
    if near := get_close_matches(word, names, n=1, cutoff=0.5):
        return text(
            "'{word}' is none of the systems; the nearest is {system}",
            word=word,
            system=_with_number(names[near[0]][0], offered),
        )
    return text(
        "'{word}' is none of the systems; write numbers from 1 to {last}, names or ids",
        word=word,
        last=len(offered),
    )


def _with_number(system: str, offered: Sequence[str]) -> Readable:
    name = STATUTORY[system]
    if system not in offered:
        return name
    return text("{system} ({number})", system=name, number=offered.index(system) + 1)
