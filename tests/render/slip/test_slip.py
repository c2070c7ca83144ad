"""A slip as screen, JSON, CSV, page and sheets (遅れの影響の出力)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from rich.cells import cell_len

from stdmig.outlook.slip.rollup import SlipReport, roll_up
from stdmig.outlook.slip.slip_of import slip_of
from stdmig.outlook.slip.supposed import SupposedSlip
from stdmig.render.one_line import one_line
from stdmig.render.slip.csv import slip_csv
from stdmig.render.slip.html import slip_section
from stdmig.render.slip.json import slip_json
from stdmig.render.slip.sheets import put_slip
from stdmig.render.slip.text import slip_text
from stdmig.render.workbook.book import Book
from stdmig.words import LANGUAGES, Language, Style
from stdmig.workspace import plan_workspace
from tests.helpers import ENGLISH, sound
from tests.hostile import ALL, NAMES, hostile_workspace
from tests.page_reader import PageReader
from tests.schema_check import undescribed
from tests.screens import screen
from tests.slips import AS_OF, asahi, slipped, supposed, three_towns

Golden = Callable[[str, str | bytes], None]
Maker = Callable[[], SlipReport]


@cache
def hostile() -> SlipReport:
    """Return a town whose every vendor is late, and whose names try to become code."""
    day = date(2021, 10, 1)
    plan = plan_workspace(sound(hostile_workspace()), day, day).plan
    slips = [SupposedSlip(name, 6) for name in ALL]
    found = slip_of(plan, NAMES[0], slips)
    assert found is not None
    assert len(found.systems) == len(ALL)
    return roll_up(slips, [found], 1, day)


def nobody() -> SlipReport:
    """Return a slip that concerns nobody any more."""
    return roll_up([supposed()], [], 3, AS_OF)


def each_piece() -> SlipReport:
    """Return a slip of every piece of work."""
    return three_towns("架空しらかば=各12か月")


MAKERS: tuple[Maker, ...] = (three_towns, hostile, nobody, each_piece)


@pytest.mark.parametrize("language", LANGUAGES)
def test_screen(language: Language, golden: Golden) -> None:
    """The whole screen of three municipalities, as a pipe shows it."""
    golden(f"slip_{language}_80.txt", slip_text(three_towns(), screen(language), 10))


@pytest.mark.parametrize("width", [60, 80, 200])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_screen_keeps_its_width(make: Maker, language: Language, width: int) -> None:
    """No line is wider than the screen, whatever the names are."""
    told = slip_text(make(), screen(language, width), 30)
    assert max(map(cell_len, told.splitlines())) <= width


def test_screen_of_a_slip_without_harm() -> None:
    """Nobody has work left: that is said, and no empty table follows."""
    told = slip_text(nobody(), screen("en"), 10)
    assert "Nowhere is there any work of it left that could be late." in told
    assert "Municipality" not in told


def test_screen_says_what_each_means() -> None:
    """Whether the months are added once or to every piece of work is on the screen."""
    once = slip_text(three_towns(), screen("en", 200), 10)
    each = slip_text(each_piece(), screen("en", 200), 10)
    assert "The months are added once on every way to a cutover" in once
    assert "With 'each' the months are added to every piece" in each
    assert "takes 12 months more for each piece of its work" in each


def test_more_rows_are_told() -> None:
    """What is beyond the wanted rows is counted."""
    told = slip_text(three_towns(), screen("en"), 1)
    assert "and 2 more (--top)" in told


def document(report: SlipReport) -> Any:
    """Return the document of a report."""
    return json.loads(slip_json(report, ENGLISH))


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_document_is_valid(make: Maker) -> None:
    """The document holds what its schema describes, and nothing else."""
    assert undescribed(document(make())) == []


def test_document_tells_days_before_and_after() -> None:
    """Of each system both plans, of each contract both gaps."""
    told = document(three_towns())
    assert told["slips"] == [{"vendor": "架空しらかば", "months": 6, "each": False}]
    assert (told["finished"], told["without_vendor"]) == (0, 1)
    (town, *_) = told["municipalities"]
    assert (town["workspace"], town["code"]) == ("asahi", "012025")
    juki = town["systems"][0]
    assert juki["kept"] == {"before": "longest", "after": "not"}
    assert juki["forecast"] == {"before": "2026-01-05", "after": "2026-06-01"}
    assert (juki["days_late"], juki["moved_by_days"]) == (147, 147)
    assert town["contracts"][0]["gap_days"] == {"before": 0, "after": 61}
    assert [each["kind"] for each in town["windows"]] == ["extension", "carry_over"]


def rows(report: SlipReport, style: Style = ENGLISH) -> list[dict[str, str]]:
    """Return the rows of the table of a report."""
    data, refused = slip_csv(report, style, "utf-8")
    assert refused == []
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_table_has_a_row_for_all_that_is_lost() -> None:
    """Systems, contracts and windows, town by town, the worst first."""
    found = [
        (row["Workspace"], row["What is told"], row["Id"])
        for row in rows(three_towns())
    ]
    assert found == [
        ("asahi", "System", "juki"),
        ("asahi", "System", "kojin"),
        ("asahi", "Contract", "base"),
        ("asahi", "extension", "base"),
        ("asahi", "carry-over", "しらかば住民:stay"),
        ("minato", "System", "juki"),
        ("minato", "Contract", "all"),
        ("minato", "extension", "all"),
        ("sakura", "System", "juki"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cell_of_the_table_is_a_formula(language: Language) -> None:
    """Whatever a town calls its things, a spreadsheet takes no cell for a formula."""
    for row in rows(hostile(), Style.of(language)):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@")), cell


@pytest.mark.parametrize("language", LANGUAGES)
def test_part_of_the_page_holds_hostile_names_whole(language: Language) -> None:
    """They are words of the page, not markup."""
    section = slip_section(hostile(), Style.of(language))
    read = PageReader(section)
    assert not {tag for tag, _ in read.tags} & {"script", "img", "svg", "a", "link"}
    for _, attributes in read.tags:
        assert not [name for name in attributes if name.startswith("on")]
    told = " ".join(" ".join(read.words).split())
    for name in NAMES:
        assert " ".join(one_line(name).split()) in told


def test_part_of_the_page_has_its_tables() -> None:
    """A heading and a table of each kind that has rows."""
    read = PageReader(slip_section(three_towns(), ENGLISH))
    tags = [tag for tag, _ in read.tags]
    assert (tags.count("h2"), tags.count("h3"), tags.count("table")) == (1, 6, 6)
    assert "What the slip does" in read.words


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets(make: Maker, language: Language) -> None:
    """Five sheets, without a formula, and the same bytes each time."""
    data = sheets(make(), language)
    assert data == sheets(make(), language)
    book = openpyxl.load_workbook(BytesIO(data))
    assert len(book.sheetnames) == 5
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type in ("f", "e")]


def test_sheets_hold_days_and_numbers() -> None:
    """A spreadsheet can sort and add up what it is given."""
    book = openpyxl.load_workbook(BytesIO(sheets(three_towns(), "en")))
    values: list[Any] = list(book["Slip by system"].iter_rows(values_only=True))
    (juki,) = (row for row in values if row[0] == "012025" and row[6] == 147)
    days = [each.date().isoformat() for each in juki[4:6]]
    assert days == ["2026-01-05", "2026-06-01"]


def test_first_sheet_says_what_matters() -> None:
    """Every statement stands there, with its tone, and how it was reckoned."""
    book = openpyxl.load_workbook(BytesIO(sheets(three_towns(), "en")))
    assert book.sheetnames[0] == "What the slip does"
    values: list[Any] = list(book[book.sheetnames[0]].iter_rows(values_only=True))
    told = [row[1] for row in values if row[1]]
    first = "The planned cutover of 3 systems is lost in 2 municipalities"
    assert told[1].startswith(first)
    assert told[-1].startswith("Taken for the vendor: ")
    assert ("Municipalities without the vendor", "1") in [row[:2] for row in values]


def sheets(report: SlipReport, language: Language) -> bytes:
    """Return a workbook of the sheets alone."""
    book = Book(Style.of(language), "slip", report.as_of)
    put_slip(book, report)
    return book.close()


def test_one_town_alone() -> None:
    """A municipality can ask for itself: it has no table of prefectures."""
    report = roll_up([supposed()], [slipped(asahi())], 1, AS_OF)
    told = slip_text(report, screen("en"), 10)
    assert "work in 1 of 1 municipality" in told
    assert "by prefecture" not in told
