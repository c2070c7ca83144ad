"""What stands around every sheet, on screen and on paper (見出し・印刷設定)."""

from __future__ import annotations

from stdmig.dates import shown
from stdmig.render.dossier import Dossier
from stdmig.render.workbook.book import A3, Sheet
from stdmig.render.workbook.cell_text import cell_text
from stdmig.render.workbook.look import NOTE, TITLE
from stdmig.words import Text, text

_MOST_IN_HEADER = 60
"""Of each of its three parts, so that all stay below Excel's limit of 255."""


def owner(dossier: Dossier) -> Text:
    """Return whose plan it is: the municipality, and the section where one asked."""
    plan = dossier.plan
    named = text("{name}", name=plan.inventory.municipality.title)
    if plan.inventory.sample:
        named = text("{name} (sample)", name=plan.inventory.municipality.title)
    if dossier.page.section is not None:
        named = text("{name} ({whose})", name=named, whose=dossier.page.section)
    return named


def as_of(dossier: Dossier) -> Text:
    """Return the day that the plan is looked at from."""
    day = shown(dossier.plan.as_of)
    if dossier.page.as_of_today:
        return text("as of {day} (today)", day=day)
    return text("as of {day}", day=day)


def put_title(sheet: Sheet, dossier: Dossier, title: Text, *notes: Text) -> int:
    """Write the head of a sheet; return the first row below it."""
    told = text("{owner}: {title}", owner=owner(dossier), title=title)
    sheet.put(0, 0, told.into(sheet.style), TITLE)
    sheet.height(0, 24)
    for row, note in enumerate((as_of(dossier), *notes), start=1):
        sheet.put(row, 0, note.into(sheet.style), NOTE)
        sheet.height(row, 16)
    return len(notes) + 2


def set_page(
    sheet: Sheet,
    dossier: Dossier,
    title: Text,
    *,
    head: int,
    last: tuple[int, int],
    first_column: int = 0,
    paper: int = A3,
) -> None:
    """
    Set how a sheet is printed: one page wide, headings on every page.

    Parameters
    ----------
    head
        Row of the column headings: it is repeated with all above it, and stays on
        screen.
    last
        Row and column of the last cell.
    first_column
        The columns before it stay on screen too.
    paper
        A3 or A4, landscape.
    """
    worksheet, style = sheet.worksheet, sheet.style
    worksheet.set_landscape()
    worksheet.set_paper(paper)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.35, right=0.35, top=0.7, bottom=0.6)
    worksheet.repeat_rows(0, head)
    worksheet.print_area(0, 0, *last)
    worksheet.freeze_panes(head + 1, first_column)
    if first_column:
        worksheet.repeat_columns(0, first_column - 1)
    left, middle, right = (
        _in_header(words.into(style), sheet)
        for words in (owner(dossier), title, as_of(dossier))
    )
    worksheet.set_header(f"&L{left}&C{middle}&R{right}")
    worksheet.set_footer("&C&P / &N")


def _in_header(words: str, sheet: Sheet) -> str:
    """Return a text in which no mark of a header code is left."""
    clean = " ".join(cell_text(words, sheet.style).split())
    if len(clean) > _MOST_IN_HEADER:
        clean = clean[: _MOST_IN_HEADER - 2] + ".."
    return clean.replace("&", "&&")
