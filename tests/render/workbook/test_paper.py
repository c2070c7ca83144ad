"""How every sheet is printed and scrolled (印刷設定)."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl.utils import column_index_from_string

from stdmig.render.workbook.measure import height, lines
from stdmig.words import Language
from tests.render.workbook.reading import Town, made, opened, table

A3, A4 = 8, 9

SHEETS = {
    "Schedule": (A3, 3, 1),
    "Contract periods": (A3, 2, 2),
    "Budget request": (A3, 12, 2),
    "Tasks": (A3, 4, 2),
    "Findings": (A3, 1, 1),
    "Assumptions": (A4, 1, 1),
}
"""Paper, the first column that scrolls, and pages side by side."""


@pytest.mark.parametrize("town", ["sample", "designated"])
@pytest.mark.parametrize("name", SHEETS)
def test_sheet_is_as_wide_as_letters_need(town: Town, name: str) -> None:
    """Every sheet prints in landscape, on two pages side by side where one is small."""
    sheet = opened(made(town))[name]
    paper, _, wide = SHEETS[name]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == paper
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    # One page wide is what the file says by leaving it out.
    width = sheet.page_setup.fitToWidth or 1
    assert (width, sheet.page_setup.fitToHeight) == (wide, 0)
    assert sheet.page_setup.pageOrder == "overThenDown"


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("town", ["sample", "priced", "designated"])
def test_tables_are_printed_in_letters_that_can_be_read(
    town: Town, language: Language
) -> None:
    """With Excel's widths no table shrinks letters of 10 points below 7.5."""
    for sheet in opened(made(town, language)).worksheets[1:]:
        columns = _widths(sheet)
        pages = sheet.page_setup.fitToWidth or 1
        repeated = sheet.print_title_cols
        again = 0.0
        if repeated:
            first, last = (
                column_index_from_string(each)
                for each in repeated.replace("$", "").split(":")
            )
            again = sum(columns[first - 1 : last])
        room = 1140 if sheet.page_setup.paperSize == A3 else 791
        assert room * pages / (sum(columns) + again * (pages - 1)) >= 0.75, sheet


def _widths(sheet: Any) -> list[float]:
    """Return the widths of the printed columns in points; a digit takes six."""
    found: dict[int, float] = {}
    for each in sheet.column_dimensions.values():
        found |= dict.fromkeys(range(each.min, each.max + 1), each.width * 6)
    printed = sheet.print_area.replace("$", "").split(":")[-1].rstrip("0123456789")
    last = column_index_from_string(printed)
    return [found[column] for column in range(1, last + 1)]


def test_pages_to_the_right_of_the_request_say_whose_line_it_is() -> None:
    """Section and subject begin the second half of every line on paper."""
    assert opened(made("sample"))["Budget request"].print_title_cols == "$J:$K"


def test_rows_of_tables_may_grow_when_they_are_filled_in() -> None:
    """Their heights are not fixed, those of titles are."""
    found = table(opened(made("sample"))["Budget request"])
    with ZipFile(BytesIO(made("sample"))) as members:
        written = members.read("xl/worksheets/sheet3.xml").decode()
    fixed = {
        int(number)
        for number, rest in re.findall(r'<row r="(\d+)"([^>]*)>', written)
        if "customHeight" in rest
    }
    assert 1 in fixed
    assert not fixed & set(found.rows)


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
