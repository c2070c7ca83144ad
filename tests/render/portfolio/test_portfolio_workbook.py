"""The workbook about many municipalities, read back (団体の集計のブック)."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.render.portfolio.workbook import portfolio_workbook
from stdmig.words import Language, Style
from tests import portfolios
from tests.helpers import ENGLISH
from tests.hostile import ALL, NAMES
from tests.render.workbook.reading import table
from tests.slips import three_towns

SHEETS = [
    "What matters",
    "Municipalities",
    "Municipalities and systems",
    "Systems of all",
    "Vendors by month",
    "Contracts that end",
    "What is due next",
    "Joint procurements",
    "Findings",
    "Workspaces not read",
]


@cache
def made(make: Callable[[], Portfolio], language: Language = "en") -> bytes:
    """Return a workbook, made once."""
    return portfolio_workbook(make(), Style.of(language))


def book(make: Callable[[], Portfolio], language: Language = "en") -> Any:
    """Return a workbook as another library reads it."""
    return openpyxl.load_workbook(BytesIO(made(make, language)))


def test_sheets_stand_in_order() -> None:
    """From what matters to the workspaces that could not be read."""
    assert book(portfolios.few).sheetnames == SHEETS
    assert book(portfolios.none).sheetnames == SHEETS


def test_towns_stand_by_risk_with_figures() -> None:
    """Rates are numbers, unknown ones are empty, and nothing is zero that is none."""
    rows = table(book(portfolios.few)["Municipalities"]).dicts()
    first = rows[0]
    assert [row["Municipality name"] for row in rows] == [
        "みなと町",
        "Aozora City",
        "やまの村",
    ]
    assert first["Rank"] == 1
    assert first["Municipality code"] == "462250"
    assert first["Cannot be kept or past"] == 8
    assert first["Float (days)"] == -300
    assert first["Gap (days)"] == 92
    assert first["Official step rate"] == 0.7375
    assert rows[1]["Gap (days)"] is None
    assert rows[2]["Prefecture"] == "no code"


def test_matrix_has_a_sign_for_each_system_and_colours_by_it() -> None:
    """The colour follows the sign, also where somebody changes it."""
    sheet = book(portfolios.few)["Municipalities and systems"]
    rows = table(sheet)
    first = rows.rows[0]
    signs = [sheet.cell(first, column).value for column in range(4, 24)]
    assert "".join(signs) == "●○△×!●○△×!●○-×!●○△×!"
    ((area, rules),) = [
        (str(each.sqref), each.rules) for each in sheet.conditional_formatting
    ]
    assert area == f"D{first}:W{rows.rows[-1]}"
    told = {rule.formula[0]: rule.dxf.fill.bgColor.rgb for rule in rules}
    assert told['"×"'] == "FFB3261E"
    assert set(told) == {'"!"', '"×"', '"△"', '"○"', '"●"'}


def test_systems_have_a_row_each() -> None:
    """Days are days; a system that does not apply has none; others are not lost."""
    rows = table(book(portfolios.few)["Systems of all"]).dicts()
    assert len(rows) == 51
    family = next(row for row in rows if row["System"] == "Family register")
    assert family["State"] == "△ only if shortened"
    assert family["Cutover day"] == date(2027, 5, 6)
    assert family["Deadline"] == date(2031, 3, 31)
    assert family["Gap (days)"] == 92
    assert family["Vendor"] == "戸籍計算"
    assert family["Steps done"] == 26
    assert family["Reason (1 to 4)"] == 4
    absent = next(row for row in rows if row["State"] == "- does not apply")
    assert absent["Cutover day"] is None
    assert rows[-1]["System"] == "own-1"


def test_vendors_have_a_column_for_each_month() -> None:
    """A month without work is empty, one above the limit bold; past ones are gone."""
    sheet = book(portfolios.few)["Vendors by month"]
    rows = table(sheet)
    row = next(
        each for each in rows.rows if rows.cell(each, "Vendor").value == "南海システム"
    )
    busy = rows.cell(row, "2026-10")
    assert busy.value == 11
    assert busy.font.bold
    idle = next(
        each for each in rows.rows if rows.cell(each, "Vendor").value == "戸籍計算"
    )
    assert rows.cell(idle, "2026-10").value is None
    heads = [cell.value for cell in sheet[4]]
    assert "2026-08" in heads
    assert "2026-03" not in heads


def test_lists_name_towns_and_days() -> None:
    """Contracts, days, joint procurements with their parts, findings, faults."""
    told = book(portfolios.few)
    contract = table(told["Contracts that end"]).dicts()[0]
    assert contract["Vendor"] == "南海システム"
    assert contract["Last day"] == date(2027, 2, 2)
    assert contract["Gap (days)"] == 92
    due = table(told["What is due next"]).dicts()[0]
    assert due["What"] == "budget request for FY2027"
    assert due["Municipality name"] == "Aozora City, みなと町, やまの村"
    joint = table(told["Joint procurements"]).dicts()
    assert [row["Municipality name"] for row in joint] == [
        "all",
        "みなと町",
        "やまの村",
    ]
    finding = table(told["Findings"]).dicts()[0]
    assert finding["Finding"] == "a contract ends before the cutover"
    fault = table(told["Workspaces not read"]).dicts()[0]
    assert fault["Place"] == "towns/452068/systems.yaml:12:9"
    assert fault["Fault"] == "令和0年4月1日 is not a date"


def test_hostile_names_are_texts() -> None:
    """No formula, no link; whole, but for what no cell can hold."""
    data = made(portfolios.hostile)
    sheet = table(book(portfolios.hostile)["Municipalities"])
    names = sheet.column("Municipality name")
    assert set(NAMES) <= set(names)
    assert len(names) == len(ALL)
    with ZipFile(BytesIO(data)) as parts:
        sheets = [name for name in parts.namelist() if "worksheets/" in name]
        told = b"".join(parts.read(name) for name in sheets)
    assert b"<f>" not in told
    assert b"hyperlink" not in told


def test_same_portfolio_same_bytes() -> None:
    """Nothing of the clock is in it."""
    again = portfolio_workbook(portfolios.few(), Style.of("en"))
    assert again == made(portfolios.few)


def test_japanese_workbook_has_japanese_dates() -> None:
    """Days are shown in the era, and stay days."""
    told = book(portfolios.few, "ja")
    sheet = told[told.sheetnames[5]]
    rows = table(sheet)
    cell = sheet.cell(rows.rows[0], 2)
    assert cell.is_date
    assert cell.number_format.startswith("[$-411]ge.m.d")


@pytest.mark.outside("libreoffice")
def test_prints_on_landscape_pages(tmp_path: Path) -> None:
    """Every sheet takes A3 pages, and the matrix stands on one."""
    file = tmp_path / "portfolio.xlsx"
    file.write_bytes(made(portfolios.few))
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile}", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(tmp_path), str(file)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    pdf = str(tmp_path / "portfolio.pdf")
    told = subprocess.run(
        ["pdfinfo", "-f", "1", "-l", "99", pdf],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    sizes = set(re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", told))
    assert sizes == {("1190.55", "841.89")}
    words = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    ).stdout.split("\f")
    matrix = [page for page in words if "Municipalities and systems" in page]
    assert len(matrix) == 1


def test_slip_comes_first() -> None:
    """Whoever asks what a late vendor does sees that before everything else."""
    data = portfolio_workbook(portfolios.few(), ENGLISH, three_towns())
    book = openpyxl.load_workbook(BytesIO(data))
    assert book.sheetnames[:6] == [
        "What the slip does",
        "Slip by municipality",
        "Slip by system",
        "Slip and contracts",
        "Slip and budgets",
        "What matters",
    ]
    assert book.properties.title.endswith(": If 架空しらかば is 6 months later")


def test_contract_of_a_joint_procurement_is_needed_by_its_last_day() -> None:
    """The page, the workbook and the JSON name the same day as the text."""
    (first, *_) = portfolios.few().joint
    data = portfolio_workbook(portfolios.few(), ENGLISH)
    sheet = openpyxl.load_workbook(BytesIO(data))["Joint procurements"]
    days = [row[5] for row in sheet.iter_rows(values_only=True) if row[0] == first.name]
    assert isinstance(days[0], datetime)
    assert days[0].date() == date.fromordinal(first.finish - 1)
