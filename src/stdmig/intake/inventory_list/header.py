"""Where the headings of a table stand (見出し行)."""

from __future__ import annotations

import re
from typing import NamedTuple

from stdmig.intake.inventory_list.column import Column, Meaning, meaning_of
from stdmig.intake.inventory_list.plain import one_line, plain
from stdmig.intake.sheet.sheet import Sheet

DEEPEST = 60
"""Rows from the top within which the headings begin."""

WIDEST = 200
"""Columns that are looked at."""

TALLEST = 4
"""Rows that headings take at most."""

IS_SECTION = re.compile(r".*(?:課|室|係|局|部|センター|委員会|事務所|班|支所)$")
"""What the name of a section ends in."""

_NAMING = ("system.id", "system.name", "unit.id", "unit.name", "contract.id")
_SELF_SUFFICIENT = ("municipality.name",)


class Header(NamedTuple):
    """
    The headings of a table.

    Attributes
    ----------
    top, below
        First row of the headings, and first row after them, from 0.
    columns
        The columns that are understood, from the left.
    others
        Index and heading of those that are not, with the column that was preferred
        where there is one of the same meaning.
    """

    top: int
    below: int
    columns: tuple[Column, ...]
    others: tuple[tuple[int, str, Column | None], ...]

    @property
    def fields(self) -> frozenset[str]:
        """Return what the columns tell of."""
        return frozenset(column.meaning.field for column in self.columns)


def find_header(sheet: Sheet) -> Header | None:
    """
    Return the headings under which most columns are understood, or None.

    Of headings that explain equally many columns the lowest and shortest count; the
    groups above them are taken along for what they say of their columns.
    """
    best: tuple[int, int, int] | None = None
    deepest = min(len(sheet.rows), DEEPEST)
    for top in range(deepest):
        for height in range(1, min(TALLEST, len(sheet.rows) - top) + 1):
            score = len(_distinct(_meanings(sheet, top, top + height)))
            if best is None or (score, -height) > (best[0], -best[2]):
                best = score, top, height
    if best is None:
        return None
    _, top, height = best
    below = top + height
    while top > 0 and below - top < TALLEST and _is_group_row(sheet, top - 1):
        top -= 1
    header = _header(sheet, top, below)
    return header if _is_of_a_list(header) else None


def _is_of_a_list(header: Header) -> bool:
    fields = header.fields
    if fields & set(_SELF_SUFFICIENT):
        return True
    return len(fields) >= 2 and bool(fields & set(_NAMING))


def _is_group_row(sheet: Sheet, row: int) -> bool:
    texts = {one_line(cell.value) for cell in sheet.rows[row]} - {""}
    words = [text for text in texts if len(text) <= 20]
    return len(words) >= 2 and len(words) == len(texts)


def heading_parts(sheet: Sheet, top: int, below: int, index: int) -> tuple[str, ...]:
    """Return what stands above a column, from the top, each text once."""
    parts: list[str] = []
    for row in range(top, below):
        written = one_line(sheet.rows[row][index].value)
        if not written and any(_below_filled(sheet, row, below, index)):
            # A group that was not merged, or whose merging a CSV forgot.
            written = _group_to_the_left(sheet, row, below, index)
        if written and written not in parts[-1:]:
            parts.append(written)
    return tuple(parts)


def _below_filled(sheet: Sheet, row: int, below: int, index: int) -> list[bool]:
    return [
        bool(one_line(sheet.rows[each][index].value)) for each in range(row + 1, below)
    ]


def _group_to_the_left(sheet: Sheet, row: int, below: int, index: int) -> str:
    for left in range(index - 1, -1, -1):
        if written := one_line(sheet.rows[row][left].value):
            return written if any(_below_filled(sheet, row, below, left)) else ""
    return ""


def _meanings(sheet: Sheet, top: int, below: int) -> list[Meaning | None]:
    width = min(len(sheet.rows[top]), WIDEST)
    return [
        meaning_of(heading_parts(sheet, top, below, place)) for place in range(width)
    ]


def _distinct(meanings: list[Meaning | None]) -> set[tuple[str, int]]:
    return {(each.field, each.turn) for each in meanings if each is not None}


def _header(sheet: Sheet, top: int, below: int) -> Header:
    taken: dict[str, Column] = {}
    others: list[tuple[int, str, Column | None]] = []
    for index in range(min(len(sheet.rows[top]), WIDEST)):
        parts = heading_parts(sheet, top, below, index)
        if not parts:
            continue
        heading = " ＞ ".join(parts)
        meaning = _by_values(sheet, below, index, parts)
        if meaning is None:
            others.append((index, heading, None))
            continue
        column = Column(index, heading, meaning, sheet.place(below - 1, index))
        if column.key in taken:
            others.append((index, heading, taken[column.key]))
        else:
            taken[column.key] = column
    if "system.state#0" not in taken and (since := taken.pop("system.since#0", None)):
        # Of the present system as likely as of the new one.
        others.append((since.at, since.heading, None))
    if "system.designated#0" not in taken and "system.state#0" not in taken:
        planned = taken.pop("designated.completion#0", None)
        if planned is not None:
            others.append((planned.at, planned.heading, None))
    return Header(top, below, tuple(taken.values()), tuple(others))


def _by_values(
    sheet: Sheet, below: int, index: int, parts: tuple[str, ...]
) -> Meaning | None:
    """Return what a heading means where only its values tell: 所管 and 担当."""
    meaning = meaning_of(parts)
    if meaning is None or plain(parts[-1]) not in ("所管", "担当"):
        return meaning
    words = [one_line(row[index].value) for row in sheet.rows[below:]]
    words = [each for each in words if each]
    sections = [each for each in words if IS_SECTION.fullmatch(each)]
    if len(sections) * 2 >= len(words) > 0:
        return Meaning("unit.section")
    return None if plain(parts[-1]) == "担当" else meaning


def is_repeated(sheet: Sheet, header: Header, row: int) -> bool:
    """Return whether a row below says the headings again."""
    cells = sheet.rows[row]
    filled = [place for place, cell in enumerate(cells) if one_line(cell.value)]
    same = [
        place
        for place in filled
        if plain(one_line(cells[place].value))
        in {
            plain(part)
            for part in heading_parts(sheet, header.top, header.below, place)
        }
    ]
    return len(same) >= 2 and len(same) * 2 >= len(filled)


def lies_on_its_side(sheet: Sheet) -> bool:
    """Return whether the headings stand below each other in a first column."""
    width = max((len(row) for row in sheet.rows), default=0)
    for index in range(min(width, 3)):
        column = [one_line(row[index].value) for row in sheet.rows]
        found = [meaning_of((text,)) if text else None for text in column]
        if len(_distinct(found)) >= 4:
            return True
    return False
