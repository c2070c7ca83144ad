"""A status on the screen, as JSON and as CSV (進捗の出力)."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from rich.cells import cell_len

from stdmig.outlook.progress.work import Work
from stdmig.render.one_line import one_line
from stdmig.render.status.csv import status_csv
from stdmig.render.status.json import status_json
from stdmig.render.status.page import StatusPage, step_percent, work_percent
from stdmig.render.status.text import status_text
from stdmig.words import LANGUAGES, Language, Style
from tests.helpers import ENGLISH
from tests.hostile import NAMES
from tests.schema_check import undescribed
from tests.screens import screen
from tests.statuses import PAGES, city, city_page, hostile_page, of, town_page

Golden = Callable[[str, str | bytes], None]


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_screen_is_as_filed(language: Language, width: int, golden: Golden) -> None:
    """The city in January 2026 is, to the byte, the page that was read and approved."""
    page = status_text(city_page(), screen(language, width))
    golden(f"status_{language}_{width}.txt", page)


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("width", [60, 80, 100, 132, 200, 400])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_every_line_fits(name: str, language: Language, width: int, full: bool) -> None:
    """No line is wider than the screen or trails blanks, whatever a town is called."""
    page = PAGES[name]()._replace(full=full)
    lines = status_text(page, screen(language, width)).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["city", "sample", "town"])
def test_screen_suits_a_japanese_console(name: str, language: Language) -> None:
    """CP932 holds it, and no character is of doubtful width; no brace is left."""
    told = status_text(PAGES[name](), screen(language))
    assert told.encode("cp932").decode("cp932") == told
    assert {each for each in told if unicodedata.east_asian_width(each) == "A"} == set()
    assert not re.search("[{}]", told)


def test_colour_repeats_what_words_say() -> None:
    """Without its colours a page is the page without colours."""
    plain = status_text(city_page(), screen("en"))
    painted = status_text(city_page(), screen("en", colour=True))
    bare = re.sub(r"\x1b\[[\d;]*m", "", painted)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()
    assert painted != plain


def test_rates_and_deadline_stand_one_below_the_other() -> None:
    """As prominent as the step rate is what it does not tell."""
    lines = status_text(city_page(), screen("en")).splitlines()
    at = next(
        n for n, line in enumerate(lines) if line.startswith("Official step rate")
    )
    rows = [re.split("  +", line) for line in lines[at : at + 3]]
    assert [row[:2] for row in rows] == [
        ["Official step rate (40 steps)", "85.75%"],
        ["Work-weighted rate", "62.9%"],
        ["Deadline missed", "17 of 20"],
    ]
    told = " ".join(" ".join(lines).split())
    assert (
        "By its own words it is no share of the work; it tells nothing about the"
        " deadline."
    ) in told


def test_equal_systems_share_a_row_unless_all_are_wanted() -> None:
    """Nine systems of one package are one row; in full they are nine."""
    folded = status_text(city_page(), screen("en", 200))
    assert "Basic resident register and 8 others" in folded
    full = status_text(city_page()._replace(full=True), screen("en", 200))
    assert "and 8 others" not in full
    rows = [line for line in full.splitlines() if re.search(r"\d+/40 ", line)]
    assert len(rows) == 20


def test_town_without_steps_has_no_column_for_them() -> None:
    """What nobody recorded takes no room, and is said to be missing."""
    told = status_text(town_page(), screen("en", 200))
    assert "no steps are recorded (steps in progress.yaml)" in told
    assert "Step rate" not in told
    assert "5 Documents of the request for information (RFI)" in told


def test_section_is_named_and_narrows_the_page() -> None:
    """税務課 sees its own four systems, and its own tasks."""
    page = StatusPage(of(city(), "税務課"), "税務課")
    told = status_text(page, screen("ja", 200))
    assert told.startswith("姶良市")
    assert "税務課" in told.splitlines()[0]
    assert "市民課" not in told


def _document(page: StatusPage, style: Style = ENGLISH) -> Any:
    return json.loads(status_json(page, style))


@pytest.mark.parametrize("name", PAGES)
def test_document_is_valid(name: str) -> None:
    """The document holds what its schema describes, and nothing else."""
    assert undescribed(_document(PAGES[name]())) == []


def test_document_holds_the_rates_apart() -> None:
    """Each rate has its own object; the deadline has a third."""
    found = _document(city_page())
    assert found["step_rate"]["mean"] == 0.8575
    assert found["step_rate"]["as_of"] == ["2026-01-31"]
    assert found["work_rate"]["rate"] == 0.6294185
    assert found["deadline"] == {
        "systems": 20,
        "missed": 17,
        "not_even_shortest": 17,
        "missed_with_high_step_rate": 17,
        "high_step_rate": 0.85,
    }
    (seiho,) = (each for each in found["systems"] if each["id"] == "seiho")
    assert (seiho["standing"], seiho["step_rate"]["done"]) == ("live", 40)
    assert found["kept_plan"]["id"] == "r3-10"
    assert {each["why"] for each in found["kept_plan"]["late"]} == {"unfinished"}
    assert len(found["kept_plan"]["late"]) == 70


def _table(page: StatusPage, style: Style = ENGLISH) -> list[dict[str, str]]:
    data, refused = status_csv(page, style, "utf-8")
    assert refused == []
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_table_has_a_row_per_system() -> None:
    """Steps, work and days of each, in columns of their own."""
    rows = _table(city_page())
    assert len(rows) == 20
    assert list(rows[0].values()) == [
        *("juki", "Basic resident register"),
        *("34", "0", "0", "6", "0.85", "2026-01-31"),
        *("47", "66", "0.7121212"),
        *("2026-03-31", "2025-10-01", "2025-10-01", "2027-09-02", "2027-09-02"),
        *("2026-10-01", "701"),
        "not in time",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_are_names_in_every_format(language: Language) -> None:
    """Each is there whole; none is a formula, an escape or a line of its own."""
    page, style = hostile_page()._replace(full=True), Style.of(language)
    document = json.dumps(_document(page, style), ensure_ascii=False)
    told = status_text(page, screen(language, 400))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", told)
    squeezed = "".join(told.split())
    for name in NAMES:
        assert json.dumps(name, ensure_ascii=False)[1:-1] in document
        assert "".join(one_line(name).split()) in squeezed
    for row in _table(page, style):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "@"))


def test_table_refuses_what_cp932_lacks() -> None:
    """Nothing is lost: the cells that cannot be written are named instead."""
    data, refused = status_csv(hostile_page(), ENGLISH, "cp932")
    assert data == b""
    assert {each.heading for each in refused} == {"System"}


@pytest.mark.parametrize(
    ("rate", "places", "told"),
    [
        (Fraction(34, 40), 1, "85%"),
        (Fraction(33, 40), 1, "82.5%"),
        (Fraction(343, 400), 2, "85.75%"),
        (Fraction(311, 800), 2, "38.88%"),
        (Fraction(1), 2, "100%"),
        (Fraction(0), 2, "0%"),
        (Fraction(99999, 100000), 1, "99.9%"),
    ],
)
def test_step_rate_is_told_as_the_ministry_does(
    rate: Fraction, places: int, told: str
) -> None:
    """Halves up; only what is whole is 100 % (総務省: 0.3888 for 0.38875)."""
    assert step_percent(rate, places) == told


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (Work(552, 877), "62.9%"),
        (Work(0, 877), "0.0%"),
        (Work(876.9, 877), "99.9%"),
        (Work(877, 877), "100.0%"),
        (Work(0, 0), ""),
    ],
)
def test_work_rate_is_never_rounded_up(work: Work, told: str) -> None:
    """What is nearly done is not done."""
    assert work_percent(work) == told
