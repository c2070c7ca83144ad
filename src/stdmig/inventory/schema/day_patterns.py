"""Days and months as regular expressions, for editors (日付の書き方の型)."""

from __future__ import annotations

from stdmig.dates import ERAS

_ANY = r"\s*"
_DIGIT = "[0-9０-９]"
_KANJI = "[〇一二三四五六七八九十百千]"


def _spaced(word: str) -> str:
    return _ANY.join(word)


def _both_widths(characters: str) -> str:
    """Return a class of characters, each also in its full-width form."""
    wide = "".join(chr(ord(each) + 0xFEE0) for each in characters)
    return f"[{characters}{wide}]"


def _era() -> str:
    # The squares of four eras stand in one row of Unicode; 令和 came later.
    squares = "㍾㍽㍼㍻㋿"
    letters = "".join(era.letter + era.letter.lower() for era in ERAS)
    names = "|".join(_spaced(era.name) for era in ERAS)
    signs = "".join(era.name[0] for era in ERAS)
    return f"(?:{names}|[{signs}]|{_both_widths(letters)}|[{squares}])"


_COUNT = f"(?:元|{_DIGIT}{{1,3}}|{_KANJI}{{1,5}})"
_YEAR = f"(?:{_era()}{_ANY}{_COUNT}|{_DIGIT}{{4}}|{_KANJI}{{2,7}})"
_MONTH = f"(?:[0０]?[1-9１-９]|[1１][0-2０-２]|{_KANJI}{{1,3}})"
_DAY = f"(?:[0０]?[1-9１-９]|[12１２]{_DIGIT}|[3３][01０１]|{_KANJI}{{1,4}})"
# What Japanese keyboards give for each; the first two of hyphens are plain and wide.
_MARKS = (r"[-－\u2010\u2013\u2212ー]", "[/／]", "[.．]")


def _pattern(*spellings: str) -> str:
    return rf"^{_ANY}(?:{'|'.join(spellings)}){_ANY}$"


def _dates(*, month_is_enough: bool) -> str:
    often = "?" if month_is_enough else ""
    named = rf"{_YEAR}{_ANY}年{_ANY}{_MONTH}{_ANY}月(?:{_ANY}{_DAY}{_ANY}日){often}"
    marked = "|".join(
        rf"{mark}{_ANY}{_MONTH}(?:{_ANY}{mark}{_ANY}{_DAY}){often}" for mark in _MARKS
    )
    return _pattern(named, rf"{_YEAR}{_ANY}(?:{marked})")


DAY = _dates(month_is_enough=False)
"""A day: 2024-09-30, 令和6年9月30日, R6.9.30 and what else `parse_period` reads."""

DAY_OR_MONTH = _dates(month_is_enough=True)
"""A day, or a month without its day."""

DAY_OF_YEAR = _pattern(
    rf"{_MONTH}{_ANY}月{_ANY}{_DAY}{_ANY}日",
    *(rf"{_MONTH}{_ANY}{mark}{_ANY}{_DAY}" for mark in _MARKS[:2]),
)
"""A day of every year: 09-30, 9/30 or 9月30日."""
