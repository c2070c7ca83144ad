"""The sheet of assumptions: what the plan takes to be true, and where (前提)."""

from __future__ import annotations

from stdmig.render.dossier import Dossier
from stdmig.render.packaged_files import packaged_files
from stdmig.render.place_in_file import place_in_file
from stdmig.render.workbook.book import A4, Book, Value
from stdmig.render.workbook.page import put_title, set_page
from stdmig.render.workbook.table import Column, Table, put_table
from stdmig.schedule import Assumption
from stdmig.words import Style, Text, count, text

NAME = text("Assumptions")

_COLUMNS = (
    Column(text("No."), "number"),
    Column(text("What is taken to be true"), most=74),
    Column(text("Place in the file"), most=36),
    Column(text("Tasks that lean on it"), "number"),
)


def put_assumptions(book: Book, dossier: Dossier) -> None:
    """Write the sheet, in the order of the plan."""
    sheet, style, found = book.sheet(NAME), book.style, dossier.page.assumptions
    top = put_title(sheet, dossier, NAME, *_notes(dossier))
    rows = [_row(number, each, style) for number, each in enumerate(found, start=1)]
    last = put_table(sheet, top, Table(_COLUMNS, rows))
    set_page(sheet, dossier, NAME, head=top, last=last, paper=A4)


def _notes(dossier: Dossier) -> list[Text]:
    """Return how many there are, and which files the workspace does not have."""
    told = count(
        "The plan leans on {n} assumption.",
        "The plan leans on {n} assumptions.",
        len(dossier.page.assumptions),
    )
    return [told, *packaged_files(dossier.plan.inventory)]


def _row(number: int, each: Assumption, style: Style) -> list[Value]:
    return [
        number,
        each.text.into(style),
        place_in_file(each.location),
        len(each.tasks),
    ]
