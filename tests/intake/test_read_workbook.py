"""Excel workbooks as people keep them: values, notes, merged and hidden cells."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from stdmig.intake.sheet.sheet import Cell
from tests.intake.books import book, parts, read, rows, values
from tests.intake.ugly_list import COMMENTS, ugly_workbook

_MORNING = datetime.fromisoformat("2020-04-01T09:30")


def _saved(workbook: Any) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def test_ugly_list_is_read_cell_by_cell() -> None:
    """Merged sections are spread, notes and hidden rows are marked, days are days."""
    sheets, faults = read(ugly_workbook())
    assert faults == []
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [
        ("住民・税", False),
        ("福祉・教育ほか", False),
        ("凡例", False),
        ("R4（旧）", True),
    ]
    first = sheets[0]
    assert first.rows[6][1] == Cell("町民課", spread=True)
    assert first.rows[5][1] == Cell("町民課")
    assert first.rows[7][2] == Cell("戸籍", note=COMMENTS["戸籍"])
    assert first.rows[11][6].value == date(2020, 4, 1)
    assert first.hidden_rows == {16}
    assert first.rows[16][2].value == "財産管理（R3廃止）"
    assert len({len(row) for row in first.rows}) == 1
    assert str(first.place(7, 2)) == "list.xlsx[住民・税]!C8"


def test_values_are_what_a_reader_sees() -> None:
    """Spaces around a text go, whole numbers are integers, a time of a day goes."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (
        ["　 市民課　\n", 1.0, 2.5, True, _MORNING],
        ["　", -3, 45000, False, date(2020, 4, 1)],
        ["上\r\n下", None, 10**14, None, time(8, 30)],
    ):
        sheet.append(row)
    (read_back,), faults = read(_saved(workbook))
    assert faults == []
    assert values(read_back) == [
        ["市民課", 1, 2.5, True, date(2020, 4, 1)],
        [None, -3, 45000, False, date(2020, 4, 1)],
        ["上\n下", None, 10**14, None, "08:30:00"],
    ]
    assert [type(row[1].value) for row in read_back.rows[:2]] == [int, int]


def test_days_of_the_1904_calendar() -> None:
    """A workbook that counts days from 1904 gives the same days."""
    workbook = Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"] = date(2025, 3, 31)
    (read_back,), faults = read(_saved(workbook))
    assert (values(read_back), faults) == ([[date(2025, 3, 31)]], [])


@pytest.mark.parametrize("number", [27, 28, 31, 36, 50, 57, 58])
def test_days_in_formats_that_only_japanese_excel_names(number: int) -> None:
    """Excel writes the era format of its list of formats as a bare number."""
    styles = f'<cellXfs><xf numFmtId="0"/><xf numFmtId="{number}"/></cellXfs>'
    cells = rows('<c r="A1" s="1"><v>43922</v></c>', '<c r="B1"><v>43922</v></c>')
    (sheet,), faults = read(book(parts(cells, styles=styles)))
    assert (values(sheet), faults) == ([[date(2020, 4, 1), 43922]], [])


@pytest.mark.parametrize(
    "code", ["[$-411]ge.m.d", '[$-411]ggge"年"m"月"d"日"', "[$-ja-JP-x-gannen]ge.m.d"]
)
def test_days_in_era_formats(code: str) -> None:
    """An era in the format of a cell does not keep its day from being a day."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"] = date(2019, 5, 1)
    sheet["A1"].number_format = code
    (read_back,), _ = read(_saved(workbook))
    assert values(read_back) == [[date(2019, 5, 1)]]


def test_readings_of_kanji_are_no_text() -> None:
    """What Excel keeps as ふりがな beside a cell does not enter it."""
    reading = '<rPh sb="0" eb="2"><t>ショウ</t></rPh><phoneticPr fontId="1"/>'
    strings = (
        f"<si><t>庄</t>{reading}</si><si><r><t>市</t></r><r><t>民</t></r>{reading}</si>"
    )
    cells = rows(
        '<c r="A1" t="s"><v>0</v></c>',
        '<c r="B1" t="s"><v>1</v></c>',
        f'<c r="C1" t="inlineStr"><is><t>課</t>{reading}</is></c>',
    )
    (sheet,), faults = read(book(parts(cells, strings=strings)))
    assert (values(sheet), faults) == ([["庄", "市民", "課"]], [])


def test_escaped_characters() -> None:
    """What Excel writes as _x000A_ is that character, and _x005F_ an underscore."""
    strings = "<si><t>a_x000D_&#10;b</t></si><si><t>_x005F_x0041_</t></si>"
    cells = rows('<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>')
    (sheet,), faults = read(book(parts(cells, strings=strings)))
    assert (values(sheet), faults) == ([["a\nb", "_x0041_"]], [])


def test_cells_that_cannot_be_read_are_named() -> None:
    """Errors, formulas without a result, and impossible values are warned of."""
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    cells = rows(
        '<c r="A1" t="e"><v>#REF!</v></c>',
        '<c r="B1"><f>1+1</f></c>',
        '<c r="C1"><f>1+1</f><v>2</v></c>',
        '<c r="D1" t="str"><f>""</f><v></v></c>',
        '<c r="E1" t="s"><v>99</v></c>',
        '<c r="F1" s="1"><v>99999999</v></c>',
        '<c r="G1"><v>1e999</v></c>',
        '<c r="H1" t="inlineStr"><is><t>a_x0007_b</t></is></c>',
        f'<c r="I1" t="inlineStr"><is><t>{"長" * 10_001}</t></is></c>',
        '<c r="J1" t="e"><f>A1</f><v>#N/A</v></c>',
    )
    (sheet,), faults = read(book(parts(cells, styles=styles)))
    assert values(sheet) == [
        [None, None, 2, None, None, None, None, "ab", "長" * 10_000]
    ]
    where = "list.xlsx[一覧]!"
    assert faults == [
        f"{where}A1 STD021 warning: the cell shows the error #REF!",
        f"{where}B1 STD021 warning: the formula has no stored result; open the file in"
        " Excel and save it",
        f"{where}E1 STD021 warning: the cell holds nothing that is known here",
        f"{where}F1 STD021 warning: the cell holds nothing that is known here",
        f"{where}G1 STD021 warning: the cell's number is too large to be read",
        f"{where}H1 STD021 warning: the control character U+0007 was left out",
        f"{where}I1 STD021 warning: the cell has 10001 characters; only the first 10000"
        " are read",
        f"{where}J1 STD021 warning: the cell shows the error #N/A",
    ]


def test_many_faults_are_counted() -> None:
    """After twenty cells of a sheet the others are a number."""
    cells = rows(*['<c t="e"><v>#N/A</v></c>'] * 50)
    _, faults = read(book(parts(cells)))
    assert len(faults) == 21
    assert faults[19].startswith("list.xlsx[一覧]!T1 ")
    assert faults[20] == (
        "list.xlsx[一覧]!A1 STD021 warning:"
        " 30 more cells of this table could not be read whole"
    )


def test_notes_without_what_excel_adds() -> None:
    """The author's name, and Excel's own sentence before a thread, are no note."""
    comments = (
        "<authors><author>情報係</author></authors><commentList>"
        '<comment ref="A1" authorId="0"><text><r><t>情報係:</t></r>'
        "<r><t>&#10;要確認</t></r></text></comment>"
        '<comment ref="B1" authorId="0"><text><t>[スレッド化されたコメント]&#10;&#10;'
        "お使いの Excel では… 詳細: https://go.microsoft.com/fwlink/?linkid=870924"
        "&#10;&#10;コメント:&#10;    再リース済み</t></text></comment>"
        '<comment ref="XFD1048576" authorId="9"><text><t>遠い</t></text></comment>'
        "</commentList>"
    )
    (sheet,), faults = read(book(parts(rows("<c><v>1</v></c>"), comments=comments)))
    assert sheet.rows == ((Cell(1, note="要確認"), Cell(note="再リース済み")),)
    assert faults == []


def test_comments_of_openpyxl() -> None:
    """A note of a merged cell is on its first cell alone."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"] = "税務課"
    sheet["A1"].comment = Comment("R7から収納課", "情報係")
    sheet["B3"] = 1
    sheet.merge_cells("A1:A3")
    (read_back,), _ = read(_saved(workbook))
    assert [row[0] for row in read_back.rows] == [
        Cell("税務課", note="R7から収納課"),
        Cell("税務課", spread=True),
        Cell("税務課", spread=True),
    ]


def test_sheets_without_cells_stay() -> None:
    """An empty sheet is a sheet without rows."""
    workbook = Workbook()
    workbook.create_sheet("空").sheet_state = "veryHidden"
    sheets, faults = read(_saved(workbook))
    assert [(sheet.rows, sheet.hidden) for sheet in sheets] == [((), False), ((), True)]
    assert faults == []


def test_what_bears_no_value_does_not_matter() -> None:
    """Formats, validations and properties that openpyxl refuses keep nothing back."""
    sheet = rows("<c><v>1</v></c>") + (
        '<conditionalFormatting sqref="A1"><cfRule type="no such"/>'
        '</conditionalFormatting><dataValidations><dataValidation type="no such"/>'
        '</dataValidations><hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>'
    )
    made = parts(sheet, styles="<fills><fill/><fill><nothing/></fill></fills>")
    made["docProps/core.xml"] = "<broken"
    made["xl/theme/theme1.xml"] = "<broken"
    sheets, faults = read(book(made))
    assert (values(sheets[0]), faults) == ([[1]], [])
