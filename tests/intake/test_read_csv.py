"""CSV in the encodings and with the separators that are about (CSV)."""

from __future__ import annotations

import pytest

from stdmig.intake.inventory_list.understand import understand
from stdmig.render.csv_table import table
from stdmig.render.verbatim import Verbatim
from tests.hostile import ALL
from tests.intake.books import read, values
from tests.intake.ugly_list import ugly_csv

WRITTEN = "業務名,担当課\r\n住民記録,町民課\r\n"


@pytest.mark.parametrize(
    "data",
    [
        WRITTEN.encode(),
        WRITTEN.encode("utf-8-sig"),
        WRITTEN.encode("cp932"),
        WRITTEN.encode("utf-16"),
        b"\xfe\xff" + WRITTEN.encode("utf-16-be"),
        WRITTEN.replace(",", "\t").encode("utf-16"),
        WRITTEN.replace(",", ";").encode(),
        WRITTEN.replace("\r\n", "\n").encode(),
        WRITTEN.replace("\r\n", "\r").encode(),
        WRITTEN.rstrip().encode("cp932"),
    ],
)
def test_encodings_and_separators(data: bytes) -> None:
    """The same table comes out of each."""
    (sheet,), faults = read(data, "list.csv")
    assert values(sheet) == [["業務名", "担当課"], ["住民記録", "町民課"]]
    assert (sheet.name, sheet.lines, faults) == (None, (1, 2), [])


def test_ugly_list_as_cp932() -> None:
    """Rows after cells with line breaks know on which line they begin."""
    (sheet,), faults = read(ugly_csv(), "list.csv")
    assert faults == []
    assert sheet.lines is not None
    assert sheet.lines[:6] == (1, 2, 3, 5, 7, 8)
    assert sheet.rows[2][10].value == "連絡先\n電話番号"
    assert sheet.rows[7][8].value == "リース"
    assert str(sheet.place(7, 8)) == "list.csv:10:9"


def test_cells_stay_texts() -> None:
    """No zero and no sign of a number is lost."""
    (sheet,), _ = read("団体コード;金額\n012345;1,000\n".encode(), "a.csv")
    assert values(sheet) == [["団体コード", "金額"], ["012345", "1,000"]]


def test_commas_inside_cells_do_not_make_columns() -> None:
    """The separator is what cuts every row alike."""
    rows = "名\t備考\nA\tイ,ロ,ハ\nB\tイ;ロ,ハ,ニ\nC\t\n"
    (sheet,), _ = read(rows.encode(), "a.tsv")
    assert [len(row) for row in values(sheet)] == [2] * 4


def test_a_single_column() -> None:
    """A list without separators is a table of one column."""
    (sheet,), faults = read("住民記録\n\n戸籍\n".encode(), "a.txt")
    assert (values(sheet), faults) == ([["住民記録"], [None], ["戸籍"]], [])


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_our_own_csv_comes_back(encoding: str) -> None:
    """Names that look like formulas come back without their apostrophe."""
    names = [name for name in ALL if encoding == "utf-8" or _fits(name)]
    rows = [(Verbatim(name), 1) for name in names]
    data, refused = table(["名称", "番号"], rows, encoding)  # type: ignore[arg-type]
    assert refused == []
    (sheet,), faults = read(data, "a.csv")
    assert [row[0].value for row in sheet.rows[1:]] == [name.strip() for name in names]
    assert faults == []


def _fits(name: str) -> bool:
    try:
        return name.encode("cp932").decode("cp932") == name
    except UnicodeError:
        return False


def test_bytes_that_are_no_text() -> None:
    """The fault names the encoding, the byte and the line."""
    data = "住民記録\n戸籍".encode() + b"\xff\xff,\n"
    sheets, faults = read(data, "a.csv")
    assert sheets == ()
    assert faults == [
        "a.csv:2:1 STD020 error: byte 20 of the file (0xFF) is no character in UTF-8"
    ]
    data = "住民記録\r\n戸籍".encode("cp932") + b"\x81\xff,\r\n"
    assert read(data, "a.csv")[1] == [
        "a.csv:2:1 STD020 error: byte 15 of the file (0x81) is no character in CP932"
        " (Shift_JIS)"
    ]


def test_zero_bytes() -> None:
    """One is left out with a warning; a file full of them is no text."""
    (sheet,), faults = read("業務名,課\n住\0民,町民課\n\0,".encode() + b"a" * 60)
    assert values(sheet)[1] == ["住民", "町民課"]
    assert faults == [
        "list.xlsx:2:1 STD021 warning: the control character U+0000 was left out",
        "list.xlsx:3:1 STD021 warning: the control character U+0000 was left out",
    ]
    sheets, faults = read(WRITTEN.encode("utf-16-le"))
    assert sheets == ()
    assert faults == [
        "list.xlsx:1:1 STD020 error: the file is no text: it is full of zero bytes"
    ]


@pytest.mark.parametrize("row", ['"あ,い\nう,え\n', '"あ"い,う\nえ,お\n'])
def test_open_quotation_marks(row: str) -> None:
    """A quotation mark that swallows what follows is told with its line."""
    sheets, faults = read(f"名,課\n{row}".encode(), "a.csv")
    assert sheets == ()
    assert faults == [
        "a.csv:2:1 STD020 error: a quotation mark in this row is not closed, or is not"
        " doubled"
    ]


def test_limits() -> None:
    """What lies beyond the limits is counted, long cells are cut."""
    data = ("a,b\n" * 20_002 + ",".join(["c"] * 502)).encode()
    (sheet,), faults = read(data, "a.csv")
    assert len(sheet.rows) == 20_000
    assert faults == [
        "a.csv:1:1 STD020 warning: 506 cells beyond 20000 rows or 500 columns are not"
        " read"
    ]
    (sheet,), faults = read(f"{'長' * 10_001},b\n".encode(), "a.csv")
    assert len(str(sheet.rows[0][0].value)) == 10_000
    assert faults == [
        "a.csv:1:1 STD021 warning: the cell has 10001 characters; only the first 10000"
        " are read"
    ]
    assert read(b'"' + b"x" * 200_000 + b'"', "a.csv")[1][0].startswith(
        "a.csv:1:1 STD0"
    )


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbf", b"\xff\xfe", b",", b" , ,\r", b",,\r\n", b'""', "　\n".encode()],
)
def test_table_in_which_nothing_stands_has_a_place(data: bytes) -> None:
    """Whoever tells that it holds no list can say where: in its first cell."""
    (sheet,), faults = read(data, "list.csv")
    assert (sheet.rows, faults) == ((), [])
    assert str(sheet.place(0, 0)) == "list.csv:1:1"
    _, told = understand((sheet,), {}, None)
    assert [(fault.code, str(fault.location)) for fault in told] == [
        ("STD022", "list.csv:1:1")
    ]
