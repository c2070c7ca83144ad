"""Columns that only their values tell, and only the person can name (列の確認)."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from stdmig.diagnostics.location import column_letters
from stdmig.intake.inventory_list.column import Column, Meaning
from stdmig.intake.inventory_list.header import NAMES_SYSTEMS, Header
from stdmig.intake.inventory_list.header_columns import naming_cells
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.periods import read_days
from stdmig.intake.inventory_list.plain import folded, one_line
from stdmig.intake.question import Choice, Question
from stdmig.intake.sheet.sheet import CellValue, Sheet
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, text

_ENOUGH = 3
"""Cells that show what a column holds; fewer where it has fewer."""

_VENDORS = {"unit.vendor", "contract.vendor", "contract.counterparty"}
_DAYS = {"contract.period", "contract.start", "contract.end", "contract.length"}
_MAY_NAME_SYSTEMS = {"contract.name", "unit.package"}
_FIRM = re.compile(
    r"株式会社|有限会社|合同会社|協同組合|\((?:株|有|同)\)|.社$|電算$|.ソフト$|計算センタ"
)


class _Filled(NamedTuple):
    """A column with its values below the headings."""

    at: int
    heading: str
    values: tuple[CellValue, ...]

    @property
    def letters(self) -> str:
        return column_letters(self.at + 1)

    @property
    def enough(self) -> int:
        """Return how many cells must be alike for the column to be of that kind."""
        return max(1, min(_ENOUGH, len(self.values)))

    def described(self) -> Text:
        """Return how a person finds the column."""
        sample = quoted(one_line(self.values[0]))
        if not self.heading:
            return text(
                "the column without a heading, such as '{sample}'", sample=sample
            )
        return text(
            "'{heading}', such as '{sample}'",
            heading=quoted(self.heading),
            sample=sample,
        )


def with_systems(
    sheet: Sheet, header: Header, mark: str, inquiry: Inquiry
) -> Header | None:
    """
    Return headings with the column of systems, None where there is none or it is open.

    Parameters
    ----------
    mark
        What the ids of questions end in where the file has several tables.
    """
    if header.fields & NAMES_SYSTEMS:
        return header
    others = _unread(sheet, header)
    others += [
        _Filled(each.at, each.heading, _values(sheet, header, each.at))
        for each in header.columns
        if each.meaning.field in _MAY_NAME_SYSTEMS
    ]
    counts = {each.at: naming_cells([*map(one_line, each.values)]) for each in others}
    likely = [each for each in others if counts[each.at] >= each.enough]
    if not likely or (max(counts.values()) < _ENOUGH and not header.fields):
        return None
    best = max(likely, key=lambda each: counts[each.at])
    rivals = [each for each in likely if counts[each.at] == counts[best.at]]
    question = Question(
        f"column.system{mark}",
        text(
            "No heading was understood as that of the systems (業務名). Which column"
            " names them?"
        ),
        (sheet.place(header.below - 1, 0),),
        (
            *(Choice(each.letters, each.described()) for each in others if each.values),
            Choice("none", text("none of them; this is no list of systems")),
        ),
        best.letters if len(rivals) == 1 else None,
    )
    answer = inquiry.ask(question, sheet.place(header.below - 1, 0))
    chosen = next((each for each in others if each.letters == answer), None)
    if chosen is None:
        return None
    return _with(sheet, header, chosen, "system.name")


def with_essentials(
    sheet: Sheet, header: Header, mark: str, inquiry: Inquiry
) -> Header:
    """Return headings with the columns of vendors and days, if others may be them."""
    if not header.fields & _VENDORS:
        header = _with_vendor(sheet, header, mark, inquiry)
    if not header.fields & _DAYS:
        header = _with_days(sheet, header, mark, inquiry)
    return header


def _with_vendor(sheet: Sheet, header: Header, mark: str, inquiry: Inquiry) -> Header:
    likely = [
        each
        for each in _unread(sheet, header)
        if sum(_is_firm(value) for value in each.values) >= each.enough
    ]
    if not likely:
        return header
    question = Question(
        f"column.vendor{mark}",
        text("No heading was understood as that of the vendors. Which column is it?"),
        (sheet.place(header.below - 1, likely[0].at),),
        (
            *(Choice(each.letters, each.described()) for each in likely),
            Choice("none", text("none of them")),
        ),
        likely[0].letters if len(likely) == 1 else None,
    )
    answer = inquiry.ask(question, sheet.place(header.below - 1, likely[0].at))
    for each in likely:
        if each.letters == answer:
            return _with(sheet, header, each, "unit.vendor")
    return header


def _is_firm(value: CellValue) -> bool:
    return isinstance(value, str) and bool(_FIRM.search(folded(value)))


def _with_days(sheet: Sheet, header: Header, mark: str, inquiry: Inquiry) -> Header:
    fields: dict[str, tuple[_Filled, str]] = {}
    choices: list[Choice] = []
    whole: list[_Filled] = []
    for each in _unread(sheet, header):
        if sum(_is_period(value) for value in each.values) >= each.enough:
            whole.append(each)
            fields[each.letters] = (each, "contract.period")
            choices.append(Choice(each.letters, each.described()))
        elif sum(_is_day(value) for value in each.values) >= each.enough:
            first = f"{each.letters}-first"
            fields[each.letters] = (each, "contract.end")
            fields[first] = (each, "contract.start")
            told = each.described()
            choices += [
                Choice(each.letters, text("{column}: the last day", column=told)),
                Choice(first, text("{column}: the first day", column=told)),
            ]
    if not choices:
        return header
    place = sheet.place(header.below - 1, next(iter(fields.values()))[0].at)
    question = Question(
        f"column.days{mark}",
        text(
            "No heading was understood as that of the contracts' days. Which column"
            " gives them?"
        ),
        (place,),
        (*choices, Choice("none", text("none of them"))),
        whole[0].letters if len(whole) == 1 else None,
    )
    answer = inquiry.ask(question, place)
    if answer is None or answer not in fields:
        return header
    return _with(sheet, header, *fields[answer])


def _is_period(value: CellValue) -> bool:
    if not isinstance(value, str):
        return False
    return any(span.start and span.end for span in read_days(value, "both").spans)


def _is_day(value: CellValue) -> bool:
    if isinstance(value, str):
        # A bare number can be anything.
        return not folded(value).isdigit() and bool(read_days(value, "last").spans)
    return isinstance(value, date)


def _unread(sheet: Sheet, header: Header) -> list[_Filled]:
    return [
        _Filled(index, heading, values)
        for index, heading, instead in header.others
        if instead is None and (values := _values(sheet, header, index))
    ]


def _values(sheet: Sheet, header: Header, index: int) -> tuple[CellValue, ...]:
    cells = [row[index] for row in sheet.rows[header.below :]]
    return tuple(
        cell.value
        for cell in cells
        if cell.value is not None and one_line(cell.value) and not cell.spread
    )


def _with(sheet: Sheet, header: Header, filled: _Filled, field: str) -> Header:
    place = sheet.place(header.below - 1, filled.at)
    column = Column(filled.at, filled.heading, Meaning(field), place)
    return header._replace(
        columns=tuple(sorted((*header.columns, column), key=lambda each: each.at)),
        others=tuple(each for each in header.others if each[0] != filled.at),
    )
