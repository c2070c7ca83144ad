"""A comparison for a pull request, its details folded (Markdown)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.render.compare.page import ComparePage
from stdmig.render.compare.summary import points
from stdmig.render.compare.table import AFTER, BEFORE, DIFFERENCE, Row, Table
from stdmig.render.compare.tables import tables
from stdmig.render.markdown_text import comment_text, table_row
from stdmig.render.one_line import one_line
from stdmig.words import Readable, Style, count, text

LONGEST = 60_000
"""Characters at most; GitHub refuses a comment of more than 65,536."""

SMALL = 12
"""Rows of a table that is not folded."""

_NAMES = 6
_CELL = 400


def compare_markdown(shown_page: ComparePage, style: Style) -> str:
    """
    Return the page as Markdown, short enough for a comment.

    Where it would become too long, rows of details are left out, and counted.
    """
    write = _Writer(style)
    lines = [*write.heading(shown_page)]
    left = LONGEST - sum(len(each) + 1 for each in lines)
    found = tables(shown_page.comparison)
    for number, table in enumerate(found):
        # What is left is shared by the tables that follow, so that none is lost whole.
        made = write.table(table, left // (len(found) - number))
        left -= sum(len(each) + 1 for each in made)
        lines += made
    return "".join(f"{each}\n" for each in lines)


class _Writer:
    """Writes for a reader of one style; nothing of a name becomes markup."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def heading(self, shown_page: ComparePage) -> Iterator[str]:
        found = points(shown_page.comparison)
        gap = "" if self._style.language == "ja" else " "
        yield f"### {self._words(shown_page.title)}"
        yield ""
        yield f"**{gap.join(self._words(point.words) for point in found)}**"
        yield ""
        before = text("before: {what}", what=shown_page.before)
        after = text("after: {what}", what=shown_page.after)
        for words in (before, after, shown_page.as_of, *shown_page.notes):
            yield f"- {self._words(words)}"
        yield ""

    def table(self, table: Table, room: int) -> list[str]:
        rows = list(map(self._row, table.rows))
        folded = table.folded or len(rows) > SMALL
        title = self._words(table.title)
        if folded:
            number = count("{n} row", "{n} rows", len(rows))
            told = f"<summary>{title} ({self._words(number)})</summary>"
            head = ["<details>", told, ""]
        else:
            head = [f"#### {title}", ""]
        if table.note is not None:
            head += [self._words(table.note), ""]
        headings = ("", *map(self._words, (table.what, BEFORE, AFTER, DIFFERENCE)))
        head += [table_row(headings), table_row(["---"] * len(headings))]
        kept = self._that_fit(rows, room - sum(map(len, head)) - 100)
        tail = [""]
        if kept < len(rows):
            left = len(rows) - kept
            more = count(
                "{n} more change has no room here.",
                "{n} more changes have no room here.",
                left,
            )
            tail += [self._words(more), ""]
        if folded:
            tail += ["</details>", ""]
        return [*head, *rows[:kept], *tail]

    def _that_fit(self, rows: list[str], room: int) -> int:
        for number, row in enumerate(rows):
            room -= len(row) + 1
            if room < 0:
                return number
        return len(rows)

    def _row(self, row: Row) -> str:
        what = self._words(row.what)
        if row.names:
            named = [self._words(each) for each in row.names[:_NAMES]]
            more = len(row.names) - _NAMES
            if more > 0:
                told = count("and {n} more", "and {n} more", more)
                named.append(self._words(told))
            comma = "、" if self._style.language == "ja" else ", "
            what = f"{what}: {comma.join(named)}"
        before, after, difference = (
            "" if each is None else self._words(each)
            for each in (row.before, row.after, row.difference)
        )
        mark = {"+": "➕", "-": "➖", "~": "✏️"}[row.sign]
        return table_row((mark, what, before, after, difference))

    def _words(self, words: Readable) -> str:
        told = one_line(words.into(self._style))
        if len(told) > _CELL:
            told = f"{told[:_CELL]}…"
        return comment_text(told)
