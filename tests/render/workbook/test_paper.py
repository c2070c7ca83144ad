"""How every sheet is printed and scrolled (印刷設定)."""

from __future__ import annotations

import pytest

from stdmig.render.workbook.measure import height, lines
from stdmig.words import Language
from tests.render.workbook.reading import Town, made, opened, table

A3, A4 = 8, 9

SHEETS = {
    "Schedule": (A3, 3),
    "Contract periods": (A3, 2),
    "Budget request": (A3, 12),
    "Tasks": (A3, 4),
    "Findings": (A3, 1),
    "Assumptions": (A4, 1),
}
"""Paper, and the first column that scrolls."""


@pytest.mark.parametrize("town", ["sample", "designated"])
@pytest.mark.parametrize("name", SHEETS)
def test_sheet_is_one_landscape_page_wide(town: Town, name: str) -> None:
    """Every sheet prints in landscape, as wide as a page and as long as it is."""
    sheet = opened(made(town))[name]
    paper, _ = SHEETS[name]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == paper
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    # One page wide is what the file says by leaving it out.
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)


@pytest.mark.parametrize("name", SHEETS)
def test_headings_stay_on_screen_and_on_every_page(name: str) -> None:
    """What is above the rows and left of them is frozen, and repeated in print."""
    sheet = opened(made("sample"))[name]
    found, first = table(sheet), SHEETS[name][1]
    assert sheet.freeze_panes == sheet.cell(found.head + 1, first).coordinate
    assert sheet.print_title_rows == f"$1:${found.head}"
    assert bool(sheet.print_title_cols) == (first > 1)
    assert sheet.print_area.endswith(f"${sheet.max_row}")


@pytest.mark.parametrize("name", SHEETS)
def test_paper_says_whose_it_is_as_of_when_and_which_page(name: str) -> None:
    """Every page bears municipality, title, as-of date and its number of all."""
    sheet = opened(made("sample"))[name]
    assert sheet.oddHeader.left.text == "Aira City (sample)"
    assert sheet.oddHeader.right.text == "as of 2021-10-01"
    assert sheet.oddFooter.center.text == "&P / &N"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_texts_fit_their_cells(language: Language) -> None:
    """Every text is wrapped, and no taller than its row."""
    for name in opened(made("sample", language)).sheetnames[1:]:
        sheet = opened(made("sample", language))[name]
        found = table(sheet)
        for row in found.rows:
            for column in found.columns.values():
                cell = sheet.cell(row, column)
                if not isinstance(cell.value, str):
                    continue
                # The width in the file counts the padding, too.
                room = sheet.column_dimensions[cell.column_letter].width
                assert cell.alignment.wrap_text
                tall = sheet.row_dimensions[row].height
                assert height(lines(cell.value, room)) <= tall + 0.01, cell
