"""What a form asks beside the list of systems: its sheets and columns (調査票の列)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from stdmig.inventory.designation import REASONS
from stdmig.inventory.list_columns import LIST_COLUMNS, ListColumn
from stdmig.words import LANGUAGES, Name, Style

Kind = Literal["key", "text", "choice", "day", "number"]
"""What a cell holds; a key tells the rows apart."""


class FormColumn(NamedTuple):
    """
    A column of a form.

    Attributes
    ----------
    key
        What it tells of.
    heading
        What stands above it.
    kind
        What its cells hold.
    """

    key: str
    heading: Name
    kind: Kind


_KEYS = (
    FormColumn("id", Name("業務ID", "System id"), "key"),
    FormColumn("name", Name("業務名", "System"), "key"),
)

DESIGNATED_COLUMNS: tuple[FormColumn, ...] = (
    *_KEYS,
    FormColumn(
        "designated", Name("特定移行支援システム", "Designated system"), "choice"
    ),
    FormColumn("reason", Name("事由", "Reason"), "choice"),
    FormColumn("explanation", Name("理由", "Explanation"), "text"),
    FormColumn("completion", Name("移行完了予定時期", "Planned completion"), "day"),
)
"""Of the sheet of designated systems (特定移行支援システム)."""

PROGRESS_COLUMNS: tuple[FormColumn, ...] = (
    *_KEYS,
    FormColumn("as_of", Name("基準日", "As of"), "day"),
    FormColumn("done", Name("完了済み", "Steps done"), "number"),
    FormColumn("started", Name("作業中", "Steps in progress"), "number"),
    FormColumn("not_applicable", Name("対象外", "Steps not applicable"), "number"),
    FormColumn("since", Name("稼働開始日", "Live since"), "day"),
)
"""Of the sheet of the ministry's steps and of what is live (進捗)."""

YES, NO = Name("あり", "yes"), Name("なし", "no")

_NOT_ASKED = {
    ("municipality", "name_en"),
    ("system", "ministry"),
    ("contract", "monthly_fee"),
    ("contract", "annual_fee"),
}
"""What others than the town hall know, and what is nobody else's business: prices."""


def asked(columns: tuple[ListColumn, ...]) -> tuple[ListColumn, ...]:
    """Return the columns of the list that a form has: all but prices."""
    return tuple(each for each in columns if (each.owner, each.key) not in _NOT_ASKED)


def reason_choices(style: Style) -> dict[int, str]:
    """Return the four reasons as they are chosen: number and words (事由1～4)."""
    return {
        number: f"{number} {words.into(style)}" for number, words in REASONS.items()
    }


def headings_of(columns: tuple[FormColumn, ...]) -> dict[str, str]:
    """Return the keys of columns by their headings in every language."""
    return {
        column.heading.into(Style.of(language)): column.key
        for column in columns
        for language in LANGUAGES
    }


assert not any(column.kind == "yen" for column in asked(LIST_COLUMNS))
