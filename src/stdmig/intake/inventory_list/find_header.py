"""Where the headings of a table stand (見出し行の特定)."""

from __future__ import annotations

from stdmig.intake.inventory_list.column import meaning_of
from stdmig.intake.inventory_list.header import NAMING, Header
from stdmig.intake.inventory_list.header_columns import header_of
from stdmig.intake.inventory_list.heading_cells import (
    WIDEST,
    distinct,
    heading_parts,
    meanings,
)
from stdmig.intake.inventory_list.headings import ENDS, STARTS
from stdmig.intake.inventory_list.plain import one_line, plain
from stdmig.intake.sheet.sheet import Sheet

DEEPEST = 60
"""Rows from the top within which the headings begin."""

TALLEST = 4
"""Rows that headings take at most."""


def find_header(sheet: Sheet) -> Header | None:
    """
    Return the headings under which most columns are understood, or None.

    They need not be those of a list: `is_of_a_list` tells.

    Of headings that explain equally many columns the lowest and shortest count; the
    groups above them are taken along for what they say of their columns.
    """
    best: tuple[int, int, int] | None = None
    deepest = min(len(sheet.rows), DEEPEST)
    for top in range(deepest):
        for height in range(1, min(TALLEST, len(sheet.rows) - top) + 1):
            score = len(distinct(meanings(sheet, top, top + height)))
            if best is None or (score, -height) > (best[0], -best[2]):
                best = score, top, height
    if best is None or not best[0]:
        return None
    _, top, height = best
    below = top + height
    while below - top < TALLEST and _goes_on(sheet, top, below):
        below += 1
    while top > 0 and below - top < TALLEST and _is_group_row(sheet, top - 1):
        top -= 1
    return header_of(sheet, top, below)


def _goes_on(sheet: Sheet, top: int, below: int) -> bool:
    """
    Return whether the headings go on in the row below them.

    They do where a heading is merged with the cell below it, or, in a CSV that forgot
    its merging, where that row only divides some of them: 年額 into 賃借料 and 保守料.
    """
    if below + 1 >= len(sheet.rows):
        return False
    cells = list(zip(sheet.rows[below - 1], sheet.rows[below], strict=True))
    if any(
        lower.spread and one_line(lower.value) == one_line(upper.value) != ""
        for upper, lower in cells
    ):
        return True
    own = [place for place, (_, lower) in enumerate(cells) if one_line(lower.value)]
    naming = [
        place
        for place in range(min(len(cells), WIDEST))
        if (meaning := meaning_of(heading_parts(sheet, top, below, place)))
        and meaning.field in NAMING
    ]
    if not own or not naming or set(own) & set(naming):
        return False
    return all(_divides(sheet, top, below, place) for place in own)


def _divides(sheet: Sheet, top: int, below: int, place: int) -> bool:
    """Return whether a cell below the headings divides the one above it."""
    value = sheet.rows[below][place].value
    words = one_line(value)
    if not isinstance(value, str):
        return False
    if meaning_of((words,)) is None and plain(words) not in _DAYS:
        return False
    whole = meaning_of(heading_parts(sheet, top, below + 1, place))
    return whole is not None


_DAYS = frozenset(plain(word) for word in (STARTS + " " + ENDS).split())


def _is_group_row(sheet: Sheet, row: int) -> bool:
    texts = {one_line(cell.value) for cell in sheet.rows[row]} - {""}
    words = [text for text in texts if len(text) <= 20]
    return len(words) >= 2 and len(words) == len(texts)


def lies_on_its_side(sheet: Sheet) -> bool:
    """Return whether the headings stand below each other in a first column."""
    width = max((len(row) for row in sheet.rows), default=0)
    for index in range(min(width, 3)):
        column = [one_line(row[index].value) for row in sheet.rows]
        found = [meaning_of((text,)) if text else None for text in column]
        if len(distinct(found)) >= 4:
            return True
    return False
