"""The page about many municipalities: data, words, policy (団体の集計の紙面)."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from hashlib import sha256
from typing import Any

import pytest

from stdmig.outlook.portfolio.narrowed import of_systems
from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.outlook.portfolio.roll_up import roll_up
from stdmig.render.html.pen import Pen
from stdmig.render.one_line import one_line
from stdmig.render.portfolio.data import data_block
from stdmig.render.portfolio.page import portfolio_page
from stdmig.render.portfolio.tile_map import tile_map
from stdmig.render.portfolio.totals import systems
from stdmig.render.status.page import step_percent
from stdmig.render.towns.figures import percent, work_percent
from stdmig.words import LANGUAGES, Language, Style
from tests import portfolios
from tests.hostile import ALL
from tests.page_reader import PageReader
from tests.slips import three_towns

ENGLISH = Style.of("en")


@cache
def page(make: Callable[[], Portfolio], language: Language = "en") -> str:
    """Return a page, made once."""
    return portfolio_page(make(), Style.of(language))


def read(make: Callable[[], Portfolio], language: Language = "en") -> PageReader:
    """Return a page as tags and words."""
    return PageReader(page(make, language))


def data_of(told: str) -> Any:
    """Return what stands in the page for its script."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', told)
    assert found
    return json.loads(found[1])


def section(told: str, name: str) -> str:
    """Return the words of a section."""
    found = re.search(f'<section id="{name}".*?</section>', told, re.DOTALL)
    assert found, name
    return " ".join(" ".join(PageReader(found[0]).words).split())


def test_data_of_few_towns(golden: Callable[[str, str | bytes], None]) -> None:
    """Every town with its figures; days, plans and vendors stand once, in tables."""
    data = json.loads(data_block(portfolios.few(), ENGLISH))
    lines = [f'"{key}": {json.dumps(data[key], ensure_ascii=False)}' for key in data]
    rows = [json.dumps(row, ensure_ascii=False) for row in data["towns"]]
    lines[0] = '"towns": [\n' + ",\n".join(rows) + "\n]"
    told = "{\n" + ",\n".join(lines) + "\n}\n"
    assert json.loads(told) == data
    golden("portfolio_data_en.json", told)


def test_data_is_told_in_japanese() -> None:
    """Names, days and words follow the reader; the figures do not."""
    english = data_of(page(portfolios.few))
    japanese = data_of(page(portfolios.few, "ja"))
    assert japanese["systems"][0] == "住民基本台帳"
    assert english["systems"][0] == "Basic resident register"
    assert japanese["days"][:3] == ["R7.12.2", "R8.3.31", "R9.5.6"]
    assert english["days"][:3] == ["2025-12-02", "2026-03-31", "2027-05-06"]
    names = [row[0] for row in japanese["towns"]]
    assert names == ["みなと町", "青空市", "やまの村"]
    assert [row[:2] for row in english["towns"]][1] == ["Aozora City", "青空市"]
    assert [row[5:] for row in english["towns"]] == [
        row[5:] for row in japanese["towns"]
    ]


def test_towns_stand_in_a_plain_table_without_script() -> None:
    """Rank, name, prefecture, a sign for each system, then the figures."""
    told = page(portfolios.few)
    found = re.search(r"<noscript>(.*?)</noscript>", told, re.DOTALL)
    assert found
    rows = re.findall(r"<tr><td>.*", found[1])
    cells = [re.split(r"<t[dh][^>]*>", row)[1:] for row in rows]
    assert [row[:3] for row in cells] == [
        ["1", "みなと町", "Kagoshima"],
        ["2", "Aozora City", "Miyazaki"],
        ["2", "やまの村", "no code"],
    ]
    assert "".join(cells[0][3:23]) == "●○△×!●○△×!●○-×!●○△×!"
    assert "".join(cells[1][3:23]) == "●" * 20
    assert cells[2][3:23] == ["○"] * 10 + [""] * 10
    assert cells[0][23:] == ["-300", "92", "9", "73.8%", "65.0%"]
    assert cells[1][23:] == ["", "", "", "100.0%", "100.0%"]


def test_states_are_told_by_sign_and_words() -> None:
    """How many systems, which share, and what the state means."""
    told = section(page(portfolios.few), "all")
    assert "× cannot be kept 4 8.0% Not even the shortest durations" in told
    assert "- does not apply 1 The municipality has none of it." in told
    assert "Official step rate 79.6% not a rate of work" in told
    assert "Work rate 77.6% weighed by months" in told
    assert "Designated systems 26 in 2 municipalities" in told


def test_sections_tell_what_was_rolled_up() -> None:
    """Vendors, contracts that end, days, joint procurements, findings."""
    told = page(portfolios.few)
    assert "北日本情報" in section(told, "vendors")
    assert "南海システム 3 1 2027-02-02 1 (1) 2" in section(told, "endings")
    assert "2026-10-30 budget request for FY2027 3" in section(told, "due")
    joint = section(told, "joint")
    assert "薩摩共同調達 2" in joint
    assert "2025-06-05" in joint
    found = section(told, "found")
    assert "STD201 error a contract ends before the cutover 1 1" in found


def test_broken_workspace_is_listed_with_its_faults() -> None:
    """It is in the head, and stands with place, message and help at the end."""
    told = section(page(portfolios.few), "broken")
    assert "towns/452068" in told
    assert "令和0年4月1日 is not a date write it like 2024-09-30" in told
    assert "STD003 towns/452068/systems.yaml:12:9" in told
    assert "1 cannot be read" in " ".join(read(portfolios.few).words)


def test_nothing_but_broken_workspaces() -> None:
    """The page says that no municipality could be planned, and shows no empty table."""
    told = page(portfolios.none)
    assert "No municipality could be planned." in section(told, "towns")
    assert "<noscript>" not in told
    assert 'id="grid"' not in told
    assert "STD003" in section(told, "broken")


def test_chosen_systems_alone_have_columns() -> None:
    """The head names them; no other system has a column or a row."""
    wanted = ("juki", "koseki")
    towns = of_systems((row.town for row in portfolios.few().towns), wanted)
    narrowed = roll_up(towns, [], as_of=portfolios.AS_OF)._replace(chosen=wanted)
    told = portfolio_page(narrowed, ENGLISH)
    assert data_of(told)["systems"] == ["Basic resident register", "Family register"]
    assert "Only some systems are looked at" in told
    assert [row[18] for row in data_of(told)["towns"]] == ["42", "44", "33"]


def test_system_beyond_the_law_is_not_lost() -> None:
    """It has no column; the script tells it with its town."""
    rows = {row[0]: row for row in data_of(page(portfolios.few))["towns"]}
    assert [each[:2] for each in rows["やまの村"][22]] == [["own-1", 3]]
    assert rows["みなと町"][22] == []


def test_map_is_drawn_for_the_nation_alone() -> None:
    """A tile a prefecture, each with its share, and a link that narrows the table."""
    assert tile_map(portfolios.few(), ENGLISH) is None
    drawn = tile_map(portfolios.nation(470), ENGLISH)
    assert drawn is not None
    links = [each for tag, each in PageReader(drawn).tags if tag == "a"]
    assert [each["data-p"] for each in links] == [f"{n:02}" for n in range(1, 48)]
    assert re.fullmatch(r"Hokkaido: \d+\.\d%", links[0]["aria-label"] or "")


@pytest.mark.parametrize(
    ("rate", "told"),
    [
        (None, ""),
        (Fraction(0), "0.0%"),
        (Fraction(1, 100_000), "0.1%"),
        (Fraction(34, 40), "85.0%"),
        (Fraction(99_999, 100_000), "99.9%"),
        (1.0, "100.0%"),
    ],
)
def test_rate_is_whole_only_when_all_is_done(
    rate: Fraction | float | None, told: str
) -> None:
    """What is rounded never says that nothing, or that all, is done."""
    assert percent(rate) == told


@pytest.mark.parametrize("make", [portfolios.few, portfolios.hostile, portfolios.none])
def test_policy_names_the_one_script_and_the_one_style(
    make: Callable[[], Portfolio],
) -> None:
    """By their hashes; the data are no script, and nothing else would run."""
    told = page(make)
    (style,) = re.findall(r"<style>(.*?)</style>", told, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", told, re.DOTALL)

    def digest(source: str) -> str:
        return b64encode(sha256(source.encode()).digest()).decode()

    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', told)
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest(style)}';"
        f" script-src 'sha256-{digest(script)}'; base-uri 'none'; form-action 'none'"
    )
    assert told.count("<script") == 2
    assert not re.search(r"https?:|@import|url\((?!#)", style + script)
    assert "innerHTML" not in script


@pytest.mark.parametrize("make", [portfolios.few, portfolios.hostile])
def test_nothing_on_the_page_leads_elsewhere(make: Callable[[], Portfolio]) -> None:
    """No address, no handler, no style attribute; links stay on the page."""
    for tag, attributes in read(make).tags:
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            assert name not in ("src", "srcset", "style", "action", "background")
            if name == "href":
                assert (value or "").startswith("#"), value


def test_hostile_names_become_no_markup() -> None:
    """They bring no element and no attribute that harmless names would not."""
    harmless = portfolios.hostile(tuple(f"名称{n}" for n in range(len(ALL))))

    def shapes(told: str) -> set[tuple[str, tuple[str, ...]]]:
        return {(tag, tuple(attributes)) for tag, attributes in PageReader(told).tags}

    plain = portfolio_page(harmless, ENGLISH)
    assert shapes(page(portfolios.hostile)) <= shapes(plain)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_are_shown_whole(language: Language) -> None:
    """As town and vendor in the data, the plain table and the choices alike."""
    told = page(portfolios.hostile, language)
    data = data_of(told)
    words = [each.strip() for each in PageReader(told).words]
    for name in ALL:
        clean = one_line(name)
        assert clean in {row[0] for row in data["towns"]}
        assert clean in data["vendors"]
        assert words.count(clean) >= 4
    assert "\u202e" not in told


def test_data_cannot_end_its_element() -> None:
    """No character of it means anything to whoever looks for a tag."""
    told = str(data_block(portfolios.hostile(), ENGLISH))
    assert not set("<>&\u2028\u2029") & set(told)
    assert "</script><img src=x onerror=alert(1)>" in json.loads(told)["vendors"]


def test_same_portfolio_same_bytes() -> None:
    """Nothing of the clock or of chance is in it."""
    again = portfolio_page(portfolios.few(), ENGLISH)
    assert again == page(portfolios.few)


def test_nation_stays_small() -> None:
    """1,741 municipalities with 34,820 systems take less than 1.5 MB."""
    told = page(portfolios.nation, "ja")
    assert len(told.encode()) < 1_500_000
    assert len(data_of(told)["towns"]) == 1741
    assert told.count("<tr><td>") >= 1741


def test_tables_can_be_read_aloud() -> None:
    """Each has a caption; heading cells say what they head; pictures have names."""
    tags = read(portfolios.few).tags
    names = [tag for tag, _ in tags]
    assert names.count("table") == names.count("caption")
    for tag, attributes in tags:
        if tag == "th":
            assert attributes.get("scope") in ("col", "row", "colgroup")
    bars = [each for tag, each in tags if tag == "svg" and each["class"] == "share"]
    assert bars[0]["aria-label"] == (
        "past its day and not live: 4, cannot be kept: 4, only if shortened: 3,"
        " can be kept: 15, live: 24"
    )
    assert len(bars) == 1 + 3 + 21


def test_sample_city_is_told_as_such() -> None:
    """No prefecture takes the packaged city for one of its own."""
    towns = [row.town._replace(sample=True) for row in portfolios.few().towns[:1]]
    told = portfolio_page(roll_up(towns, [], as_of=portfolios.AS_OF), ENGLISH)
    assert "The sample city: no real plan of a town hall" in told


def test_rank_is_explained_without_rates() -> None:
    """What is compared, and in which order, stands above the table."""
    told = section(page(portfolios.few), "towns")
    assert "The rank compares, in this order" in told
    assert "Rates of steps and of work do not count." in told


def test_days_in_the_details_are_a_number_of_days() -> None:
    """The words are not those of a period within which something happens."""
    assert data_of(page(portfolios.few))["words"]["days"] == "{n} days"


def test_contract_of_a_joint_procurement_is_needed_by_the_day_that_text_tells() -> None:
    """The page and the text name the same day."""
    made = portfolios.few()
    last = date.fromordinal(made.joint[0].finish - 1).isoformat()
    assert last in section(page(portfolios.few), "joint")


def test_system_that_applies_nowhere_has_no_rate() -> None:
    """All steps not applicable are no achievement: no 100% stands there."""
    made = portfolios.few()
    none = made.total._replace(systems=0, step_rate=Fraction(1))
    row = made.systems[0]._replace(totals=none)
    shown = systems(made._replace(systems=(row,)), Pen(Style.of("en")))
    assert shown[0].steps == ""


@pytest.mark.parametrize(
    ("rate", "told"), [(Fraction(13, 16), "81.3%"), (Fraction(9999, 10000), "99.9%")]
)
def test_rate_of_steps_rounds_as_status_does(rate: Fraction, told: str) -> None:
    """Halves go up; only what is whole is 100 %."""
    assert percent(rate) == told == step_percent(rate)


def test_rate_of_work_is_rounded_down() -> None:
    """As in `stdmig status`."""
    assert work_percent(0.64388) == "64.3%"


@pytest.mark.parametrize("language", LANGUAGES)
def test_slip_comes_first(language: Language) -> None:
    """Its statements head the page, its tables the rest, which is without it."""
    style = Style.of(language)
    told = portfolio_page(portfolios.few(), style, three_towns())
    places = [
        told.index(each)
        for each in ('id="summary"', 'id="slip"', 'id="planned"', 'id="all"')
    ]
    assert places == sorted(places)
    head = told[: places[1]]
    assert "架空しらかば" in head
    assert head.count('<span class="tone">') == 7
    assert told.count("<caption") == told.count("<table")
    assert 'id="slip"' not in portfolio_page(portfolios.few(), style)
