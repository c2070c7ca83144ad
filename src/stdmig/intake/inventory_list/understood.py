"""What was understood of a list, for a person to look over (読み取りの結果)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stdmig.diagnostics import Location
from stdmig.diagnostics.location import column_letters
from stdmig.intake.inventory_list.inquiry import Remark
from stdmig.intake.inventory_list.skipping import Skipped
from stdmig.intake.question import Question
from stdmig.inventory.draft import Draft
from stdmig.inventory.list_columns import LIST_COLUMNS
from stdmig.words import Name, Readable, Text


class ReadSheet(NamedTuple):
    """
    A sheet, and what of it was read.

    Attributes
    ----------
    name
        None in a CSV.
    rows
        How many rows tell of something.
    why_not
        Why it was not read; None where it was.
    """

    file: str
    name: str | None
    rows: int = 0
    why_not: Text | None = None


class ReadColumn(NamedTuple):
    """
    A column that was read.

    Attributes
    ----------
    letters
        What a spreadsheet calls it.
    heading
        As it stands above it.
    field
        ``owner.key`` as in `LIST_COLUMNS`, or one of `HEADINGS`.
    title
        What it was read as, in words.
    """

    place: Location
    letters: str
    heading: str
    field: str
    title: Readable


class UnreadColumn(NamedTuple):
    """A column that was not read; `instead` names the one that was, if any."""

    place: Location
    letters: str
    heading: str
    instead: str | None


class Understood(NamedTuple):
    """
    A list as it was understood.

    Attributes
    ----------
    draft
        All that is settled; what a question is open about is not in it.
    columns, unread, skipped
        What was read as what, what was not read, and rows that are no entries.
    questions
        What is open; with answers to all of them, more can come up.
    remarks
        How doubtful things were read.
    sheets
        All sheets of the file, in its order.
    """

    draft: Draft
    columns: tuple[ReadColumn, ...] = ()
    unread: tuple[UnreadColumn, ...] = ()
    questions: tuple[Question, ...] = ()
    remarks: tuple[Remark, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    sheets: tuple[ReadSheet, ...] = ()


_TITLES: Mapping[str, Readable] = {
    f"{column.owner}.{column.key}": column.heading for column in LIST_COLUMNS
} | {
    "contract.period": Name("契約期間", "Contract period"),
    "contract.terms": Name("契約形態", "Kind and form of contract"),
    "contract.long": Name("長期継続契約", "Multi-year contract"),
    "contract.single": Name("単年度契約", "Single-year contract"),
    "contract.length": Name("契約年数", "Length of contract"),
    "contract.fee": Name("利用料", "Fee"),
    "system.state": Name("移行状況", "State of the migration"),
    "system.since": Name("標準準拠システムの稼働日", "Live since"),
    "system.designated": Name("特定移行支援システム", "Designated system"),
    "designated.completion": Name("移行完了予定時期", "Planned completion"),
    "row.number": Name("番号", "Number of the row"),
}


def title_of(field: str) -> Readable:
    """Return what a field is called on screen."""
    return _TITLES[field]


def letters_of(place: Location) -> str:
    """Return what a spreadsheet calls the column of a cell."""
    return column_letters(place.column)
