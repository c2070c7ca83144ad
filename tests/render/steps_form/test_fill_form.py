"""Cells of a form replaced, and nothing else of it (様式への書込み)."""

from __future__ import annotations

import io
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.intake.sheet.read import read_sheets
from stdmig.render.steps_form.cells import filled
from stdmig.render.steps_form.fill import fill_form
from stdmig.render.steps_form.package import UnfitWorkbookError
from tests.intake.books import book, parts
from tests.steps_books import DONE, STARTED, form

SHEET = "一覧"
ODD = (
    "<!-- before --><cols><col min='3' max='5' style=\"7\"/></cols>"
    '<sheetData><row r="1" spans="1:3"><c r="A1" s="4" t="s"><v>0</v></c>'
    "<c r='C1' t='str'  s='5' cm='1'><v>未着手</v><!-- a > b --></c></row>\n"
    '<row r="2"><c r="A2"><f>COUNTIF(A1:C1,"完了済み")</f><v>0</v></c>'
    '<c r="B2" s="2"/></row><row r="3"/></sheetData>'
    '<dataValidations count="1"><dataValidation type="list" sqref="A1:C1">'
    '<formula1>"完了済み,未着手"</formula1></dataValidation></dataValidations>'
)


def _part(inner: str = ODD) -> bytes:
    return parts(inner)["xl/worksheets/sheet1.xml"].encode()


def test_cells_keep_their_looks() -> None:
    """A text takes the place of what a cell held; attributes and neighbours stay."""
    part = _part()
    changed, kept = filled(part, {(0, 0): DONE, (0, 2): DONE, (1, 1): STARTED})
    assert kept == ()
    inline = ' t="inlineStr"><is><t>{}</t></is></c>'
    assert changed == (
        part.decode()
        .replace(' t="s"><v>0</v></c>', inline.format(DONE), 1)
        .replace(
            "<c r='C1' t='str'  s='5' cm='1'><v>未着手</v><!-- a > b --></c>",
            "<c r='C1'  s='5'" + inline.format(DONE),
        )
        .replace('<c r="B2" s="2"/>', '<c r="B2" s="2"' + inline.format(STARTED))
        .encode()
    )


def test_cells_that_are_not_there_yet() -> None:
    """A new cell stands in the order of its row, with the format of its column."""
    changed, kept = filled(_part(), {(0, 1): DONE, (0, 3): STARTED})
    assert kept == ()
    inline = ' t="inlineStr"><is><t>{}</t></is></c>'
    assert f'<v>0</v></c><c r="B1"{inline.format(DONE)}<c r=' in changed.decode()
    assert f'</c><c r="D1" s="7"{inline.format(STARTED)}</row>' in changed.decode()


def test_formulas_and_missing_rows_stay() -> None:
    """What reckons, and what has no row, is named and left alone."""
    part = _part()
    places = {(1, 0): DONE, (2, 0): DONE, (9, 9): DONE}
    assert filled(part, places) == (part, ((1, 0), (2, 0), (9, 9)))


def test_prefixes_of_names() -> None:
    """A part whose elements have a prefix gets cells that have it too."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    part = (
        f'<x:worksheet xmlns:x="{space}"><x:sheetData><x:row><x:c/><x:c/></x:row>'
        "</x:sheetData></x:worksheet>"
    ).encode()
    changed, _ = filled(part, {(0, 1): DONE})
    new = f'<x:c t="inlineStr"><x:is><x:t>{DONE}</x:t></x:is></x:c></x:row>'
    assert new in changed.decode()


def test_other_encodings_are_refused() -> None:
    """Places are those of UTF-8; another encoding is not changed by guess."""
    part = '<?xml version="1.0" encoding="utf-16"?>' + _part().decode()
    with pytest.raises(UnfitWorkbookError):
        filled(part.encode("utf-16"), {(0, 0): DONE})


def _with(data: bytes, extra: dict[str, bytes]) -> bytes:
    stream = io.BytesIO(data)
    with ZipFile(stream, "a", ZIP_STORED) as archive:
        for name, content in extra.items():
            archive.writestr(name, content)
        archive.comment = "覚書".encode()
    return stream.getvalue()


def _contents(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_other_parts_stay_byte_for_byte() -> None:
    """Macros, pictures, printer settings: all are there, in their order."""
    extra = {"xl/vbaProject.bin": b"\0\1" * 999, "xl/media/図.png": b"\x89PNG"}
    data = _with(form(("未着手", "備考")), extra)
    made = fill_form(data, SHEET, {(0, 0): DONE})
    assert made.data is not None
    before, after = _contents(data), _contents(made.data)
    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml"}
    with ZipFile(io.BytesIO(made.data)) as archive:
        assert archive.comment == "覚書".encode()
    assert fill_form(data, SHEET, {(0, 0): DONE}).data == made.data


def test_no_change_no_byte() -> None:
    """A form that says all of it already is the same file."""
    data = form(("未着手",))
    assert fill_form(data, SHEET, {}).data == data


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", '</sheets><calcPr fullCalcOnLoad="1"/></workbook>'),
        ('<calcPr calcId="191029"/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'),
        (
            '<calcPr fullCalcOnLoad="0" iterate="1"></calcPr>',
            '<calcPr iterate="1" fullCalcOnLoad="1"></calcPr>',
        ),
    ],
)
def test_formulas_are_reckoned_anew(properties: str, expected: str) -> None:
    """Rates that a form reckons from the states are not left as they were."""
    data = book(parts(ODD, properties=properties))
    made = fill_form(data, SHEET, {(0, 0): DONE})
    assert made.data is not None
    assert expected in _contents(made.data)["xl/workbook.xml"].decode()


def _twice() -> bytes:
    stream = io.BytesIO(form(("未着手",)))
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(stream, "a") as archive:
        archive.writestr("xl/workbook.xml", b"<x/>")
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["twice", "cut", "none"])
def test_broken_archives_are_refused(kind: str) -> None:
    """A damaged or ambiguous file is not written anew."""
    sound = form(("未着手",))
    data = {"twice": _twice(), "cut": sound[:-30], "none": b"PK\3\4 broken"}[kind]
    assert fill_form(data, SHEET, {(0, 0): DONE}).data is None


def test_parts_upon_each_other_are_refused() -> None:
    """Entries that share their bytes, as in a bomb, are not copied apart."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts("<sheetData/>").items():
            archive.writestr(name, content)
        archive.writestr("xl/media/a.bin", b"\0" * 5000)
        info = archive.getinfo("xl/media/a.bin")
        for number in range(50):
            twin = type(info)(f"xl/media/{number}.bin")
            for key in ("CRC", "compress_size", "file_size", "header_offset"):
                setattr(twin, key, getattr(info, key))
            archive.filelist.append(twin)
    made = fill_form(stream.getvalue(), SHEET, {(0, 0): DONE})
    assert made.data is None


_WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")))


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 4), st.integers(0, 30)), _WORDS, max_size=20
    )
)
def test_any_cells(cells: dict[tuple[int, int], str]) -> None:
    """Whatever is written into a sheet is read back."""
    rows = [(f"行{row}", None, "未着手", row) for row in range(5)]
    data = form(*rows)
    made = fill_form(data, SHEET, cells)
    assert made.data is not None
    (sheet,), faults = read_sheets("form.xlsx", made.data)
    assert faults == []
    expected = {
        (row, column): value
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value is not None
    }
    expected |= {place: words.strip() for place, words in cells.items()}
    found = {
        (row, column): cell.value
        for row, line in enumerate(sheet.rows)
        for column, cell in enumerate(line)
        if cell.value is not None
    }
    assert found == {place: value for place, value in expected.items() if value != ""}
