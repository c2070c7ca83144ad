"""Words that people type for a name, whatever their keyboard makes of it (表記ゆれ)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

Thing = TypeVar("Thing")


def plain_name(word: str) -> str:
    """Return a word regardless of width (ｺ, コ), capitals and blanks around it."""
    return unicodedata.normalize("NFKC", word).strip().casefold()


def meant(word: str, known: Mapping[str, Thing]) -> Thing | None:
    """
    Return what a typed word means among things by their names, or None.

    That is the thing of that very name, else the only one with a name that differs in
    nothing but width, capitals and blanks around it: two things that only these tell
    apart are never mixed up.
    """
    if word in known:
        return known[word]
    plain = plain_name(word)
    alike = [thing for name, thing in known.items() if plain_name(name) == plain]
    if not alike or any(each != alike[0] for each in alike):
        return None
    return alike[0]


def spelled(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that a typed one means, or None; see `meant`."""
    return meant(word, {each: each for each in known})
