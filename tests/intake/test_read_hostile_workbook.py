"""Files that are broken, or were made to hold a machine up."""

from __future__ import annotations

import io
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.intake.books import MAIN, book, parts, read, rows, values
from tests.intake.ugly_list import ugly_workbook

ONE = rows("<c><v>1</v></c>")


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail where something takes far longer than it should, on a slow machine too."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < seconds


def test_zip_bomb_is_not_unpacked() -> None:
    """A part of a gigabyte of zeros is refused by what it says of its size."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts(ONE).items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet2.xml", "w") as part:
            for _ in range(256):
                part.write(b"\0" * 2**20)
    with within(5):
        sheets, faults = read(stream.getvalue())
    assert sheets == ()
    assert faults == [
        "list.xlsx:1:1 STD020 error: the workbook is too large once it is unpacked"
    ]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_too_many_tags(part: str) -> None:
    """Parts that would take minutes to read are counted before they are read."""
    made = parts(ONE) | {part: f'<sst xmlns="{MAIN}">' + "<si/>" * 4_000_001 + "</sst>"}
    with within(10):
        sheets, faults = read(book(made))
    assert sheets == ()
    assert faults == [
        "list.xlsx:1:1 STD020 error: the workbook has too many cells or formats"
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_not_expanded(encoding: str) -> None:
    """A sheet with a document type is refused, whatever it would define."""
    prolog = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "aaaa">'
        '<!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    )
    cell = rows('<c t="inlineStr"><is><t>&b;&c;</t></is></c>')
    made: dict[str, str | bytes] = {**parts(cell, prolog=prolog)}
    name = "xl/worksheets/sheet1.xml"
    made[name] = str(made[name]).encode(encoding)
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for part, content in made.items():
            archive.writestr(part, content)
    sheets, faults = read(stream.getvalue())
    assert sheets == ()
    assert faults == [
        "list.xlsx:1:1 STD020 error: the workbook holds definitions that Excel never"
        " writes"
    ]


def test_cell_at_the_far_corner() -> None:
    """A cell at the end of the sheet is told, and costs nothing."""
    sheet = (
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c>'
        '<c r="XFD1"><v>2</v></c></row><row r="1048576" hidden="1">'
        '<c r="XFD1048576"><v>3</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    )
    with within(5):
        (read_back,), faults = read(book(parts(sheet)))
    assert values(read_back) == [[1]]
    assert read_back.hidden_rows == frozenset()
    assert faults == [
        "list.xlsx[一覧]!A1 STD020 warning:"
        " 2 cells beyond 20000 rows or 500 columns are not read"
    ]


def test_formatted_cells_to_the_end_of_the_sheet() -> None:
    """Cells that only have a format are no cells."""
    empty = "".join(f'<row r="{row}"><c s="0"/></row>' for row in range(2, 1_048_577))
    sheet = f'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>{empty}</sheetData>'
    with within(30):
        (read_back,), faults = read(book(parts(sheet)))
    assert (values(read_back), faults) == ([[1]], [])


def test_a_million_merged_ranges() -> None:
    """Ranges beside each other and ranges upon each other are read in seconds."""
    corner = '<row r="20000"><c r="CV20000"><v>9</v></c></row>'
    data = f'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>{corner}</sheetData>'
    upon = '<mergeCell ref="A1:CV20000"/>' * 500_000
    beside = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(2, 500_000))
    with within(60):
        (read_back,), faults = read(
            book(parts(f"{data}<mergeCells>{upon}{beside}</mergeCells>"))
        )
    assert faults == []
    assert (len(read_back.rows), len(read_back.rows[0])) == (20_000, 100)
    assert read_back.rows[5][7].spread


def test_sheets_that_reach_too_far_are_left_out() -> None:
    """Two cells far apart do not become a table of millions."""
    sheet = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="20000"><c r="SF20000"><v>2</v></c></row></sheetData>'
    )
    sheets, faults = read(book(parts(sheet)))
    assert sheets == ()
    assert faults == [
        "list.xlsx[一覧]!A1 STD020 error: the sheet reaches too far and is left out"
    ]


def _add_sheet(made: dict[str, str], number: int, target: str) -> None:
    """Add a sheet to a workbook whose cells are in a part."""
    named = f'<sheet name="表{number}" sheetId="{number}" r:id="rId{number}"/>'
    book_, rels = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    made[book_] = made[book_].replace("</sheets>", f"{named}</sheets>")
    first = made[rels][made[rels].index("<Relationship ") :].split("/>")[0]
    more = first.replace('"rId1"', f'"rId{number}"')
    more = more.replace("worksheets/sheet1.xml", target)
    made[rels] = made[rels].replace("</Relationships>", f"{more}/></Relationships>")


def test_sheets_that_share_their_cells() -> None:
    """A large part is not read again for every sheet that claims it."""
    made = parts(rows(*["<c><v>1</v></c>"] * 200_000))
    for number in range(2, 100):
        _add_sheet(made, number, "worksheets/sheet1.xml")
    with within(30):
        sheets, faults = read(book(made))
    assert [sheet.name for sheet in sheets] == ["一覧"]
    assert faults[1] == (
        "list.xlsx[表2]!A1 STD020 error: the sheet is damaged and cannot be read"
    )


def test_only_a_hundred_sheets() -> None:
    """The sheets after the hundredth are told."""
    made = parts(ONE)
    for number in range(2, 151):
        _add_sheet(made, number, f"worksheets/sheet{number}.xml")
        made[f"xl/worksheets/sheet{number}.xml"] = made["xl/worksheets/sheet1.xml"]
    sheets, faults = read(book(made))
    assert len(sheets) == 100
    assert faults == [
        "list.xlsx:1:1 STD020 warning: the workbook has 150 sheets; only the first 100"
        " are read"
    ]


def test_a_broken_sheet_does_not_hide_the_others() -> None:
    """The fault names the sheet, and the rest is read."""
    made = parts(ONE)
    _add_sheet(made, 2, "worksheets/sheet2.xml")
    made["xl/worksheets/sheet2.xml"] = "<worksheet><sheetData>"
    sheets, faults = read(book(made))
    assert [sheet.name for sheet in sheets] == ["一覧"]
    assert faults == [
        "list.xlsx[表2]!A1 STD020 error: the sheet is damaged and cannot be read"
    ]


@pytest.mark.parametrize(
    "missing", ["[Content_Types].xml", *list(parts(ONE))[1:4], "xl/sharedStrings.xml"]
)
def test_missing_parts(missing: str) -> None:
    """A workbook without one of its parts is one fault."""
    made = {name: content for name, content in parts(ONE).items() if name != missing}
    sheets, faults = read(book(made))
    assert sheets == ()
    assert len(faults) == 1
    assert " STD020 error: " in faults[0]


@pytest.mark.parametrize("name", list(parts(ONE)))
@pytest.mark.parametrize("content", ["", "\0", "<a", "<a/>", "é" * 100])
def test_broken_parts(name: str, content: str) -> None:
    """A part that is no XML, or another's, is a fault or does not matter."""
    sheets, faults = read(book(parts(ONE) | {name: content}))
    assert (
        faults or [values(sheet) for sheet in sheets] == [[[1]]] or not sheets[0].rows
    )


def test_any_byte_may_be_wrong() -> None:
    """Cut off anywhere, or with a byte changed anywhere, a file is read or refused."""
    whole = ugly_workbook()
    dice = random.Random(5)
    for _ in range(60):
        cut = whole[: dice.randrange(1, len(whole))]
        assert read(cut)[1]
    for _ in range(250):
        place = dice.randrange(len(whole))
        broken = bytearray(whole)
        broken[place] ^= 1 << dice.randrange(8)
        read(bytes(broken))


def _zip(*names: str) -> bytes:
    return book(dict.fromkeys(names, "x"))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"  \r\n", "the file is empty"),
        (
            OLE + bytes(600) + "Workbook".encode("utf-16-le"),
            "this is an Excel workbook of the old form (.xls)",
        ),
        (
            OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "the workbook is protected by a password",
        ),
        (OLE + bytes(600), "this is a document of the old Office form, not a table"),
        (b"%PDF-1.7\n%\xe2\xe3", "this is a PDF, not a table"),
        (b"\x89PNG\r\n\x1a\n", "this is a picture, not a table"),
        (b"\xef\xbb\xbf<html><table>", "this is a page or a document, not a table"),
        (_zip("word/document.xml"), "this is a Word document, not a table"),
        (_zip("ppt/presentation.xml"), "these are PowerPoint slides, not a table"),
        (_zip("mimetype"), "this is an OpenDocument file, such as .ods"),
        (_zip("xl/workbook.bin"), "this is a binary Excel workbook (.xlsb)"),
        (_zip("a.csv"), "this is a zip archive without a workbook"),
        (b"PK\3\4", "the file is cut off or damaged: it is no whole workbook"),
        (b"x" * (20 * 2**20 + 1), "the file has 20971521 bytes; at most 20971520"),
    ],
)
def test_files_that_are_no_table(data: bytes, said: str) -> None:
    """What else a file may be is recognised by its content, and one fault says so."""
    sheets, faults = read(data)
    assert sheets == ()
    assert len(faults) == 1
    assert faults[0].startswith(f"list.xlsx:1:1 STD020 error: {said}")


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.bin", "xl/media/image1.png"])
def test_parts_that_nobody_looked_over_are_not_opened(part: str) -> None:
    """A sheet under the name of a picture would escape every bound."""
    hostile = parts(rows('<c r="A1" t="inlineStr"><is><t>x</t></is></c>'))
    short = part.removeprefix("xl/")
    made = {
        (part if name == "xl/worksheets/sheet1.xml" else name): content.replace(
            "worksheets/sheet1.xml", short
        )
        for name, content in hostile.items()
    }
    sheets, faults = read(book(made))
    assert sheets == ()
    assert faults == [
        "list.xlsx:1:1 STD020 error: the workbook refers to parts that have names which"
        " Excel never gives"
    ]


def test_rows_inside_rows() -> None:
    """A row counts for its own cells, however deep rows lie in it."""
    deep = "<row>" * 500_000 + "</row>" * 500_000
    with within(30):
        (read_back,), faults = read(book(parts(f"<sheetData>{deep}</sheetData>")))
    assert (values(read_back), faults) == ([], [])


def test_rows_to_the_end_without_a_cell() -> None:
    """A million rows that only have a height are passed over in seconds."""
    empty = "".join(f'<row r="{n}" ht="15" s="1"/>' for n in range(2, 1_048_577))
    sheet = f'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>{empty}</sheetData>'
    with within(30):
        (read_back,), faults = read(book(parts(sheet)))
    assert (values(read_back), faults) == ([[1]], [])
