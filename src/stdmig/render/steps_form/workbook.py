"""A form of our own: municipality by system by step (業務別ステップ別進捗一覧)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from stdmig.inventory.prefectures import PREFECTURES, prefecture_of
from stdmig.inventory.progress import Status
from stdmig.inventory.status_words import MINISTRY_WORDS
from stdmig.inventory.steps import StepsFile
from stdmig.inventory.systems import Municipality, System
from stdmig.render.verbatim import Verbatim
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.look import CELL, HEAD
from stdmig.render.workbook.page import set_paper
from stdmig.words import Name, Style, text

SHEET = Name("業務別ステップ別進捗一覧")
"""What the ministry calls the sheet."""

# In the ministry's words whatever the language: it is the ministry that reads them.
_FIELDS = (("都道府県名", 10.0), ("団体コード", 11.0), ("市区町村名", 16.0))
_SYSTEM = ("業務名", 24.0)
_STATE = 9.0
_MADE = date(2021, 9, 1)
"""No clock is read: the day on which 標準化法 came into force."""


class FormRow(NamedTuple):
    """A system with the states of its steps; None where they are not known."""

    system: System
    states: Mapping[int, Status] | None


def form_workbook(
    town: Municipality, rows: Sequence[FormRow], table: StepsFile, *, sample: bool
) -> bytes:
    """
    Return the workbook: a row per system, a column per step, numbers above names.

    A cell is empty where the state is not known; each offers the four states.
    """
    book = Book(Style("ja"), SHEET.ja, _MADE)
    sheet = book.sheet(text("{name}", name=SHEET))
    names = {each.number: each.name for each in table.steps}
    steps = range(1, table.count + 1)
    fields = [*_FIELDS, _SYSTEM]
    heads: list[Value] = [head for head, _ in fields]
    sheet.put_row(0, [*heads, *steps], [HEAD] * (len(heads) + table.count))
    under: list[Value] = [None] * len(heads)
    under += [Verbatim(names[each]) if each in names else None for each in steps]
    sheet.put_row(1, under, [HEAD] * len(under))
    sheet.height(1, 48)
    for column, (_, width) in enumerate(fields):
        sheet.width(column, column, width)
    sheet.width(len(fields), len(fields) + table.count - 1, _STATE)
    name = f"{town.name}（見本）" if sample else town.name
    prefecture = prefecture_of(town.code)
    words = (prefecture and PREFECTURES[prefecture].ja, town.code, name)
    owner: list[Value] = [None if each is None else Verbatim(each) for each in words]
    look, state = CELL._replace(number="@"), CELL._replace(align="center")
    for row, (system, states) in enumerate(rows, start=2):
        known = states or {}
        cells = [
            MINISTRY_WORDS[known[each]] if each in known else None for each in steps
        ]
        line: list[Value] = [*owner, Verbatim(system.title.ja), *cells]
        looks = [look] * len(fields) + [state] * table.count
        sheet.put_row(row, line, looks)
    last = 1 + len(rows), len(fields) + table.count - 1
    for column in range(len(fields), last[1] + 1):
        sheet.offer(
            (2, max(last[0], 2)), column, list(MINISTRY_WORDS.values()), only=True
        )
    head = (text("{name}", name=Name(name)), text("{name}", name=SHEET), None)
    set_paper(sheet, head, head=1, last=last, first_column=len(fields))
    return book.close()
