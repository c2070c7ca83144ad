"""Which columns are understood under a table's headings (列の特定)."""

from __future__ import annotations

import re

from stdmig.intake.inventory_list.column import FEES, Column, Meaning, meaning_of
from stdmig.intake.inventory_list.header import Header
from stdmig.intake.inventory_list.heading_cells import WIDEST, heading_parts
from stdmig.intake.inventory_list.headings import WEAK
from stdmig.intake.inventory_list.plain import one_line, plain
from stdmig.intake.inventory_list.recognise import recognise
from stdmig.intake.sheet.sheet import Sheet

IS_SECTION = re.compile(r".*(?:課|室|係|局|部|センター|委員会|事務所|班|支所)$")
"""What the name of a section ends in."""


def header_of(sheet: Sheet, top: int, below: int) -> Header:
    """Return the headings between two rows, with the columns that are understood."""
    taken: dict[str, Column] = {}
    others: list[tuple[int, str, Column | None]] = []
    weak: list[Column] = []
    for index in range(min(len(sheet.rows[top]), WIDEST)):
        parts = heading_parts(sheet, top, below, index)
        if not parts and not any(row[index].value for row in sheet.rows[below:]):
            continue
        heading = " ＞ ".join(parts)
        meaning = _by_values(sheet, below, index, parts) if parts else None
        if meaning is None:
            others.append((index, heading, None))
            continue
        column = Column(index, heading, meaning, sheet.place(below - 1, index))
        if _is_weak(parts, meaning):
            weak.append(column)
        else:
            _take(column, taken, others)
    for column in weak:
        named = next((e for e in taken.values() if e.meaning.field in _NAMED), None)
        if named is not None:
            others.append((column.at, column.heading, named))
        elif _names_systems(sheet, below, column.at):
            taken[column.key] = column
        else:
            others.append((column.at, column.heading, None))
    _leave_vague_standing(taken, others)
    columns = sorted(taken.values(), key=lambda each: each.at)
    return Header(top, below, tuple(columns), tuple(sorted(others, key=_by_index)))


def _leave_vague_standing(
    taken: dict[str, Column], others: list[tuple[int, str, Column | None]]
) -> None:
    """Put back columns of days that may as well be about the present system."""
    if "system.state#0" not in taken and (since := taken.pop("system.since#0", None)):
        # Of the present system as likely as of the new one.
        others.append((since.at, since.heading, None))
    if "system.designated#0" not in taken and "system.state#0" not in taken:
        planned = taken.pop("designated.completion#0", None)
        if planned is not None:
            others.append((planned.at, planned.heading, None))


_NAMED = ("system.id", "system.name")


def _by_index(other: tuple[int, str, Column | None]) -> int:
    return other[0]


def _take(
    column: Column,
    taken: dict[str, Column],
    others: list[tuple[int, str, Column | None]],
) -> None:
    """Take a column, the first of its meaning; of fees all that can be told apart."""
    meant = (column.meaning.field, column.meaning.turn)
    alike = [
        each
        for each in taken.values()
        if (each.meaning.field, each.meaning.turn) == meant
    ]
    same = [e for e in alike if same_fee(e.heading) == same_fee(column.heading)]
    if not alike:
        taken[column.key] = column
    elif column.meaning.field not in FEES or column.meaning.exact or same:
        others.append((column.at, column.heading, (same or alike)[0]))
    else:
        column = column._replace(nth=len(alike))
        taken[column.key] = column


def same_fee(heading: str) -> str:
    """Return a heading of fees without what it says of tax and unit."""
    return plain(re.sub(r"税[抜込別]き?み?|百万円|[千万]?円|単位", "", heading))


def _is_weak(parts: tuple[str, ...], meaning: Meaning) -> bool:
    last = plain(parts[-1])
    return meaning.field == "system.name" and last in _WEAK and not meaning.exact


_WEAK = frozenset(plain(word) for word in WEAK.split())


def _names_systems(sheet: Sheet, below: int, index: int) -> bool:
    """Return whether at least three cells of a column, or all, name systems."""
    words = [one_line(row[index].value) for row in sheet.rows[below:]]
    filled = [each for each in words if each]
    return 0 < min(3, len(filled)) <= naming_cells(filled)


def naming_cells(words: list[str]) -> int:
    """Return how many of some cells name one or more of the 20 systems."""
    return sum(bool(recognise(each).candidates) for each in words)


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
