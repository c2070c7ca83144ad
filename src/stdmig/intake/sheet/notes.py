"""What somebody attached to the cells of a worksheet (コメント・メモ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stdmig.intake.sheet.cell_value import clean_text
from stdmig.intake.sheet.limits import COLUMNS, ROWS
from stdmig.intake.sheet.xml_text import MAIN, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")

# Excel puts it, in its own language, before what people said in a thread (スレッド).
_THREAD = re.compile(r"\[[^]\n]*\]\n.*linkid=870924[^\n]*\n+[^\n]{1,30}\n", re.DOTALL)


def read_notes(root: Element) -> dict[tuple[int, int], str]:
    """
    Return the notes of a part of comments, by indices of the cells (from 0).

    The author's name, with which Excel lets a note begin, does not belong to it.
    """
    authors = [each.text or "" for each in root.iter(f"{MAIN}author")]
    notes = {}
    for comment in root.iter(f"{MAIN}comment"):
        place, body = _place(comment.get("ref", "")), comment.find(f"{MAIN}text")
        if place is None or body is None:
            continue
        words = _without_author(text_of(body), comment.get("authorId"), authors)
        note, _ = clean_text(_THREAD.sub("", words, count=1))
        if note is not None:
            notes[place] = note
    return notes


def _place(written: str) -> tuple[int, int] | None:
    match = _CELL.fullmatch(written)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(match[2])
    return (row - 1, column - 1) if row <= ROWS and column <= COLUMNS else None


def _without_author(words: str, number: str | None, authors: list[str]) -> str:
    if number is None or not number.isdecimal() or int(number) >= len(authors):
        return words
    author = authors[int(number)]
    for mark in (":\n", "：\n", ":\r\n"):
        if author and words.startswith(author + mark):
            return words[len(author + mark) :]
    return words
