"""Whose row of the form it is (団体の判別)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from stdmig.intake.inventory_list.plain import folded, one_line
from stdmig.intake.sheet.sheet import CellValue
from stdmig.inventory.prefectures import PREFECTURES, prefecture_of
from stdmig.inventory.systems import Municipality

_DISTRICT = re.compile(r"^.{1,6}?郡(?=.{1,6}[町村]$)")
_DIGITS = re.compile(r"[0-9]{4,6}")


class Whose(NamedTuple):
    """
    What a row says of its municipality.

    Attributes
    ----------
    prefecture, code, name
        As they were read; None where the form has no such column, or nothing in it.
    """

    prefecture: str | None
    code: str | None
    name: str | None

    @classmethod
    def of(
        cls,
        prefecture: CellValue | None,
        code: CellValue | None,
        name: CellValue | None,
    ) -> Whose:
        """Return what three cells say."""
        return cls(_words(prefecture), _digits(code), _words(name))

    @property
    def is_empty(self) -> bool:
        """Return whether no cell says anything."""
        return self.code is None and self.name is None


def is_meant(whose: Whose, town: Municipality) -> bool:
    """
    Return whether a row is that of a municipality.

    Its code decides where both are known: six digits, five without the one that
    checks them, or without the zero that a spreadsheet takes off. Else the name does,
    with the prefecture where both are known: towns of one name there are several.
    """
    same_name = whose.name is not None and _bare(whose.name) == _bare(town.name)
    if whose.code is not None and town.code is not None:
        if whose.code in (town.code, town.code[:5]):
            return True
        if not town.code.startswith("0"):
            return False
        lost = whose.code in (town.code[1:], town.code[1:5])
        return lost and (same_name or whose.name is None)
    ours = prefecture_of(town.code)
    theirs = whose.prefecture
    if ours is None or theirs is None:
        return same_name
    return same_name and folded(theirs) == folded(PREFECTURES[ours].ja)


def _words(value: CellValue | None) -> str | None:
    return one_line(value) or None


def _digits(value: CellValue | None) -> str | None:
    written = re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", one_line(value)))
    return written if _DIGITS.fullmatch(written) else None


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    """Return a name without its prefecture and its district (郡)."""
    bare = folded(name)
    for prefecture in PREFECTURES.values():
        left = bare.removeprefix(prefecture.ja)
        if left and left != bare:
            bare = left
            break
    return _DISTRICT.sub("", bare)
