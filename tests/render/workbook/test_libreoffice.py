"""The workbook in LibreOffice: pages on paper, and sums that it reckons itself."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from stdmig.words import Language
from tests.render.workbook.reading import Town, made, opened, table
from tests.render.workbook.test_budget_sheet import (
    AMOUNT,
    CALCULATION,
    REQUEST,
    of_csv,
    sums,
)

pytestmark = pytest.mark.outside("libreoffice")

A3_LANDSCAPE, A4_LANDSCAPE = (1190.55, 841.89), (841.89, 595.28)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a profile of our own, so that no open LibreOffice is in the way."""
    return tmp_path_factory.mktemp("libreoffice").as_uri()


def _converted(file: Path, kind: str, profile: str) -> Path:
    folder = file.parent / "converted"
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile}", "--headless"),
            *("--convert-to", kind, "--outdir", str(folder), str(file)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / f"{file.stem}.{kind}"


def _pages(pdf: Path) -> list[tuple[tuple[float, float], str]]:
    """Return size and text of every page."""
    told = subprocess.run(
        ["pdfinfo", "-f", "1", "-l", "999", str(pdf)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", told)
    texts = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\f")
    return [
        ((float(wide), float(high)), words)
        for (wide, high), words in zip(sizes, texts, strict=False)
    ]


@pytest.mark.parametrize(
    ("town", "language"), [("sample", "ja"), ("sample", "en"), ("designated", "ja")]
)
def test_prints_on_landscape_pages(
    town: Town, language: Language, tmp_path: Path, profile: str
) -> None:
    """The chart takes a page of A3, the contracts two side by side; lists go on."""
    file = tmp_path / "plan.xlsx"
    file.write_bytes(made(town, language))
    names = opened(made(town, language)).sheetnames
    pages = _pages(_converted(file, "pdf", profile))
    per_sheet = dict.fromkeys(names, 0)
    current = -1
    for number, (size, words) in enumerate(pages, start=1):
        title = words.split("\n")[0]
        if current + 1 < len(names) and _heads(names[current + 1], title):
            current += 1
        per_sheet[names[current]] += 1
        is_last = current == len(names) - 1
        assert size == pytest.approx(A4_LANDSCAPE if is_last else A3_LANDSCAPE, abs=0.5)
        assert f"{number} / {len(pages)}" in words
    if (town, language) == ("sample", "ja"):
        # The first year of an era, as a number format shows it.
        assert "R1.10.1" in pages[1][1]
    chart, contracts, request, tasks, *others = per_sheet.values()
    assert (chart, contracts) == (1, 2)
    assert all(2 <= each <= 20 and each % 2 == 0 for each in (request, tasks))
    assert all(1 <= each <= 4 for each in others)


def _heads(name: str, title: str) -> bool:
    """Return whether a page's header is that of a sheet."""
    whole = {"Contract periods": "Contracts held against the plan"}
    return whole.get(name, name) in title


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Return where a workbook is put that somebody fills in."""
    return tmp_path / "filled.xlsx"


def test_sums_that_it_reckons_are_those_of_the_csv(filled: Path, profile: str) -> None:
    """Without the values that we wrote, it comes to the same amounts and sums."""
    # What openpyxl saves has formulas without values: they must be reckoned anew.
    opened(made("priced"), values=False).save(filled)
    data = _converted(filled, "xlsx", profile).read_bytes()
    ours = table(opened(made("priced"))["Budget request"])
    theirs = table(opened(data)["Budget request"])
    lines = of_csv("priced")
    for heading in (AMOUNT, REQUEST):
        assert [value or None for value in theirs.column(heading)] == [
            int(line[heading]) if line[heading] else None for line in lines
        ]
        below = range(ours.rows[-1] + 1, ours.sheet.max_row + 1)
        reckoned = {
            theirs.cell(row, "Fiscal year").value: theirs.cell(row, heading).value
            for row in below
        }
        expected = sums("priced", heading)
        assert reckoned.pop(None) == sum(expected.values())
        assert {year: each for year, each in reckoned.items() if each} == expected
    assert [value or "" for value in theirs.column(CALCULATION)] == [
        line[CALCULATION] for line in lines
    ]


def test_sums_follow_what_is_filled_in(filled: Path, profile: str) -> None:
    """A price, a rate and a subsidy make amount, request, rest and sums."""
    book = opened(made("sample"), values=False)
    found = table(book["Budget request"])
    first, second = found.rows[0], found.rows[1]
    found.sheet["S2"] = 10
    found.cell(first, "Unit price (yen, without tax)").value = 123_457
    found.cell(first, "National subsidy").value = 1_000
    found.cell(first, "Previous initial budget (thousand yen)").value = 2_000
    found.cell(second, "Unit price (yen, without tax)").value = 1_000
    found.cell(second, "Tax rate (%)").value = 8
    book.save(filled)
    data = _converted(filled, "xlsx", profile).read_bytes()
    shown = table(opened(data)["Budget request"])
    lines = len(found.rows)
    # Twelve months each: 123,457 x 12 x 1.1 = 1,629,632.4 and 1,000 x 12 x 1.08.
    assert [shown.cell(row, AMOUNT).value for row in (first, second)] == [
        1_629_632,
        12_960,
    ]
    assert shown.cell(first, REQUEST).value == 1_630
    assert shown.cell(first, "General revenue").value == 630
    assert shown.cell(first, "Change (thousand yen)").value == -370
    assert shown.cell(second, REQUEST).value == 13
    assert not shown.cell(second, "General revenue").value
    above, total = found.head - 1, found.sheet.max_row
    for row in (above, total):
        assert shown.cell(row, AMOUNT).value == 1_642_592
        assert shown.cell(row, REQUEST).value == 1_643
        assert shown.cell(row, CALCULATION).value == f"without amount: {lines - 2}"
