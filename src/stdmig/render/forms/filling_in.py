"""The first sheet of a form: how it is filled in (記入のしかた)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.inventory.form_columns import reason_choices
from stdmig.render.forms.standing import DESIGNATED, PROGRESS
from stdmig.render.inventory_list.workbook import CONTRACTS, MUNICIPALITY, SYSTEMS
from stdmig.render.workbook.book import A4, Book
from stdmig.render.workbook.look import Look
from stdmig.render.workbook.measure import height, lines
from stdmig.render.workbook.page import put_head
from stdmig.words import Style, Text, text

FILLING_IN = text("How to fill in")

_NUMBER, _WORDS = 5.0, 88.0
"""Widths of the two columns, in digits: an upright A4 page."""

_HEAD = Look(size=11, bold=True, middle=True)
_TEXT = Look(wrap=True)

_ALL = (
    text("Fill in the sheets from left to right, save the file and send it back."),
    text(
        "The yellow columns are needed. The others help, where you know what belongs"
        " there. Leave what is not known empty."
    ),
    text(
        "Please do not change the grey columns, the headings and the names of the"
        " sheets. Rows may be added and sorted; columns of your own are not read."
    ),
    text(
        "Dates are written like R8.1.5 or 2026-01-05. Where a month is enough: R8.1"
        " or 2026-01."
    ),
    text("Prices are not asked for. Please do not write any, not in the notes either."),
)
_KNOWN = text(
    "What is filled in already is what we know. Please correct what is wrong. A cell"
    " that you empty leaves what we know as it is: tell us in the notes."
)
_SHEETS: tuple[tuple[Text, tuple[Text, ...]], ...] = (
    (MUNICIPALITY, (text("The section that leads the migration."),)),
    (
        SYSTEMS,
        (
            text(
                "One row for each of the 20 systems of the law, with the section that"
                " owns it, its vendor and its package."
            ),
            text(
                "A system that several sections have, each with an installation of its"
                " own: add a row for each, with the same id and name of the system."
            ),
            text(
                "A system that the municipality does not have: choose 'no' under"
                " 'Applies', and write why beside it."
            ),
            text(
                "'Contract id': the id of the contract on the sheet '{sheet}'.",
                sheet=CONTRACTS,
            ),
        ),
    ),
    (
        CONTRACTS,
        (
            text(
                "One row for each contract, with its first and last day. Use the ids"
                " that stand there (k01, k02 and so on) one after the other."
            ),
            text("Leave the rows that you do not need as they are."),
        ),
    ),
    (
        DESIGNATED,
        (
            text(
                "Only for designated systems: choose the reason, write what stands"
                " behind it, and when the migration is planned to be done."
            ),
        ),
    ),
    (
        PROGRESS,
        (
            text(
                "The day on which you count, and how many steps are done, in progress"
                " and not applicable on it: numbers only."
            ),
            text("For a system that is live: the first day of its service."),
        ),
    ),
)


def put_filling_in(book: Book, named: Text, *, known: bool) -> None:
    """
    Write the sheet; it has no table, so that nothing is read from it.

    Parameters
    ----------
    known
        Whether the form is prefilled.
    """
    sheet, style = book.sheet(FILLING_IN), book.style
    sheet.width(0, 0, _NUMBER)
    sheet.width(1, 1, _WORDS)
    row = put_head(sheet, named, FILLING_IN)
    for lead, words in _lines(style, known=known):
        if lead is None:
            sheet.height(row, 8)
            sheet.put(row + 1, 0, words, _HEAD)
            sheet.height(row + 1, 20)
            row += 2
            continue
        sheet.put(row, 0, lead, _TEXT._replace(align="right"))
        sheet.put(row, 1, words, _TEXT)
        sheet.height(row, height(lines(words, _WORDS)))
        row += 1
    worksheet = sheet.worksheet
    worksheet.set_portrait()
    worksheet.set_paper(A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.print_area(0, 0, row - 1, 1)
    worksheet.set_footer("&C&P / &N")


def _lines(style: Style, *, known: bool) -> Iterator[tuple[str | None, str]]:
    """Yield numbers and sentences; a heading has no number."""
    yield None, text("For all sheets").into(style)
    told = (*_ALL, _KNOWN) if known else _ALL
    for number, each in enumerate(told, start=1):
        yield f"{number}", each.into(style)
    for sheet, sentences in _SHEETS:
        yield None, text("Sheet '{sheet}'", sheet=sheet).into(style)
        for number, each in enumerate(sentences, start=1):
            yield f"{number}", each.into(style)
        if sheet is DESIGNATED:
            for reason in reason_choices(style).values():
                yield "", reason
