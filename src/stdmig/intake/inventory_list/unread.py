"""Columns that hold values and are not read, told in one line (読み取らない列)."""

from __future__ import annotations

from stdmig.diagnostics.location import column_letters
from stdmig.intake.inventory_list.inquiry import Remark
from stdmig.intake.inventory_list.plain import one_line
from stdmig.intake.inventory_list.table import Table
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, count, listing, text


def unread_values(table: Table) -> Remark | None:
    """Return the line that names the columns, or None where nothing is passed over."""
    told = [
        (index, _told(heading, column_letters(index + 1), values))
        for index, heading, _ in table.header.others
        if (values := _values(table, index)) and not _counts(values)
    ]
    if not told:
        return None
    return Remark(
        table.sheet.place(table.header.below - 1, told[0][0]),
        text("not read: {columns}", columns=listing(each for _, each in told)),
    )


def _values(table: Table, index: int) -> list[str]:
    cells = [table.sheet.rows[row.at][index] for row in table.body.rows]
    return [words for cell in cells if (words := one_line(cell.value))]


def _counts(values: list[str]) -> bool:
    """Return whether a column only numbers the rows."""
    numbers = [int(each) for each in values if each.isdecimal() and len(each) < 6]
    return len(numbers) == len(values) and numbers == sorted(set(numbers))


def _told(heading: str, letters: str, values: list[str]) -> Text:
    return count(
        "{letters} '{heading}' ({n} value, '{first}')",
        "{letters} '{heading}' ({n} values, such as '{first}')",
        len(values),
        letters=letters,
        heading=quoted(heading or "-"),
        first=quoted(values[0]),
    )
