"""``stdmig export designated``: for the ministry (特定移行支援システム)."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.command import Result, call

TOWN = """\
schema: stdmig.systems/1
municipality: {name: 見本町, code: "012345"}
systems:
  - id: juki
    cutover: 2026-01-05
    units: [{section: 住民課, vendor: 甲社}]
    transitional:
      - {function: =1+1, until: 2027-03}
      - function: 統計
  - id: kojin
    cutover: 2028-01-04
    designated: {reason: 4, explanation: 技術者が足りない。, completion: 令和10年3月}
    units:
      - {section: 税務課, vendor: 乙社}
      - {section: 収納課, vendor: 丙社}
  - id: kokuho
    designated: {}
  - id: kaigo
    cutover: 2026-01-05
    units: [{section: 介護課, vendor: 甲社}]
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a workspace."""
    (tmp_path / "systems.yaml").write_text(TOWN, "utf-8")
    return tmp_path


def _export(folder: Path, *options: str | Path) -> Result:
    day = ("--as-of", "2025-04-01")
    return call("export", "designated", "-w", folder, "--lang", "en", *day, *options)


def test_table(town: Path) -> None:
    """A row per system; what nobody wrote down is empty; formulas are texts."""
    result = _export(town)
    assert result.code == 0, result.err
    assert result.stdout.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(result.stdout.decode("utf-8-sig")))
    assert head == [
        "Code of the municipality",
        "Name of the municipality",
        "System",
        "Present vendor",
        "Designated",
        "Number of the reason",
        "Reason in words",
        "Explanation of the reason",
        "Planned completion (month)",
        "Deadline",
        "Planned cutover",
        "Transitional measures: functions",
        "Transitional measures: until",
    ]
    juki, kojin, kokuho = rows
    assert juki == [
        *("012345", "見本町", "Basic resident register", "甲社", "", "", "", "", ""),
        *("2026-03-31", "2026-01-05", "(1) =1+1 (2) 統計", "(1) 2027-03-31 (2) -"),
    ]
    assert kojin == [
        *("012345", "見本町", "Individual resident tax", "乙社, 丙社", "is designated"),
        *("4", "the vendor lacks the resources", "技術者が足りない。", "2028-03"),
        *("2031-03-31", "2028-01-04", "", ""),
    ]
    assert kokuho[3:9] == ["", "is designated", "", "", "", ""]


def test_single_function_is_no_formula(town: Path) -> None:
    """A function whose name begins with = is guarded in CSV."""
    file = town / "systems.yaml"
    told = file.read_text("utf-8").replace("      - function: 統計\n", "")
    file.write_text(told, "utf-8")
    rows = list(csv.reader(io.StringIO(_export(town).stdout.decode("utf-8-sig"))))
    assert rows[1][11:] == ["'=1+1", "2027-03-31"]


def test_workbook(town: Path) -> None:
    """The file's name chooses a workbook: days are days, texts are texts."""
    output = town / "out.xlsx"
    result = _export(town, "--output", output, "--dates", "iso")
    assert result.code == 0, result.err
    sheet: Any = openpyxl.load_workbook(output).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    juki, kojin = rows[3], rows[4]
    assert juki[11] == "(1) =1+1 (2) 統計"
    assert [each.data_type for each in sheet[4]].count("f") == 0
    assert (kojin[0], kojin[5], kojin[8]) == ("012345", 4, "2028-03")
    days = [each.date() for each in kojin[9:11]]
    assert days == [date(2031, 3, 31), date(2028, 1, 4)]


def test_what_cp932_cannot_hold(town: Path) -> None:
    """A cell that would lose something is named, and nothing is written."""
    file = town / "systems.yaml"
    file.write_text(file.read_text("utf-8").replace("乙社", "𠮷社"), "utf-8")
    result = _export(town, "--encoding", "cp932")
    assert (result.code, result.stdout) == (2, b"")
    assert "row 3, column 4 (Present vendor): 𠮷 (U+20BB7)" in result.err
