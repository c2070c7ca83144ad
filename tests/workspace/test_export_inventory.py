"""``stdmig export inventory``: a table that is edited elsewhere and read back."""

from __future__ import annotations

import io
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from stdmig.dates import Period, parse_period
from stdmig.intake.sheet.read import read_sheets
from stdmig.intake.sheet.sheet import Sheet
from stdmig.render.inventory_list.csv import list_csv
from stdmig.render.inventory_list.listing import listing
from stdmig.render.inventory_list.workbook import list_workbook
from stdmig.words import Language, Style
from tests.command import call
from tests.helpers import sample_city, sound, workspace_text
from tests.hostile import ALL, hostile_workspace

TOWN = """\
schema: stdmig.systems/1
municipality: {name: 見本町, code: "012345"}
contracts:
  - {id: now, name: 現契約, start: 2020-04-01, end: 2025-03-31, monthly_fee: 300000}
  - {id: next, start: 2025-04-01, end: 2026-03, kind: single_year, form: re_lease}
  - {id: spare, vendor: 甲社, notice_months: 6}
systems:
  - id: juki
    units:
      - {section: 町民課, vendor: 甲社, package: 012, contract: [now, next]}
  - {id: seiho, applies: false, reason: 県が実施}
  - id: kokuho
    name: 国保
    cutover: 2025-10
    deadline: 2026-03
    units:
      - {section: 税務課, policy: stay, contract: now}
      - section: 保険課
        id: shikaku
        procurement: 共同
        note: 資格
        contract: {start: 2021-04-01, end: 2026-03-31, counterparty: 乙リース}
"""

JA, EN = Style.of("ja"), Style.of("en")


def _workbook(style: Style = JA, text: str = TOWN, section: str | None = None) -> bytes:
    listed = listing(sound(workspace_text(text)).file, section)
    return list_workbook(listed, style, sample=False)


def _tables(data: bytes, name: str = "list.xlsx") -> dict[str | None, Sheet]:
    """Return the sheets as they are read back, without a fault."""
    sheets, faults = read_sheets(name, data)
    assert faults == []
    return {sheet.name: sheet for sheet in sheets}


def _dicts(sheet: Sheet) -> list[dict[object, object]]:
    """Return the rows below the headings: what is not empty, by its heading."""
    head = next(
        number
        for number, row in enumerate(sheet.rows)
        if sum(cell.value is not None for cell in row) > 1
    )
    headings = [cell.value for cell in sheet.rows[head]]
    return [
        {
            str(heading).replace("\n", ""): cell.value
            for heading, cell in zip(headings, row, strict=True)
            if cell.value is not None
        }
        for row in sheet.rows[head + 1 :]
    ]


def test_workbook_is_read_back_with_every_value() -> None:
    """Units with the ids of their contracts, contracts with days, the municipality."""
    tables = _tables(_workbook())
    assert list(tables) == ["業務システム", "契約", "自治体"]
    assert _dicts(tables["業務システム"]) == [
        {
            "業務ID": "juki",
            "業務名": "住民基本台帳",
            "担当課": "町民課",
            "事業者": "甲社",
            "パッケージ": "012",
            "契約ID": "now, next",
        },
        {
            "業務ID": "seiho",
            "業務名": "生活保護",
            "該当": "なし",
            "該当しない理由": "県が実施",
        },
        {
            "業務ID": "kokuho",
            "業務名": "国保",
            "希望稼働開始日": date(2025, 10, 1),
            "移行完了期限": date(2026, 3, 31),
            "業務システムID": "kokuho/税務課",
            "担当課": "税務課",
            "対応方針": "現行事業者を継続",
            "契約ID": "now",
        },
        {
            "業務ID": "kokuho",
            "業務名": "国保",
            "希望稼働開始日": date(2025, 10, 1),
            "移行完了期限": date(2026, 3, 31),
            "業務システムID": "shikaku",
            "担当課": "保険課",
            "調達単位": "共同",
            "備考": "資格",
            "契約ID": "shikaku",
        },
    ]
    assert _dicts(tables["契約"]) == [
        {
            "契約ID": "now",
            "契約名": "現契約",
            "契約開始日": date(2020, 4, 1),
            "契約終了日": date(2025, 3, 31),
            "月額（円・税抜）": 300000,
        },
        {
            "契約ID": "next",
            "契約区分": "単年度契約",
            "契約の形": "再リース",
            "契約開始日": date(2025, 4, 1),
            "契約終了日": date(2026, 3, 31),
        },
        {"契約ID": "spare", "契約の事業者": "甲社", "予告期間（月）": 6},
        {
            "契約ID": "shikaku",
            "契約相手方": "乙リース",
            "契約開始日": date(2021, 4, 1),
            "契約終了日": date(2026, 3, 31),
        },
    ]
    assert _dicts(tables["自治体"]) == [{"自治体名": "見本町", "団体コード": "012345"}]


def test_csv_has_a_row_for_each_contract_of_a_unit() -> None:
    """A contract stands beside all its units; one that nobody uses comes last."""
    data, refused = list_csv(listing(sound(workspace_text(TOWN)).file), JA, "cp932")
    assert refused == []
    (sheet,) = _tables(data, "list.csv").values()
    assert [
        (
            row.get("業務ID"),
            row.get("業務システムID"),
            row.get("契約ID"),
            row.get("契約開始日"),
        )
        for row in _dicts(sheet)
    ] == [
        ("juki", None, "now", "R2.4.1"),
        ("juki", None, "next", "R7.4.1"),
        ("seiho", None, None, None),
        ("kokuho", "kokuho/税務課", "now", "R2.4.1"),
        ("kokuho", "shikaku", "shikaku", "R3.4.1"),
        (None, None, "spare", None),
    ]
    data, _ = list_csv(listing(sound(workspace_text(TOWN)).file), EN, "utf-8")
    assert b",2020-04-01,2025-03-31," in data


def test_section_gets_its_units_and_their_contracts() -> None:
    """Neither the systems of others nor their contracts are in a section's list."""
    tables = _tables(_workbook(section="保険課"))
    assert [row["業務システムID"] for row in _dicts(tables["業務システム"])] == [
        "shikaku"
    ]
    assert [row["契約ID"] for row in _dicts(tables["契約"])] == ["shikaku"]


@pytest.mark.parametrize("style", [JA, EN])
def test_hostile_names_come_back_whole(style: Style) -> None:
    """No name becomes a formula, a link or markup, or loses a character."""
    listed = listing(sound(hostile_workspace()).file)
    data = list_workbook(listed, style, sample=False)
    contracts = list(_tables(data).values())[1]
    heading = "契約名" if style is JA else "Contract"
    assert [row[heading] for row in _dicts(contracts)] == [name.strip() for name in ALL]
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
    flat, _ = list_csv(listed, style, "utf-8")
    (table,) = _tables(flat, "list.csv").values()
    assert [row[heading] for row in _dicts(table)] == [name.strip() for name in ALL]


def test_apostrophes_before_signs_come_back() -> None:
    """A name that begins with an apostrophe of its own keeps it through CSV."""
    text = TOWN.replace("現契約", '"\'=1+1"').replace("甲社", "\"''-\"")
    data, _ = list_csv(listing(sound(workspace_text(text)).file), JA, "utf-8")
    (sheet,) = _tables(data, "list.csv").values()
    first = _dicts(sheet)[0]
    assert (first["契約名"], first["事業者"]) == ("'=1+1", "''-")


def test_cells_that_cp932_lacks_are_named() -> None:
    """Nothing is written rather than a character lost."""
    text = TOWN.replace("甲社", "𠮷野社")
    data, refused = list_csv(listing(sound(workspace_text(text)).file), JA, "cp932")
    assert data == b""
    assert [(cell.heading, cell.characters) for cell in refused] == [
        ("事業者", "𠮷"),
        ("事業者", "𠮷"),
        ("契約の事業者", "𠮷"),
    ]


def _opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_excel_helps_with_what_is_filled_in() -> None:
    """Headings stay in sight, choices are offered below the list too, A3 is set."""
    book = _opened(_workbook())
    units, contracts, _ = book.worksheets
    assert (units.freeze_panes, contracts.freeze_panes) == ("C7", "C5")
    page = units.page_setup
    assert (int(page.paperSize), page.orientation) == (8, "landscape")
    offered = {
        str(each.sqref): (each.formula1, each.errorStyle)
        for each in units.data_validations.dataValidation
        if each.type == "list"
    }
    assert offered == {
        "C7:C210": ('"あり,なし"', None),
        "J7:J210": ('"町民課,税務課,保険課"', "information"),
        "M7:M210": (
            '"未定,現行事業者を継続,事業者を切替え,国が提供する製品を採用"',
            None,
        ),
    }
    greys = [cell.column_letter for cell in units[7] if cell.fill.patternType]
    assert greys == ["A", "H"]
    assert [cell.column_letter for cell in contracts[5] if cell.fill.patternType] == [
        "A"
    ]
    notes = {
        str(each.sqref): each.prompt
        for each in units.data_validations.dataValidation
        if each.type != "list"
    }
    assert set(notes) == {"A6", "H6"}
    assert "変更しないでください" in notes["A6"]


@pytest.mark.parametrize(
    ("language", "code"), [("ja", "[$-411]ge.m.d_ "), ("en", "yyyy\\-mm\\-dd_ ")]
)
def test_days_are_days_in_the_calendar_of_the_reader(
    language: Language, code: str
) -> None:
    """A day can be edited as a day, and shows its era where the reader has eras."""
    contracts = _opened(_workbook(Style.of(language))).worksheets[1]
    cell = contracts["G5"]
    assert cell.is_date
    assert cell.value.date() == date(2020, 4, 1)
    assert cell.number_format.replace("\\", "") == code.replace("\\", "")


def test_long_lists_of_sections_are_not_offered() -> None:
    """Excel would call a file damaged whose list of choices is too long."""
    units = "".join(
        f"      - {{section: とても長い名前の付いた課の第{number}係}}\n"
        for number in range(30)
    )
    text = TOWN.replace(
        "      - {section: 税務課, policy: stay, contract: now}\n", units
    )
    sheet = _opened(_workbook(text=text)).worksheets[0]
    lists = [
        each.formula1
        for each in sheet.data_validations.dataValidation
        if each.type == "list"
    ]
    assert len(lists) == 2


def test_same_list_makes_the_same_bytes() -> None:
    """No clock is read."""
    assert _workbook() == _workbook()


def test_sample_says_so() -> None:
    """The packaged city's list is marked as a sample."""
    listed = listing(sound(sample_city()).file)
    sheet = _tables(list_workbook(listed, JA, sample=True))["業務システム"]
    assert sheet.rows[0][0].value == "姶良市（見本） 業務システム"


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_command_writes_by_the_name_of_the_file(tmp_path: Path, name: str) -> None:
    """A list whose plan has findings, in a workspace of one file, is written."""
    (tmp_path / "systems.yaml").write_text(TOWN, encoding="utf-8")
    target = tmp_path / name
    result = call(
        "export", "inventory", "--workspace", str(tmp_path), "--output", str(target)
    )
    assert (result.code, result.out) == (0, "")
    assert result.err == f"written: {target.as_posix()}\n"
    sheets, faults = read_sheets(name, target.read_bytes())
    assert faults == []
    assert len(sheets) == (3 if name == "list.xlsx" else 1)


def test_format_goes_before_the_name(tmp_path: Path) -> None:
    """What is asked for is written, whatever the file is called."""
    target = tmp_path / "list.txt"
    result = call(
        *("export", "inventory", "--sample", "--format", "csv"),
        *("--encoding", "cp932", "--output", str(target)),
    )
    assert result.code == 0
    assert target.read_bytes().startswith("業務ID,業務名,".encode("cp932"))


def test_encoding_of_a_workbook_is_refused() -> None:
    """An option that would do nothing is told."""
    result = call("export", "inventory", "--sample", "--encoding", "cp932")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: --encoding is for CSV\n  add --format csv, or leave it out\n"
    )


@pytest.mark.outside("libreoffice")
def test_libreoffice_saves_it_unchanged_and_prints_it_on_a3(tmp_path: Path) -> None:
    """What LibreOffice writes back has the same cells; every sheet is printed on A3."""
    source = tmp_path / "list.xlsx"
    listed = listing(sound(hostile_workspace(ALL[:9])).file)
    for data in (_workbook(), list_workbook(listed, JA, sample=False)):
        source.write_bytes(data)
        again = tmp_path / "again"
        _convert(source, "xlsx", again)
        saved = _tables((again / "list.xlsx").read_bytes())
        assert {name: _dicts(sheet) for name, sheet in saved.items()} == {
            name: _dicts(sheet) for name, sheet in _tables(data).items()
        }
    source.write_bytes(_workbook())
    _convert(source, "pdf", tmp_path)
    told = subprocess.run(
        ["pdfinfo", str(tmp_path / "list.pdf")],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert "(A3)" in told
    shown = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "list.pdf"), "-"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    for words in ("R2.4.1", "R8.3.31", "kokuho/税務課", "012345"):
        assert words in shown


def _convert(source: Path, kind: str, target: Path) -> None:
    profile = f"-env:UserInstallation=file://{target}/profile"
    where = ["--outdir", str(target), str(source)]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", kind, *where],
        check=True,
        capture_output=True,
        timeout=120,
    )


def test_era_texts_of_the_csv_are_read_as_days() -> None:
    """What the CSV writes for a day is a day to whoever reads it."""
    data, _ = list_csv(listing(sound(workspace_text(TOWN)).file), JA, "utf-8")
    (sheet,) = _tables(data, "list.csv").values()
    for row in _dicts(sheet):
        for heading in ("契約開始日", "契約終了日", "希望稼働開始日", "移行完了期限"):
            if heading in row:
                assert isinstance(parse_period(str(row[heading])), Period)
