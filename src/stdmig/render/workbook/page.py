"""What stands around every sheet, on screen and on paper (見出し・印刷設定)."""

from __future__ import annotations

from stdmig.dates import shown
from stdmig.render.dossier import Dossier
from stdmig.render.workbook.book import A3, A4, Sheet
from stdmig.render.workbook.cell_text import cell_text
from stdmig.render.workbook.look import NOTE, TITLE
from stdmig.words import Text, text

_DIGIT, _PADDING = 6.0, 3.75
"""Width of a digit of the standard font, and what a column has besides, in points."""

_PAPER_ROOM = {A3: 1140.0, A4: 791.0}
"""Width between the margins, in points."""

_LEAST = 0.75
"""Smallest scale at which a sheet is printed, unless its columns are a single page."""

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
    return put_head(sheet, owner(dossier), title, as_of(dossier), *notes)


def put_head(sheet: Sheet, whose: Text, title: Text, *notes: Text) -> int:
    """Write the title of a sheet and the notes below; return the first row below."""
    told = text("{owner}: {title}", owner=whose, title=title)
    sheet.put(0, 0, told.into(sheet.style), TITLE)
    sheet.height(0, 24)
    for row, note in enumerate(notes, start=1):
        sheet.put(row, 0, note.into(sheet.style), NOTE)
        sheet.height(row, 16)
    return len(notes) + 1


def set_page(
    sheet: Sheet,
    dossier: Dossier,
    title: Text,
    *,
    head: int,
    last: tuple[int, int],
    first_column: int = 0,
    paper: int = A3,
    wide: int | None = None,
    repeated: tuple[int, int] | None = None,
) -> None:
    """Set how a sheet of a plan is printed; see `set_paper`."""
    set_paper(
        sheet,
        (owner(dossier), title, as_of(dossier)),
        head=head,
        last=last,
        first_column=first_column,
        paper=paper,
        wide=wide,
        repeated=repeated,
    )


def set_paper(
    sheet: Sheet,
    header: tuple[Text, Text, Text | None],
    *,
    head: int,
    last: tuple[int, int],
    first_column: int = 0,
    paper: int = A3,
    wide: int | None = None,
    repeated: tuple[int, int] | None = None,
) -> None:
    """
    Set how a sheet is printed: headings on every page, pages side by side in order.

    Parameters
    ----------
    header
        What stands above each page on the left, in the middle and on the right.
    head
        Row of the column headings: it is repeated with all above it, and stays on
        screen.
    last
        Row and column of the last cell.
    first_column
        The columns before it stay on screen too.
    paper
        A3 or A4, landscape.
    wide
        Over how many pages its columns go; unless told, over as many as it takes to
        keep letters of 10 points above 7.5.
    repeated
        First and last of the columns that the pages to the right begin with; unless
        told otherwise those before `first_column`.
    """
    worksheet, style = sheet.worksheet, sheet.style
    worksheet.set_landscape()
    worksheet.set_paper(paper)
    if repeated is None and first_column:
        repeated = 0, first_column - 1
    if repeated is not None:
        worksheet.repeat_columns(*repeated)
    worksheet.fit_to_pages(wide or _pages_wide(sheet, last[1], repeated, paper), 0)
    worksheet.print_across()
    worksheet.set_margins(left=0.35, right=0.35, top=0.7, bottom=0.6)
    worksheet.repeat_rows(0, head)
    worksheet.print_area(0, 0, *last)
    worksheet.freeze_panes(head + 1, first_column)
    left, middle, right = (
        _in_header(words.into(style), sheet) if words is not None else ""
        for words in header
    )
    worksheet.set_header(f"&L{left}&C{middle}&R{right}")
    worksheet.set_footer("&C&P / &N")


def _pages_wide(
    sheet: Sheet, last: int, repeated: tuple[int, int] | None, paper: int
) -> int:
    """Return the fewest pages side by side on which all columns can be read."""
    wide = [sheet.widths[column] * _DIGIT + _PADDING for column in range(last + 1)]
    again = sum(wide[repeated[0] : repeated[1] + 1]) if repeated else 0
    room = _PAPER_ROOM[paper] / _LEAST
    # More pages than columns would never do.
    for pages in range(1, last + 1):
        if sum(wide) + again * (pages - 1) <= room * pages:
            return pages
    return 1


def _in_header(words: str, sheet: Sheet) -> str:
    """Return a text in which no mark of a header code is left."""
    clean = " ".join(cell_text(words, sheet.style).split())
    if len(clean) > _MOST_IN_HEADER:
        clean = clean[: _MOST_IN_HEADER - 2] + ".."
    return clean.replace("&", "&&")
