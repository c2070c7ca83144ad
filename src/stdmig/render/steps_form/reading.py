"""What was read of a form for one municipality, to look through (読取りの結果)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdmig.diagnostics import Location
from stdmig.render.cell_name import cell_name
from stdmig.render.cells import wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.words import Name, Text, count, listing, text


class SeenForm(NamedTuple):
    """
    What a form has for one municipality (読取りの結果).

    Attributes
    ----------
    file, sheet
        Where it was read.
    town
        Whose rows were taken.
    systems
        How many systems they tell of.
    others
        How many other municipalities the form has.
    unnamed
        Whether the form names no municipality, so that all of its rows were taken.
    by_order
        Whether no number stands above the steps.
    columns
        Letters and heading of the columns that are not known.
    beyond
        Systems that the workspace does not have, and where they stand.
    silent
        Systems of whose steps the form says nothing.
    kept
        How many steps of the others it leaves open.
    """

    file: str
    sheet: str | None
    town: Name
    systems: int
    others: int
    unnamed: bool
    by_order: bool
    columns: tuple[tuple[str, str], ...]
    beyond: tuple[tuple[Location, str], ...]
    silent: tuple[Name, ...]
    kept: int


def form_text(seen: SeenForm, screen: Screen) -> str:
    """Return what was read, and what was left out, in a few lines."""
    lines: list[Line] = []
    for number, words in enumerate(_told(seen)):
        lead = "  " if number else ""
        told = lead + words.into(screen.style)
        paint = "" if number else "bold"
        lines += [line(Part(each, paint)) for each in wrap(told, screen.width, "    ")]
    return page(lines, colour=screen.colour)


def _told(seen: SeenForm) -> Iterator[Text]:
    where = text("{file}", file=seen.file)
    if seen.sheet is not None:
        sheet = one_line(seen.sheet)
        where = text("{file}, sheet '{sheet}'", file=seen.file, sheet=sheet)
    yield count(
        "{where}: the steps of {n} system of {town}",
        "{where}: the steps of {n} systems of {town}",
        seen.systems,
        where=where,
        town=seen.town,
    )
    yield from _taken(seen)
    yield from _left(seen)


def _taken(seen: SeenForm) -> Iterator[Text]:
    """Yield which rows and columns were taken for what."""
    if seen.others:
        yield count(
            "{n} other municipality is left out",
            "{n} other municipalities are left out",
            seen.others,
        )
    if seen.unnamed:
        yield text(
            "the form names no municipality: all of its rows were taken for {town}",
            town=seen.town,
        )
    if seen.by_order:
        yield text(
            "no number stands above the steps: the first column of states is step 1"
        )
    if seen.columns:
        named = (
            text("{column} ({heading})", column=column, heading=heading)
            for column, heading in seen.columns
        )
        yield text("columns that are not read: {columns}", columns=listing(named))


def _left(seen: SeenForm) -> Iterator[Text]:
    """Yield what only the form has, and what only the workspace has."""
    if seen.beyond:
        named = (
            text("{name} ({cell})", name=name, cell=cell_name(place, with_sheet=False))
            for place, name in seen.beyond
        )
        yield text(
            "left out, since systems.yaml has no such system: {names}",
            names=listing(named),
        )
    if seen.silent:
        yield text(
            "nothing is reported of: {names}; their records stay",
            names=listing(seen.silent),
        )
    if seen.kept:
        yield count(
            "{n} step has no state in the form: it stays as it is recorded, else not"
            " begun",
            "{n} steps have no state in the form: they stay as they are recorded, else"
            " not begun",
            seen.kept,
        )
