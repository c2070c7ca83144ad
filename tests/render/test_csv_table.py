"""Tables that a spreadsheet opens as text, never as formulas (CSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.render.csv_table import Unwritable, table
from stdmig.render.verbatim import Verbatim
from tests.command import call

HOSTILE = (
    "=HYPERLINK(1)",
    "+1",
    "-1",
    "@x",
    "\tx",
    "\rx",
    "\nx",
    " =1",
    "\u3000=1",
    "  \t@x",
    "＝1",
    "＋1",
    "－1",
    "＠x",
)


def _rows(data: bytes) -> list[list[str]]:
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_table_begins_with_a_byte_order_mark_and_ends_lines_for_windows() -> None:
    """Excel knows UTF-8 by its mark, and every row ends in CR LF."""
    data, refused = table(["甲", "乙"], [["一", "二"]], "utf-8")
    assert data == "\ufeff甲,乙\r\n一,二\r\n".encode()
    assert refused == []


def test_cp932_has_no_mark() -> None:
    """CP932 is written as older programs read it."""
    data, _ = table(["甲"], [["一①髙"]], "cp932")
    assert data == "甲\r\n一①髙\r\n".encode("cp932")


@pytest.mark.parametrize("name", HOSTILE)
def test_text_is_never_a_formula(name: str) -> None:
    """What a spreadsheet would compute gets an apostrophe in front, nothing else."""
    data, _ = table(["甲"], [[name]], "utf-8")
    assert _rows(data)[1] == [f"'{name}"]


@pytest.mark.parametrize(
    "name", ["1-2", "a=b", "税務課", "'x", "", " ", "\u3000", "3%"]
)
def test_other_texts_stay_as_they_are(name: str) -> None:
    """Signs inside a text and blank texts mean nothing to a spreadsheet."""
    data, _ = table(["甲", "乙"], [[name, "乙"]], "utf-8")
    assert _rows(data)[1] == [name, "乙"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (-153, "-153"),
        (Decimal("-0.5"), "-0.5"),
        (0, "0"),
        (None, ""),
        (date(2025, 9, 30), "2025-09-30"),
    ],
)
def test_numbers_stay_numbers(value: object, cell: str) -> None:
    """Negative numbers are no formulas, nothing is empty, and dates are ISO."""
    data, _ = table(["甲", "乙"], [[value, "乙"]], "utf-8")
    assert _rows(data)[1] == [cell, "乙"]


def test_commas_quotes_and_line_breaks_stay_in_their_cell() -> None:
    """A name with every separator in it comes back whole."""
    name = '甲, "乙"\r\n丙'
    data, _ = table(["名"], [[name]], "utf-8")
    assert _rows(data)[1] == [name]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2))
def test_any_text_comes_back_and_never_as_a_formula(names: list[str]) -> None:
    """A reader gets every text back, at most with the apostrophe that disarms it."""
    data, _ = table(["甲"] * len(names), [[Verbatim(each) for each in names]], "utf-8")
    cells = _rows(data)[1]
    for name, cell in zip(names, cells, strict=True):
        assert cell in (name, f"'{name}")
        assert cell.lstrip()[:1] not in tuple("=+-@＝＋－＠")


def test_cell_turns_no_neighbour_around() -> None:
    """Directions and controls are seen as U+FFFD; what is read back stays."""
    cells = ["逆\u202eさ\u200f", "a\x1b[2Jb\n二", Verbatim("逆\u202eさ")]
    data, _ = table(["一", "二", "三"], [cells], "utf-8")
    assert _rows(data)[1] == ["逆\ufffdさ\ufffd", "a\ufffd[2Jb\n二", "逆\u202eさ"]


def test_cp932_refuses_cell_by_cell() -> None:
    """Every cell that would lose something is named, and nothing is written."""
    rows = [["吉野家", "𠮷野家〜𠮷"], ["−", "甲"]]
    data, refused = table(["店", "名"], rows, "cp932")
    assert data == b""
    assert refused == [
        Unwritable(2, 2, "名", "𠮷〜"),
        Unwritable(3, 1, "店", "−"),
    ]


def test_file_name_that_is_no_unicode_is_escaped() -> None:
    """A path whose bytes are no UTF-8 is written, never a crash."""
    name = b"\xff.yaml".decode("utf-8", "surrogateescape")
    data, _ = table(["甲"], [[name]], "utf-8")
    assert _rows(data)[1] == ["\\udcff.yaml"]


HOSTILE_TOWN = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
contracts:
  - id: c1
    name: "=HYPERLINK(1)"
    vendor: "+1"
    start: 2019-10-01
    end: 2024-09-30
systems:
  - id: juki
    name: "-1"
    units:
      - section: "@x"
        package: " =1"
        vendor: "＝1"
        contract: c1
"""


@pytest.mark.parametrize(
    "command",
    [
        ("plan", "--format", "csv"),
        ("check", "--format", "csv", "--fail-on", "never"),
        ("export", "budget"),
    ],
)
def test_names_of_the_town_never_become_formulas(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    """Whatever a town calls its things, no cell of any table is computed."""
    (tmp_path / "systems.yaml").write_text(HOSTILE_TOWN, encoding="utf-8")
    result = call(*command, "-w", tmp_path, "--as-of", "2021-10-01")
    assert result.code == 0, result.err
    header, *rows = _rows(result.stdout)
    assert rows
    for row in rows:
        for name, cell in zip(header, row, strict=True):
            if cell[:1] in set("=+@＝＋－＠\t\r\n"):
                pytest.fail(f"{name}: {cell!r}")
            assert cell[:1] != "-" or float(cell) < 0, name


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("plan", "--format", "csv"), "plan"),
        (("check", "--format", "csv", "--fail-on", "never"), "check"),
        (("export", "budget"), "budget"),
    ],
)
def test_table_of_the_sample_is_as_filed(
    command: tuple[str, ...],
    name: str,
    language: str,
    golden: Callable[[str, bytes], None],
) -> None:
    """Every table is, to the byte, the one that was read and approved."""
    result = call(*command, "--sample", "--lang", language)
    assert result.code == 0, result.err
    golden(f"{name}_{language}.csv", result.stdout)


@pytest.mark.parametrize(
    "command",
    [
        ("plan", "--format", "csv"),
        ("check", "--format", "csv", "--fail-on", "never"),
        ("export", "budget"),
    ],
)
def test_cp932_holds_the_sample(command: tuple[str, ...]) -> None:
    """The sample can be written for programs that read CP932 alone."""
    wide = call(*command, "--sample")
    narrow = call(*command, "--sample", "--encoding", "cp932")
    assert narrow.code == 0, narrow.err
    assert narrow.stdout.decode("cp932") == wide.stdout.decode("utf-8-sig")


def test_columns_for_programs_hold_iso_dates_and_numbers() -> None:
    """Days are ISO, counts are whole numbers, and the tasks are all there."""
    result = call("plan", "--sample", "--format", "csv", "--lang", "en")
    header, *rows = _rows(result.stdout)
    assert len(rows) == 224
    first, last = header.index("Planned start"), header.index("Earliest start")
    days = [cell for row in rows for cell in row[first : last + 1]]
    assert len(days) == 224 * 8
    assert [day for day in days if date.fromisoformat(day).isoformat() != day] == []
    floats = header.index("Total float (days)"), header.index("Free float (days)")
    assert min(int(row[floats[0]]) for row in rows) == -366
    assert all(row[floats[1]].isdecimal() for row in rows)


def test_budget_columns_are_those_of_the_finance_office() -> None:
    """The columns stand in the order in which finance reads them."""
    result = call("export", "budget", "--sample")
    header, *rows = _rows(result.stdout)
    assert header == [
        *("予算年度", "予算区分", "会計", "款", "項", "目", "事業名", "節", "細節"),
        *("要求課", "件名", "新規・継続", "前年度当初(千円)", "要求額(千円)"),
        *("増減(千円)", "数量", "単位", "単価(円・税抜)", "税率", "金額(円・税込)"),
        *("積算根拠", "国庫支出金", "県支出金", "地方債", "その他", "一般財源"),
        *("債務負担(有無)", "期間", "限度額(千円)", "契約方法", "契約相手方(見込み)"),
        *("履行開始", "履行終了", "要求締切", "計画の根拠", "備考"),
    ]
    extension = [row for row in rows if row[10].startswith("アクロシティ")]
    # 6 months from 2024-10-01 in R6, 6 from 2025-04-01 in R7; nobody gave a price.
    assert [(row[0], row[15], row[31], row[32]) for row in extension] == [
        ("令和6", "6", "2024-10-01", "2025-03-31"),
        ("令和7", "6", "2025-04-01", "2025-09-30"),
    ]
    assert {row[13] for row in rows} == {""}


def test_budget_of_a_section_is_its_own() -> None:
    """``--section`` keeps the lines that the section asks for, or shares."""
    result = call("export", "budget", "--sample", "--section", "社会福祉課")
    _, *rows = _rows(result.stdout)
    assert {row[9] for row in rows} == {"社会福祉課"}
    assert [row[0] for row in rows if "更新" in row[10]] == [
        *("令和4", "令和5", "令和6", "令和7")
    ]
