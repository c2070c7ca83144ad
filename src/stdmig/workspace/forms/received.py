"""The files that came back, each read as a form (調査票の受領)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location, Severity
from stdmig.intake.forms.sheets import FormSheets, find_sheets
from stdmig.intake.forms.town import TownNamed, town_of
from stdmig.inventory.quoted import quoted
from stdmig.words import text
from stdmig.workspace.refusal import refusal
from stdmig.workspace.table_file import read_tables

_BOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods"})


class Received(NamedTuple):
    """
    A file that may be a form.

    Attributes
    ----------
    town
        Whose it is; None where it cannot be taken.
    form
        Its sheets.
    of_cells
        Warnings about cells and sheets of it.
    faults
        Why it cannot be taken.
    """

    file: Path
    town: TownNamed | None = None
    form: FormSheets | None = None
    of_cells: tuple[Diagnostic, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


class Files(NamedTuple):
    """
    The files that are looked at.

    Attributes
    ----------
    others
        Files of a folder that are no workbooks: nobody reads them.
    """

    books: tuple[Path, ...]
    others: tuple[Path, ...] = ()


def files_in(named: Sequence[Path]) -> Files:
    """
    Return the files that are named, and the workbooks directly in named folders.

    What Excel and LibreOffice keep beside a workbook while it is open is passed over.
    """
    books: dict[str, Path] = {}
    others: dict[str, Path] = {}
    for each in named:
        if not each.is_dir():
            books.setdefault(os.path.realpath(each), each)
            continue
        for path in sorted(_inside(each)):
            kind = books if path.suffix.lower() in _BOOKS else others
            kind.setdefault(os.path.realpath(path), path)
    return Files(tuple(books.values()), tuple(others.values()))


def _inside(folder: Path) -> Iterable[Path]:
    hidden = ("~$", ".")
    try:
        names = [each for each in os.listdir(folder) if not each.startswith(hidden)]
    except OSError:
        return [folder]
    return [folder / each for each in names if not (folder / each).is_dir()]


def receive(file: Path) -> Received:
    """Return a file as a form, or why it is none."""
    try:
        _, _, sheets, faults = read_tables(file)
    except OSError as error:
        message = text("cannot be read: {why}", why=refusal(error))
        return Received(
            file, faults=(Diagnostic("STD020", message, Location(file.as_posix())),)
        )
    if any(each.severity is Severity.ERROR for each in faults):
        return Received(file, faults=tuple(faults))
    form = find_sheets(sheets)
    if form.units is None or form.town is None:
        return Received(file, faults=(*faults, _no_form(file, form)))
    town, wrong = town_of(form.town)
    if town is None:
        return Received(file, faults=(*faults, *wrong))
    return Received(file, town, form, (*faults, *form.faults, *wrong))


def _no_form(file: Path, form: FormSheets) -> Diagnostic:
    if form.units is None:
        message = text("this is no form: no sheet has the systems and their units")
    else:
        message = text("this is no form: no sheet says whose it is")
    help_ = text(
        "the headings of the form must stand as they were written; a list of another"
        " kind comes in with stdmig import inventory"
    )
    return Diagnostic("STD022", message, Location(file.as_posix()), help_)


def refused_twice(second: Received, first: Received) -> Received:
    """Return a form that is not taken, since another one is of the same town."""
    assert second.town is not None
    assert first.town is not None
    message = text(
        "a form of '{name}' was taken already: {file}",
        name=quoted(second.town.name),
        file=first.file.as_posix(),
    )
    fault = Diagnostic(
        "STD022",
        message,
        second.town.place,
        text("keep the one that holds, and collect again"),
        ((first.town.place, text("the first one is here")),),
    )
    return second._replace(faults=(*second.faults, fault))
