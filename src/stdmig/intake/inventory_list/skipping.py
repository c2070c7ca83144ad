"""Rows that are no entries: totals, notes, headings again (明細でない行)."""

from __future__ import annotations

import re
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.intake.inventory_list.header import Header, is_repeated
from stdmig.intake.inventory_list.header_columns import IS_SECTION
from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.inventory_list.recognise import recognise
from stdmig.intake.sheet.sheet import Sheet
from stdmig.words import Text, text

_TOTAL = re.compile(r"(?:小|合|総|累|中)?計|総合計|合計額|平均|件数計?|TOTAL")


_NOTE = re.compile(r"[※*＊]|注[:0-9)]|\(注|備考:|【?(?:凡例|注記|記入)")


_EXAMPLE = re.compile(r"\(?記?入?例\)?|記載例|サンプル")


_STRUCK = re.compile(r"欠番?|削除|廃止|除外")


class Skipped(NamedTuple):
    """
    A row that is not taken for an entry, with what it shows and why.

    Attributes
    ----------
    is_entry
        Whether its author may have meant it for one all the same.
    """

    place: Location
    shows: str
    why: Text
    is_entry: bool = True


def without_rows(
    faults: list[Diagnostic], skipped: tuple[Skipped, ...]
) -> list[Diagnostic]:
    """
    Return what is wrong with cells, but in rows that are no entries (``STD021``).

    A formula in a total that was never calculated matters to nobody.
    """
    rows = {(e.place.sheet, e.place.line) for e in skipped if not e.is_entry}
    return [
        fault
        for fault in faults
        if fault.code != "STD021"
        or (fault.location.sheet, fault.location.line) not in rows
    ]


def why_skipped(
    sheet: Sheet, header: Header, index: int, shown: list[tuple[int, str]]
) -> Text | None:
    """Return why a row is no entry, or None where it may be one."""
    first = folded(shown[0][1])
    own = [words for place, words in shown if not sheet.rows[index][place].spread]
    if is_repeated(sheet, header, index):
        return text("repeats the headings")
    if any(_TOTAL.fullmatch(folded(words)) for _, words in shown[:2]):
        return text("a total")
    if _NOTE.match(first) and len(own) <= 2:
        return text("a note")
    if _EXAMPLE.fullmatch(first):
        return text("an example of how to fill in the list")
    if _STRUCK.fullmatch(first):
        return text("struck off by its author")
    if _numbers_the_columns(shown):
        return text("numbers the columns")
    if len(own) <= 1 and _says_nothing(header, shown):
        return text("a single cell that names no system")
    return None


def _numbers_the_columns(shown: list[tuple[int, str]]) -> bool:
    marks = [folded(words).strip("().") for _, words in shown]
    numbers = [str(number) for number in range(1, len(marks) + 1)]
    letters = [chr(ord("A") + number) for number in range(min(len(marks), 26))]
    return len(marks) >= 3 and marks in (numbers, letters)


def _says_nothing(header: Header, shown: list[tuple[int, str]]) -> bool:
    """Return whether the only cell filled in neither names a system nor a section."""
    fields = {column.at: column.meaning.field for column in header.columns}
    if any(field.startswith("municipality.") for field in fields.values()):
        return False
    if len({words for _, words in shown}) > 1 or group_named(header, shown):
        return False
    told = [words for place, words in shown if fields.get(place, "") in _NAMES]
    known = recognise(shown[0][1])
    return not told or not (known.candidates or known.beyond)


_NAMES = ("system.id", "system.name", "unit.name", "unit.id", "contract.id")


def group_named(header: Header, shown: list[tuple[int, str]]) -> str | None:
    """Return the section that a row of one cell names for the rows below it."""
    if len({words for _, words in shown}) != 1:
        return None
    words = shown[0][1].strip("【】[]<>〈〉《》()（）■●◆◇○□・ 　")
    wide = len(shown) == 1 and len(words) <= 20
    if not wide or not IS_SECTION.fullmatch(words):
        return None
    column = next((each for each in header.columns if each.at == shown[0][0]), None)
    own = column is not None and column.meaning.field == "unit.section"
    return None if own and words == shown[0][1] else words
