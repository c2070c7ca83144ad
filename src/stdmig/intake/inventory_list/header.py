"""Where the headings of a table stand (見出し行)."""

from __future__ import annotations

import re
from typing import NamedTuple

from stdmig.intake.inventory_list.column import FEES, Column, Meaning, meaning_of
from stdmig.intake.inventory_list.headings import ENDS, STARTS, WEAK
from stdmig.intake.inventory_list.plain import one_line, plain
from stdmig.intake.inventory_list.recognise import recognise
from stdmig.intake.sheet.sheet import Sheet

DEEPEST = 60
"""Rows from the top within which the headings begin."""

WIDEST = 200
"""Columns that are looked at."""

TALLEST = 4
"""Rows that headings take at most."""

IS_SECTION = re.compile(r".*(?:課|室|係|局|部|センター|委員会|事務所|班|支所)$")
"""What the name of a section ends in."""

NAMES_SYSTEMS = frozenset({"system.id", "system.name", "unit.id", "unit.name"})
_NAMING = (*NAMES_SYSTEMS, "contract.id")
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


_OUR_OWN = (
    {"system.id", "unit.id", "contract.id"},
    {"contract.id", "contract.vendor", "contract.note"},
    {"municipality.name", "municipality.code", "municipality.lead_section"},
)
"""Headings that stand together nowhere but in the tables that we write ourselves."""


def is_our_list(header: Header) -> bool:
    """Return whether a table is one of those that we write, exact in its headings."""
    exact = {each.meaning.field for each in header.columns if each.meaning.exact}
    return any(own <= exact for own in _OUR_OWN)


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
            score = len(_distinct(_meanings(sheet, top, top + height)))
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
    return _header(sheet, top, below)


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
        and meaning.field in _NAMING
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


def is_of_a_list(header: Header) -> bool:
    """Return whether headings are those of a list of systems or contracts."""
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
