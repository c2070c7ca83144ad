"""A new starts.yaml that a person can read, edit and commit (着手日のファイル)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from stdmig.inventory.starts import StartRow, StartsFile
from stdmig.inventory.template import Durations
from stdmig.inventory.writing.collection import Data, Remarked, entry_in_brackets
from stdmig.inventory.writing.comment import cells, remark
from stdmig.inventory.writing.whole_file import whole_file
from stdmig.words import Language, Style, text

_HEADER = text(
    "Days on which tasks are to start\n"
    "\n"
    "'stdmig level' wrote this file. Every command plans with these days. A task\n"
    "that is not listed starts as late as it can.\n"
    "\n"
    "durations  Which durations they were counted with: likely, maximum, minimum\n"
    "starts     One task a line\n"
    "           task   its id, as the plan shows it\n"
    "           start  the first day of the work (2027-09-01, R9.9.1)\n"
    "To choose another day, write it behind 'start:'. So that 'stdmig level' does\n"
    "not move it, add ', fixed: true' behind it. What follows '#' is a remark.\n"
    "After every change run 'stdmig check': it says what is wrong, and where."
)
_WIDEST = 56
_NUMBER = re.compile(r"[0-9]{1,3}")


def new_starts_yaml(
    rows: Iterable[StartRow], durations: Durations, language: Language
) -> bytes:
    """
    Write a whole ``starts.yaml``, the earliest start first.

    Parameters
    ----------
    rows
        Each task once.
    durations
        Which the starts were counted with.
    language
        Of the comments.
    """
    style = Style.of(language)
    lines = _lines(sorted(rows, key=in_order), durations, style)
    return whole_file(StartsFile, _HEADER, lines, style)


def _lines(rows: list[StartRow], durations: Durations, style: Style) -> Iterator[str]:
    yield ""
    yield f"durations: {durations}"
    yield ""
    yield "starts:" if rows else "starts: []"
    entries = [start_entry(row, row.start, style) for row in rows]
    written = [f"  - {entry_in_brackets(entry)}" for entry in entries]
    wide = max((cells(line) for line in written if cells(line) <= _WIDEST), default=0)
    for entry, line in zip(entries, written, strict=True):
        room = " " * max(wide - cells(line), 0)
        yield f"{line}{room}  # {entry.remark}" if entry.remark else line


def start_entry(
    row: StartRow, day: date | str, style: Style, *, flat: bool = True
) -> Remarked:
    """Return a start as an entry of the file, with its day as it is written there."""
    values: dict[str, Data] = {"task": row.task, "start": day}
    if row.fixed:
        values["fixed"] = True
    behind = "" if row.title is None else remark(row.title, style)
    return Remarked(values, behind, flat=flat)


def in_order(row: StartRow) -> tuple[date, int, str]:
    """Return the order of starts: the earliest first, then by item and id."""
    number = _NUMBER.match(row.task)
    return row.start, int(number[0]) if number else 0, row.task
