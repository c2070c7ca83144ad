"""The book as a whole: tabs, bytes, texts that are never anything else (ブック)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.render.workbook import workbook
from stdmig.render.workbook.book import Book, Formula
from stdmig.render.workbook.cell_text import MOST, cell_text
from stdmig.render.workbook.look import CELL
from stdmig.words import Language, Style, text
from stdmig.workspace.dossier import dossier
from tests.command import call
from tests.render.workbook.reading import dossier_of, made, opened, plain
from tests.rules.planned import AS_OF, planned, sample

ENGLISH = Style.of("en")

HOSTILE = (
    '=HYPERLINK("http://example.com","x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1+1",
    "\t=1",
    "{=1+1}",
    "<r><t>x</t></r>",
    "</t></si><script>alert(1)</script>",
    "]]>",
    '"; DROP TABLE tasks; --',
    "_x0041_",
    "http://example.com",
    "mailto:a@example.com",
    "internal:Sheet1!A1",
    "001",
    "1-2",
    "TRUE",
    "#N/A",
    "'x",
    " x ",
    "x" * 300,
    "𠮷野家👨‍👩‍👧",
    "か\u3099葛\U000e0100",
    "مرحبا abc",
    "&L&P&D",
)
"""Names that a spreadsheet might take for something else."""


def _written(*words: str) -> list[Any]:
    """Return cells with these texts, as another library reads them."""
    book = Book(ENGLISH, "title", AS_OF)
    sheet = book.sheet(text("Tasks"))
    for row, each in enumerate(words):
        sheet.put(row, 0, each, CELL)
    (column,) = opened(book.close(), values=False)["Tasks"].iter_cols(max_col=1)
    return list(column)


def test_tabs_stand_in_the_order_of_a_meeting() -> None:
    """Chart, contracts, budget, tasks, findings, assumptions."""
    assert opened(made("sample")).sheetnames == [
        "Schedule",
        "Contract periods",
        "Budget request",
        "Tasks",
        "Findings",
        "Assumptions",
    ]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_same_plan_makes_the_same_bytes(language: Language) -> None:
    """Nothing in the file tells when it was made; it bears the as-of date."""
    again = workbook(dossier_of("sample"), Style.of(language))
    assert again == made("sample", language)
    properties = opened(again).properties
    assert properties.created.date() == AS_OF
    assert properties.modified.date() == AS_OF


def test_title_says_whose_plan_it_is() -> None:
    """The properties of the file name the municipality, and that it is a sample."""
    title = opened(made("sample")).properties.title
    assert title == "Aira City (sample): migration plan"


def test_marks_of_direction_are_seen() -> None:
    """A mark that would turn what follows it around becomes U+FFFD in its place."""
    (cell,) = _written("مرحبا \u200fabc\u202ecba")
    assert cell.value == "مرحبا \ufffdabc\ufffdcba"


@pytest.mark.parametrize("name", HOSTILE)
def test_text_comes_back_as_the_same_text(name: str) -> None:
    """No text becomes a formula, a number, a link or markup, and none changes."""
    (cell,) = _written(name)
    assert cell.value == name
    assert cell.data_type == "s"
    assert cell.hyperlink is None


@settings(max_examples=40)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1),
        min_size=1,
        max_size=5,
    )
)
def test_any_text_comes_back(names: list[str]) -> None:
    """Whatever somebody is called is read as it was written, a text."""
    held = [cell_text(name, ENGLISH) for name in names]
    assert [(cell.value, cell.data_type) for cell in _written(*names)] == [
        (name, "s") for name in held
    ]


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("a\x00b\x1bc", "a\ufffdb\ufffdc"),
        ("half \ud842", "half \ufffd"),
        ("turned \u202egnp.exe", "turned \ufffdgnp.exe"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("a\tb", "a\tb"),
        ("\uffff", "\ufffd"),
    ],
)
def test_what_no_cell_holds_is_seen(words: str, held: str) -> None:
    """Controls, halves of characters and turned text leave a mark in their place."""
    (cell,) = _written(words)
    assert cell.value == held


@pytest.mark.parametrize("letter", ["x", "𠮷"])
def test_long_text_is_cut_visibly(letter: str) -> None:
    """A text beyond Excel's limit says at its end that something is missing."""
    (cell,) = _written(letter * (MOST + 1))
    held = str(cell.value)
    assert held.endswith(f"{letter}... (cut here: too long for a cell)")
    # Excel counts a character beyond the first plane as two.
    assert MOST - 1 <= len(held.encode("utf-16-le")) // 2 <= MOST


def test_text_of_just_the_limit_is_whole() -> None:
    """Nothing is cut where it fits."""
    assert cell_text("x" * MOST, ENGLISH) == "x" * MOST


def test_value_of_a_formula_is_cleaned_too() -> None:
    """What a formula is said to show cannot break the file either."""
    book = Book(ENGLISH, "title", AS_OF)
    book.sheet(text("Tasks")).put(0, 0, Formula('="x"', "a\x00<b>"), CELL)
    assert opened(book.close())["Tasks"]["A1"].value == "a\ufffd<b>"


@pytest.mark.parametrize(
    ("written", "held"),
    [
        (date(1900, 2, 28), "1900-02-28"),
        (date(1868, 1, 25), "1868-01-25"),
        (date(1900, 3, 1), date(1900, 3, 1)),
        (date(2019, 5, 1), date(2019, 5, 1)),
    ],
)
def test_days_before_excels_calendar_are_texts(written: date, held: object) -> None:
    """What Excel would show as another day stands there in words."""
    book = Book(ENGLISH, "title", AS_OF)
    look = CELL._replace(number="yyyy-mm-dd")
    book.sheet(text("Tasks")).put(0, 0, written, look)
    assert plain(opened(book.close())["Tasks"]["A1"].value) == held


def test_name_in_a_page_header_is_no_code() -> None:
    """A long name with header codes in it is cut, and its signs are doubled."""
    name = "&P" * 100
    town = planned(f"""\
        schema: stdmig.systems/1
        municipality: {{name: "{name}"}}
        systems: [{{id: juki, units: [{{section: 市民課}}]}}]
        """)
    sheet = opened(workbook(dossier(town), ENGLISH))["Tasks"]
    assert sheet.oddHeader.left.text == "&&P" * 29 + ".."
    whole = "".join(
        part.text or ""
        for part in (
            sheet.oddHeader.left,
            sheet.oddHeader.center,
            sheet.oddHeader.right,
        )
    )
    assert len(whole) < 255


HOSTILE_TOWN = """\
schema: stdmig.systems/1
municipality: {{name: {name}, lead_section: {name}}}
contracts:
  - {{id: c1, name: {name}, vendor: {name}, start: 2019-10-01, end: 2024-09-30}}
systems:
  - id: juki
    name: {name}
    units: [{{section: {name}, package: {name}, vendor: {name}, contract: c1}}]
"""
HOSTILE_COSTS = """\
schema: stdmig.costs/1
tax_rate: 10
heading: {{account: {name}, project: {name}}}
costs:
  - item: extension
    unit_price: 1000
    quantity: 1
    unit_name: {name}
    method: {name}
"""


@pytest.mark.parametrize("name", [each for each in HOSTILE if "\t" not in each])
def test_hostile_town_writes_no_formula_of_its_own(name: str) -> None:
    """Names of a town stand in every sheet as texts; formulas are ours alone."""
    written = "'" + name.replace("'", "''") + "'"
    held = dossier(
        planned(
            HOSTILE_TOWN.format(name=written),
            planning="{cutover: 2025-10-01}",
            costs=HOSTILE_COSTS.format(name=written),
        )
    )
    data = workbook(held, ENGLISH)
    book = opened(data, values=False)
    texts = [cell for sheet in book for cell in _cells(sheet)]
    name = name.strip()
    assert sum(name in str(cell.value) for cell in texts) > 20
    for cell in texts:
        if cell.data_type == "f":
            assert cell.parent.title == "Budget request"
            assert name not in str(cell.value) or len(name) < 5
    members = ZipFile(BytesIO(data)).namelist()
    assert not [each for each in members if "external" in each or "_rels/sheet" in each]


def _cells(sheet: Any) -> Iterator[Any]:
    for row in sheet.iter_rows():
        yield from (cell for cell in row if cell.value is not None)


def test_command_writes_the_workbook(tmp_path: Path) -> None:
    """``stdmig export xlsx`` writes the bytes of the renderer."""
    file = tmp_path / "plan.xlsx"
    result = call("export", "xlsx", "--sample", "--lang", "en", "--output", file)
    assert (result.code, result.out) == (0, ""), result.err
    assert file.read_bytes() == made("sample")


def test_section_gets_its_own_part() -> None:
    """Asked for one section, every sheet holds what concerns it, and says so."""
    own = workbook(dossier(sample(), "税務課"), ENGLISH)
    book = opened(own)
    assert book["Tasks"]["A1"].value == "Aira City (sample) (税務課): Tasks"
    assert book["Tasks"].max_row < opened(made("sample"))["Tasks"].max_row
    rows = book["Contract periods"].iter_rows(min_row=5, max_col=1, values_only=True)
    assert [row[0] for row in rows] == ["アクロシティ住民情報システム"]
