"""What stands above the columns of a table, and what it means (見出しのセル)."""

from __future__ import annotations

from stdmig.intake.inventory_list.column import Meaning, meaning_of
from stdmig.intake.inventory_list.plain import one_line
from stdmig.intake.sheet.sheet import Sheet

WIDEST = 200
"""Columns that are looked at."""


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


def meanings(sheet: Sheet, top: int, below: int) -> list[Meaning | None]:
    """Return what the headings between two rows mean, from the left."""
    width = min(len(sheet.rows[top]), WIDEST)
    return [
        meaning_of(heading_parts(sheet, top, below, place)) for place in range(width)
    ]


def distinct(found: list[Meaning | None]) -> set[tuple[str, int]]:
    """Return the different fields that some headings mean, with their turns."""
    return {(each.field, each.turn) for each in found if each is not None}
