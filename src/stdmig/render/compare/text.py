"""A comparison on the terminal (比較の画面)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.compare.page import ComparePage
from stdmig.render.compare.summary import points
from stdmig.render.compare.table import Row, Table
from stdmig.render.compare.tables import tables
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.words import Readable, count, text

MOST = 6
"""Rows of a table of details that are shown without ``--full``."""

_PAINT = {"": "", "bad": "bold red", "good": "green"}
_ARROW = " -> "
_LEAST = 24
"""Cells that a name needs beside its columns; with fewer it has a line of its own."""


def compare_text(shown_page: ComparePage, screen: Screen) -> str:
    """Return the page for a screen."""
    lines = [*_heading(shown_page, screen), *_points(shown_page, screen)]
    for table in tables(shown_page.comparison):
        lines += [line(""), *_table(table, screen, full=shown_page.full)]
    return page(lines, colour=screen.colour)


def _heading(shown_page: ComparePage, screen: Screen) -> Iterator[Line]:
    style = screen.style
    title = one_line(shown_page.title.into(style))
    yield from (line(Part(each, "bold")) for each in wrap(title, screen.width))
    for words in (
        text("before: {what}", what=shown_page.before),
        text("after: {what}", what=shown_page.after),
        shown_page.as_of,
        *shown_page.notes,
    ):
        told = f"  {one_line(words.into(style))}"
        yield from (line(each) for each in wrap(told, screen.width, "    "))


def _points(shown_page: ComparePage, screen: Screen) -> Iterator[Line]:
    found = points(shown_page.comparison)
    for number, point in enumerate(found, start=1):
        told = one_line(point.words.into(screen.style))
        for position, each in enumerate(wrap(told, screen.width - 3)):
            lead = f"{number:>2} " if position == 0 else "   "
            yield line(lead, Part(each, _PAINT[point.tone]))


def _table(table: Table, screen: Screen, *, full: bool) -> Iterator[Line]:
    title = one_line(table.title.into(screen.style))
    yield line(Part(title, "bold"))
    kept = table.rows if full or not table.folded else table.rows[:MOST]
    columns = _Columns(kept, screen, full=full)
    for row in kept:
        yield from columns.row(row)
    left = len(table.rows) - len(kept)
    if left:
        more = count("and {n} more (--full)", "and {n} more (--full)", left)
        yield line(Part(f"  {more.into(screen.style)}", "dim"))


class _Columns:
    """Rows under each other: on one line where there is room, else on two."""

    def __init__(self, rows: tuple[Row, ...], screen: Screen, *, full: bool) -> None:
        self._screen, self._full = screen, full
        cells = [self._cells(row) for row in rows]
        self._widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
        before, after, difference = self._widths
        taken = before + len(_ARROW) + after + (2 + difference if difference else 0)
        self._room = screen.width - 4 - 2 - taken
        names = max(width(self._told(row.what)) for row in rows)
        self._is_wide = self._room >= min(names, _LEAST)
        self._room = min(self._room, max(names, _LEAST))

    def row(self, row: Row) -> Iterator[Line]:
        if self._is_wide:
            yield from self._one(row)
        else:
            yield from self._two(row)
        yield from (line(Part(each, "dim")) for each in self._names(row))

    def _names(self, row: Row) -> list[str]:
        """Return the names under a row: all of them, or as many as fit into a line."""
        comma = "、" if self._screen.style.language == "ja" else ", "
        told, kept = list(map(self._told, row.names)), len(row.names)
        cells, indent = self._screen.width, " " * 6
        shown = told
        while not self._full and kept > 1 and width(comma.join(shown)) + 6 > cells:
            kept -= 1
            shown = [*told[:kept], *self._more(len(told) - kept)]
        return wrap(indent + comma.join(shown), cells, indent) if told else []

    def _more(self, left: int) -> list[str]:
        if not left:
            return []
        return [self._told(count("and {n} more", "and {n} more", left))]

    def _one(self, row: Row) -> Iterator[Line]:
        before, after, difference = self._cells(row)
        first, second, third = self._widths
        lead, *others = wrap(self._told(row.what), self._room)
        told = f"{fit(before, first)}{_ARROW}{fit(after, second)}"
        yield line(
            f"  {row.sign} {fit(lead, self._room)}  {told}  ",
            Part(right(difference, third), _PAINT[row.tone]),
        )
        yield from (line(f"    {each}") for each in others)

    def _two(self, row: Row) -> Iterator[Line]:
        what = f"  {row.sign} {self._told(row.what)}"
        yield from (line(each) for each in wrap(what, self._screen.width, "    "))
        before, after, difference = self._cells(row)
        told = f"      {before}{_ARROW}{after}"
        if difference and width(told) + 2 + width(difference) <= self._screen.width:
            yield line(f"{told}  ", Part(difference, _PAINT[row.tone]))
            return
        yield from (line(each) for each in wrap(told, self._screen.width, "      "))
        if difference:
            yield line("      ", Part(difference, _PAINT[row.tone]))

    def _cells(self, row: Row) -> tuple[str, str, str]:
        before, after = (
            self._told(each) if each is not None else "-"
            for each in (row.before, row.after)
        )
        difference = self._told(row.difference) if row.difference is not None else ""
        return before, after, difference

    def _told(self, words: Readable) -> str:
        return one_line(words.into(self._screen.style))
