"""Which of the 20 systems a name means (業務の判別)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from stdmig.intake.inventory_list.system_names import (
    ALONE,
    BEYOND,
    GENERAL,
    SEVERAL_ALONE,
    SEVERAL_WITHIN,
    WITHIN,
)
from stdmig.inventory import STATUTORY

_APART = "|"
_SEPARATORS = re.compile(r"[・･/,、。()\[\]【】<>〈〉「」+&~＋＆\s_:;\-]+")
_SPELLINGS = (
    ("障がい", "障害"),
    ("障碍", "障害"),
    ("子供", "子ども"),
    ("こども", "子ども"),
    ("コドモ", "子ども"),
    ("付票", "附票"),
    ("扶養手當", "扶養手当"),
    ("ー", ""),
)


class Recognised(NamedTuple):
    """
    What a name tells.

    Attributes
    ----------
    systems
        Ids of the systems that it names without doubt.
    candidates
        Ids of those that it can mean, in the order of the law; empty where the name
        says nothing.
    beyond
        Whether it is known as the name of something that is none of the 20.
    exact
        Whether nothing but the system's name and general words stand in it.
    """

    systems: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    beyond: bool = False
    exact: bool = False

    @property
    def sure(self) -> str | None:
        """Return the one system that is meant, or None."""
        return self.systems[0] if len(self.systems) == 1 else None


class _Meaning(NamedTuple):
    systems: frozenset[str]
    certain: bool


@lru_cache(maxsize=4096)
def recognise(written: str) -> Recognised:
    """
    Return which systems a name means.

    The longest known name counts first, so that 児童扶養手当 is never read as 児童手当
    nor 戸籍の附票 as 戸籍.
    """
    spelled = _spelled(written)
    if (own := _by_id(written)) is not None:
        return Recognised((own,), (own,), exact=True)
    rest = []
    # Names with a mark in the middle, such as 子ども・子育て支援, span two parts.
    names = [_joined(match[0]) for match in _NAMES.finditer(spelled)]
    left = _NAMES.sub(_APART, spelled) if names else spelled
    kinds = any(part in _KINDS_OF_TAXPAYERS for part in left.split(_APART))
    # 住民税（法人）: what stands beside it says whose, and the name alone does not.
    found = [_MEANINGS[name] for name in names if not (kinds and name in _RESIDENT_TAX)]
    resident = all(each.systems <= _OF_RESIDENT_TAX for each in found)
    for part in left.split(_APART):
        if part in _KINDS_OF_TAXPAYERS and not resident:
            continue
        bare = _without_general(part)
        named = _SORT.sub("", part)
        meaning = next(
            (_ALONE[each] for each in (part, named, bare) if each in _ALONE), None
        )
        if meaning is not None:
            found.append(meaning)
        elif bare:
            rest.append(bare)
    whole = _ALONE.get(_SORT.sub("", _joined(spelled)))
    if whole is not None and not any(each.certain for each in found):
        found, rest = [whole], []
    return _weighed(found, exact=not rest)


def is_one_name(written: str) -> bool:
    """Return whether a text with a mark in it is a single known name."""
    joined = _joined(_spelled(written))
    bare = _SORT.sub("", joined)
    return bool({joined, bare} & (_MEANINGS.keys() | _ALONE.keys()))


def _weighed(found: list[_Meaning], *, exact: bool) -> Recognised:
    certain = {key for each in found if each.certain for key in each.systems}
    possible = {key for each in found if not each.certain for key in each.systems}
    beyond = any(not each.systems for each in found)
    if certain:
        # 税総合（固定資産税）: the narrower word says which of the several.
        ordered = _in_order(certain)
        return Recognised(ordered, ordered, exact=exact and not beyond)
    return Recognised((), _in_order(possible), beyond and not possible, exact)


def _in_order(ids: set[str]) -> tuple[str, ...]:
    return tuple(key for key in STATUTORY if key in ids)


def _by_id(written: str) -> str | None:
    plain = written.strip().casefold()
    for key, name in STATUTORY.items():
        if plain in (key, (name.en or "").casefold()):
            return key
    return None


def _spelled(written: str) -> str:
    text = unicodedata.normalize("NFKC", written).upper()
    text = _SEPARATORS.sub(_APART, text)
    for spelling, common in _SPELLINGS:
        text = text.replace(spelling, common)
    return text


def _joined(spelled: str) -> str:
    return spelled.replace(_APART, "")


def _without_general(part: str) -> str:
    return _GENERAL.sub("", part)


def _words(listed: str) -> list[str]:
    return [_spelled(word) for word in listed.split()]


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    # The mark inside a name may be left out: 子ども子育て支援.
    spellings = [re.escape(word).replace(re.escape(_APART), r"\|?") for word in longest]
    return re.compile("|".join(spellings))


def _table(
    certain: dict[str, str], several: dict[str, str], beyond: str = ""
) -> dict[str, _Meaning]:
    table = {
        _joined(word): _Meaning(frozenset([key]), certain=True)
        for key, words in certain.items()
        for word in _words(words)
    }
    for words, ids in several.items():
        meant = frozenset(ids.split()) or frozenset(STATUTORY)
        for word in _words(words):
            table[_joined(word)] = _Meaning(meant, certain=False)
    for word in _words(beyond):
        table[_joined(word)] = _Meaning(frozenset(), certain=False)
    return table


_MEANINGS = _table(WITHIN, SEVERAL_WITHIN, BEYOND)
_ALONE = _table(ALONE, SEVERAL_ALONE)
_NAMES = _pattern(
    [
        word
        for listed in (*WITHIN.values(), *SEVERAL_WITHIN, BEYOND)
        for word in _words(listed)
    ]
)
_SORT = re.compile(r"(?:システム|業務|事務|管理|情報)+$")
_OF_RESIDENT_TAX = frozenset({"kojin", "hojin"})
_RESIDENT_TAX = frozenset(
    _joined(word) for word in _words(WITHIN["kojin"]) if not word.startswith("個人")
)
"""Names of the resident tax that leave open whose it is (個人・法人)."""
_KINDS_OF_TAXPAYERS = ("個人", "法人")
_GENERAL = _pattern(_words(GENERAL))
