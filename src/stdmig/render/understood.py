"""What was understood of a list, for its owner to look through (読取りの結果)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stdmig.diagnostics import Location
from stdmig.diagnostics.location import column_letters
from stdmig.render.cell_name import cell_name
from stdmig.render.cells import fit, width, wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.words import Readable, Style, Text, count, in_style, text


class SeenColumn(NamedTuple):
    """
    A column of the list.

    Attributes
    ----------
    place
        Its heading.
    heading
        As its author wrote it.
    meaning
        What it is taken for, or why it is not read.
    is_read
        Whether it is.
    """

    place: Location
    heading: str
    meaning: Readable
    is_read: bool


class Said(NamedTuple):
    """Something about a cell or a row that its owner should know."""

    place: Location
    words: Text


class SeenSheet(NamedTuple):
    """
    A table of the file.

    Attributes
    ----------
    name
        Of the worksheet; None in a CSV.
    rows
        How many of its rows tell of something.
    columns
        From the left; none where it is not read.
    why_not
        Why it is not read; None where it is.
    """

    name: str | None
    rows: int
    columns: tuple[SeenColumn, ...]
    why_not: Text | None = None


class UnderstoodPage(NamedTuple):
    """
    What a list says, as far as it was understood.

    Attributes
    ----------
    file
        Its name.
    sheets
        Its tables.
    skipped
        Rows that are not read, each with the reason.
    remarks
        How doubtful things were read.
    systems, units, contracts
        How many of them it tells of.
    """

    file: str
    sheets: tuple[SeenSheet, ...]
    skipped: tuple[Said, ...]
    remarks: tuple[Said, ...]
    systems: int
    units: int
    contracts: int

    @property
    def has_tables(self) -> bool:
        """Return whether more than one table is read, so that cells name theirs."""
        return sum(each.why_not is None for each in self.sheets) > 1


def columns_text(understood: UnderstoodPage, screen: Screen) -> str:
    """Return what each column was taken for, and the rows that are not read."""
    return page(_tables(understood, screen), colour=screen.colour)


def conclusion_text(understood: UnderstoodPage, screen: Screen) -> str:
    """Return how doubtful things were read, and how much the list tells of."""
    return page(_conclusion(understood, screen), colour=screen.colour)


def _tables(understood: UnderstoodPage, screen: Screen) -> Iterator[Line]:
    for sheet in understood.sheets:
        title = text("{file}", file=one_line(understood.file))
        if sheet.name is not None:
            title = text("{file}, sheet '{sheet}'", file=title, sheet=_shown(sheet))
        if sheet.why_not is not None:
            words = text("{table}: not read ({why})", table=title, why=sheet.why_not)
            yield from _told(words, screen, paint="dim")
            continue
        rows = count("{table}: {n} row", "{table}: {n} rows", sheet.rows, table=title)
        yield from _told(rows, screen, paint="bold")
        yield from _columns(sheet.columns, screen)
    yield from _said(
        text("Rows that are not read"), understood.skipped, understood, screen
    )


def _shown(sheet: SeenSheet) -> str:
    return one_line(sheet.name or "")


def _columns(columns: tuple[SeenColumn, ...], screen: Screen) -> Iterator[Line]:
    style = screen.style
    titles = (text("column"), text("heading in the list"), text("read as"))
    rows = [[each.into(style) for each in titles]]
    rows += [
        [
            column_letters(column.place.column),
            one_line(column.heading),
            _meaning(column, style),
        ]
        for column in columns
    ]
    first = max(width(row[0]) for row in rows)
    last = min(max(width(row[2]) for row in rows), 34)
    second = min(max(width(row[1]) for row in rows), screen.width - first - last - 6)
    unread = [True, *(not column.is_read for column in columns)]
    for row, faint in zip(rows, unread, strict=True):
        cells = (fit(row[0], first), fit(row[1], second), fit(row[2], last))
        yield line(Part(f"  {'  '.join(cells)}".rstrip(), "dim" if faint else ""))


def _meaning(column: SeenColumn, style: Style) -> str:
    meaning = in_style(column.meaning, style)
    return meaning if column.is_read else f"({meaning})"


def _conclusion(understood: UnderstoodPage, screen: Screen) -> Iterator[Line]:
    yield from _said(text("How it was read"), understood.remarks, understood, screen)
    counts = text(
        "The list tells of {systems}, {units} and {contracts}.",
        systems=count("{n} system", "{n} systems", understood.systems),
        units=count("{n} installed unit", "{n} installed units", understood.units),
        contracts=count("{n} contract", "{n} contracts", understood.contracts),
    )
    yield from _told(counts, screen, paint="bold")


def _said(
    head: Text, said: Iterable[Said], understood: UnderstoodPage, screen: Screen
) -> Iterator[Line]:
    told = list(said)
    if not told:
        return
    yield from _told(head, screen, paint="bold")
    for each in told:
        cell = cell_name(each.place, with_sheet=understood.has_tables)
        words = one_line(each.words.into(screen.style))
        for written in wrap(f"  {cell}  {words}", screen.width, "      "):
            yield line(written)


def _told(words: Text, screen: Screen, *, paint: str) -> Iterator[Line]:
    for each in wrap(words.into(screen.style), screen.width, "  "):
        yield line(Part(each, paint))
