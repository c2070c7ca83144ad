"""A levelled plan as JSON, CSV, page and workbook (平準化の出力)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from stdmig.levelling.levelled import Levelled
from stdmig.render.html.level import level_html
from stdmig.render.level.csv import level_csv
from stdmig.render.level.json import level_json
from stdmig.render.level.page import LevelPage
from stdmig.render.one_line import one_line
from stdmig.render.workbook.level import level_workbook
from stdmig.words import LANGUAGES, Language, Style
from tests.helpers import ENGLISH
from tests.hostile import NAMES
from tests.levels import (
    hostile_levelled,
    impossible_sample,
    limited_sample,
    sample_levelled,
    tenths_sample,
    two_towns,
)
from tests.page_reader import PageReader, assert_inert
from tests.render.workbook.reading import assert_no_formula
from tests.schema_check import undescribed

Maker = Callable[[], Levelled]

MAKERS: tuple[Maker, ...] = (
    sample_levelled,
    limited_sample,
    impossible_sample,
    tenths_sample,
    two_towns,
    hostile_levelled,
)


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_document_is_valid(make: Maker) -> None:
    """The document holds what its schema describes, and nothing else."""
    document = json.loads(level_json(LevelPage(make()), ENGLISH))
    assert undescribed(document) == []


def test_document_tells_goals_loads_and_moves() -> None:
    """Value, bound and gap; loads month by month; every task before and after."""
    document = json.loads(level_json(LevelPage(limited_sample()), ENGLISH))
    assert document["goals"][0] == {
        "objective": "peak",
        "value": 48,
        "bound": 47,
        "gap": 1,
        "proven": False,
    }
    assert document["goals"][2]["proven"] is True
    (town,) = document["municipalities"]
    assert len(town["tasks"]) == 224
    lead = town["loads"][0]
    assert (lead["kind"], lead["peak_before"], lead["peak_after"]) == ("lead", 60, 48)
    assert len(lead["after"]) == document["months"]
    assert set(lead["capacity"]) == {9}
    assert town["loads"][1]["capacity"] is None
    moved = [each for each in town["tasks"] if each["moved_days"]]
    assert len(moved) == 186
    assert all(each["after"]["start"] < each["before"]["start"] for each in moved)


def test_document_of_an_impossible_plan_names_the_clash() -> None:
    """Programs find who, when, how much and which tasks."""
    document = json.loads(level_json(LevelPage(impossible_sample()), ENGLISH))
    assert document["feasible"] is False
    (clash,) = document["clashes"]
    assert (clash["kind"], clash["needed"], clash["available"]) == ("lead", 60, 39)
    assert [each["municipality"] for each in clash["tasks"]] == [0, 0]


def _table(levelled: Levelled, style: Style = ENGLISH) -> list[dict[str, str]]:
    data, refused = level_csv(LevelPage(levelled), style, "utf-8")
    assert refused == []
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_table_has_a_row_per_task() -> None:
    """Dates are ISO, the last days of tasks inside; days are counted from before."""
    rows = _table(sample_levelled())
    assert len(rows) == 224
    for row in rows:
        start, old = row["Start after"], row["Start before"]
        moved = (date.fromisoformat(start) - date.fromisoformat(old)).days
        assert int(row["Moved (days)"]) == moved
        assert row["Finish after"] >= start
    assert rows[0]["Why it keeps its dates"].startswith("it must be done by")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cell_of_the_table_is_a_formula(language: Language) -> None:
    """Whatever a town calls its things, a spreadsheet takes no cell for a formula."""
    style = Style.of(language)
    for row in _table(hostile_levelled(), style):
        for cell in row.values():
            number = cell.lstrip("-").isdecimal()
            assert number or not cell.startswith(("=", "+", "-", "@")), cell


def test_table_refuses_what_cp932_lacks() -> None:
    """Nothing is lost: the cells that cannot be written are named instead."""
    data, refused = level_csv(LevelPage(hostile_levelled()), ENGLISH, "cp932")
    assert data == b""
    assert refused[0].row == 2


@cache
def _page(make: Maker, language: Language) -> tuple[str, PageReader]:
    page = level_html(LevelPage(make()), Style.of(language))
    return page, PageReader(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_page_asks_for_nothing_and_runs_nothing(
    make: Maker, language: Language
) -> None:
    """No script, no address, no handler: its policy allows its own style alone."""
    page, read = _page(make, language)
    assert_inert(read)
    assert page == level_html(LevelPage(make()), Style.of(language))


def test_page_draws_every_load() -> None:
    """A picture for each section that works, with a line for the limit of its own."""
    _, read = _page(limited_sample, "en")
    pictures = [each for tag, each in read.tags if each.get("class") == "ch load"]
    assert len(pictures) == 10
    assert all(each["role"] == "img" and each["aria-label"] for each in pictures)
    assert any("above the limit of 9" in words for words in read.words)


def test_page_holds_hostile_names_whole() -> None:
    """They are words of the page, not markup."""
    _, read = _page(hostile_levelled, "ja")
    told = " ".join(" ".join(read.words).split())
    # In the list of reasons every name stands as it is.
    for name in NAMES:
        assert " ".join(one_line(name).split()) in told


@cache
def _book(make: Maker, language: Language = "en") -> tuple[bytes, Any]:
    data = level_workbook(LevelPage(make()), Style.of(language))
    return data, openpyxl.load_workbook(BytesIO(data))


def test_workbook_has_what_matters_charts_loads_and_tasks() -> None:
    """Four sheets; the charts refer to the figures of the third."""
    data, book = _book(limited_sample)
    assert book.sheetnames == ["What matters", "Load charts", "Loads", "Tasks"]
    with ZipFile(BytesIO(data)) as file:
        charts = [name for name in file.namelist() if "charts/chart" in name]
        drawn = file.read("xl/charts/chart1.xml").decode()
    assert len(charts) == 10
    for row in (4, 5, 6):
        assert f"Loads!$E${row}:" in drawn
    loads = book["Loads"]
    assert [loads.cell(row, 3).value for row in (4, 5, 6)] == [
        "Load before",
        "Load after",
        "Capacity",
    ]
    assert [loads.cell(row, 4).value for row in (4, 5, 6)] == [60, 48, 9]
    assert book["Tasks"].max_row == 224 + 3


def test_charts_of_several_towns_are_the_leads_and_what_is_shared() -> None:
    """Ten towns of ten sections would be a hundred charts; the figures are there."""
    data, _ = _book(two_towns)
    with ZipFile(BytesIO(data)) as file:
        charts = [name for name in file.namelist() if "charts/chart" in name]
    assert len(charts) == 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_workbook_has_no_formula_and_the_same_bytes(
    make: Maker, language: Language
) -> None:
    """Texts stay texts, and no clock is in the file."""
    data, book = _book(make, language)
    assert_no_formula(book)
    assert data == level_workbook(LevelPage(make()), Style.of(language))
