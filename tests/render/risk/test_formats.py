"""A risk as JSON, CSV, page and workbook (確率の出力)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from stdmig.outlook.risk import Focus
from stdmig.render.html.risk import risk_html
from stdmig.render.one_line import one_line
from stdmig.render.risk.csv import risk_csv
from stdmig.render.risk.json import risk_json
from stdmig.render.risk.page import RiskPage
from stdmig.render.workbook.risk import risk_workbook
from stdmig.words import LANGUAGES, Language, Style
from tests.helpers import ENGLISH
from tests.hostile import NAMES
from tests.page_reader import PageReader, assert_inert
from tests.render.workbook.reading import assert_no_formula
from tests.risks import (
    SAMPLES,
    hostile_risk,
    no_system,
    one_system,
    sample_risk,
    some_systems,
    town_risk,
)
from tests.schema_check import undescribed

Maker = Callable[[], Focus]

MAKERS: tuple[Maker, ...] = (
    sample_risk,
    one_system,
    some_systems,
    no_system,
    town_risk,
    hostile_risk,
)


def _document(found: Focus) -> Any:
    return json.loads(risk_json(RiskPage(found), ENGLISH))


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_document_is_valid(make: Maker) -> None:
    """The document holds what its schema describes, and nothing else."""
    assert undescribed(_document(make())) == []


def test_document_tells_chances_days_and_heaps() -> None:
    """Shares from 0 to 1, quantiles, months that add up, two heaps."""
    document = _document(sample_risk())
    assert document["samples"] == sum(document["all_systems"]["months"]) == SAMPLES
    assert len(document["systems"]) == 20
    (kojin,) = (each for each in document["systems"] if each["id"] == "kojin")
    assert 0.2 < kojin["kept"] < 0.3
    assert kojin["p95"] == "2026-09-02"
    assert kojin["two_heaps"]["early_to"] == "2025-09-02"
    assert kojin["two_heaps"]["share"] == kojin["kept"]
    assert kojin["begin"]["for_80"] is None
    assert {each["kind"] for each in document["limits"]} == {"contract", "budget"}
    task = document["tasks"][0]
    assert (task["id"], task["criticality"]) == ("1", 1.0)


def test_document_narrows_systems_but_not_all_systems() -> None:
    """One system is listed; the sum of all stays that of all."""
    document, whole = _document(one_system()), _document(sample_risk())
    assert document["narrowed"] is True
    assert [each["id"] for each in document["systems"]] == ["kojin"]
    assert document["all_systems"] == whole["all_systems"]


def _table(found: Focus, style: Style = ENGLISH) -> list[dict[str, str]]:
    data, refused = risk_csv(RiskPage(found), style, "utf-8")
    assert refused == []
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_table_has_a_row_per_system_and_limit() -> None:
    """Systems first, then contracts and requests, each with its day and chance."""
    rows = _table(sample_risk())
    kinds = [row["What is kept"] for row in rows]
    assert kinds == [
        *["Planned cutover"] * 20,
        *["Contract's last day"] * 3,
        *["Budget request by"] * 8,
    ]
    row = next(row for row in rows if row["Id"] == "inkan")
    assert row["Chance (0 to 1)"] == "1"
    assert row["P10"] < row["P50"] < row["P95"] < row["Day to keep"] == "2025-10-01"
    assert row["Begin by (95%)"] < row["Begin by (80%)"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cell_of_the_table_is_a_formula(language: Language) -> None:
    """Whatever a town calls its things, a spreadsheet takes no cell for a formula."""
    for row in _table(hostile_risk(), Style.of(language)):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@")), cell


def test_table_refuses_what_cp932_lacks() -> None:
    """Nothing is lost: the cells that cannot be written are named instead."""
    data, refused = risk_csv(RiskPage(hostile_risk()), ENGLISH, "cp932")
    assert data == b""
    assert refused[0].heading in {"Name", "Systems"}


@cache
def _page(make: Maker, language: Language) -> tuple[str, PageReader]:
    page = risk_html(RiskPage(make()), Style.of(language))
    return page, PageReader(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_page_asks_for_nothing_and_runs_nothing(
    make: Maker, language: Language
) -> None:
    """No script, no address, no handler: its policy allows its own style alone."""
    page, read = _page(make, language)
    assert_inert(read)
    assert page == risk_html(RiskPage(make()), Style.of(language))


def test_page_draws_the_curve_a_span_per_row_and_the_tornado() -> None:
    """Pictures have names for those who do not see them."""
    _, read = _page(sample_risk, "en")
    classes = [each for tag, each in read.tags if tag == "svg"]
    curves = [each for each in classes if each["class"] == "ch curve"]
    assert [each["aria-label"] for each in curves] == [
        "Last cutover of all systems, by month"
    ]
    labels = [each.get("aria-label") or "" for each in classes]
    assert any(each.startswith("P10 2025-") for each in labels)
    assert any(" / +" in each for each in labels)


def test_page_holds_hostile_names_whole() -> None:
    """They are words of the page, not markup."""
    _, read = _page(hostile_risk, "ja")
    told = " ".join(" ".join(read.words).split())
    for name in NAMES:
        assert " ".join(one_line(name).split()) in told


@cache
def _book(make: Maker, language: Language = "en") -> tuple[bytes, Any]:
    data = risk_workbook(RiskPage(make()), Style.of(language))
    return data, openpyxl.load_workbook(BytesIO(data))


def test_workbook_has_what_matters_charts_and_figures() -> None:
    """Six sheets; the charts refer to the figures of months and tasks."""
    data, book = _book(sample_risk)
    assert book.sheetnames == [
        "What matters",
        "Charts",
        "Systems",
        "Contracts and requests",
        "Tasks",
        "Months",
    ]
    with ZipFile(BytesIO(data)) as file:
        drawn = [
            file.read(name).decode()
            for name in file.namelist()
            if "charts/chart" in name
        ]
    assert len(drawn) == 2
    assert "Months!$D$4:" in drawn[0]
    assert "Tasks!$C$4:" in drawn[1]
    assert book["Systems"].max_row == 20 + 3
    up_to = [row[3].value for row in book["Months"].iter_rows(min_row=4)]
    assert up_to == sorted(up_to)
    assert up_to[-1] == 1


def test_chance_in_a_cell_is_never_nought_unless_it_is() -> None:
    """A small share keeps its value, and is shown as below one per cent."""
    _, book = _book(sample_risk)
    cells = [row[2] for row in book["Months"].iter_rows(min_row=4)]
    small = [cell for cell in cells if 0 < cell.value < 0.005]
    assert small
    assert {cell.number_format for cell in small} == {'"<1%"_ '}


def test_workbook_of_nothing_says_so() -> None:
    """Without a system there is one sheet, with one sentence."""
    _, book = _book(no_system)
    assert book.sheetnames == ["What matters"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_workbook_has_no_formula_and_the_same_bytes(
    make: Maker, language: Language
) -> None:
    """Texts stay texts, and no clock is in the file."""
    data, book = _book(make, language)
    assert_no_formula(book)
    assert data == risk_workbook(RiskPage(make()), Style.of(language))
