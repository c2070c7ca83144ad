"""Whole screens of the sample, held against files, and what all of them keep to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from rich.cells import cell_len

from stdmig.render.check.text import check_lines, check_text
from stdmig.render.explain.explained import Explained
from stdmig.render.explain.rule import find_rule, rule_text
from stdmig.render.explain.text import explain_text
from stdmig.render.explain.year import municipal_places
from stdmig.render.screen import Screen
from stdmig.schedule import bridges, chain, chain_fields, retests
from stdmig.words import LANGUAGES, Language, Style
from stdmig.workspace import find_system, find_tasks
from tests.screens import (
    report,
    sample_city,
    sample_lines,
    sample_plan_text,
    screen,
)

Golden = Callable[[str, str | bytes], None]


def _explanation(shown_on: Screen, item: str | None) -> str:
    """Return the page about 個人住民税, as the command builds it."""
    planned = sample_city()
    system = find_system(planned.inventory, "kojin")
    assert system is not None
    if item is None:
        number = planned.plan.network.systems.index(system)
        places = planned.plan.critical_paths[number].places[:1]
        own = tuple(
            each
            for each in planned.coverages
            if any(unit.installation.system is system for unit in each.units)
        )
        municipal = municipal_places(planned.plan, system)
    else:
        places, own, municipal = find_tasks(planned.plan, system, item), (), ()
    chains = {
        place: tuple(
            chain(planned.plan, place, field, system)
            for field in chain_fields(planned.plan, place)
        )
        for place in places
    }
    cutover = planned.plan.cutover("kojin")
    explained = Explained(planned.plan, cutover, chains, own, municipal=municipal)
    if item is None:
        tested = retests(planned.plan, (system.id,))
        explained = explained._replace(
            bridges=bridges(planned.plan, (system.id,)), retests=tested
        )
    return explain_text(explained, shown_on)


def _rule(shown_on: Screen, word: str) -> str:
    rule = find_rule(word)
    assert rule is not None
    return rule_text(rule, shown_on)


def _full(shown_on: Screen) -> str:
    return sample_plan_text(shown_on, full=True)


def _assumptions(shown_on: Screen) -> str:
    return sample_plan_text(shown_on, list_assumptions=True)


PAGES: dict[str, Callable[[Screen], str]] = {
    "plan": sample_plan_text,
    "plan_by_system": lambda shown_on: sample_plan_text(shown_on, by="system"),
    "plan_by_section": lambda shown_on: sample_plan_text(shown_on, by="section"),
    "plan_of_section": lambda shown_on: sample_plan_text(shown_on, section="税務課"),
    "plan_full": _full,
    "plan_assumptions": _assumptions,
    "check": lambda shown_on: check_text(
        report(sample_city()), shown_on, sample_lines()
    ),
    "explain_kojin": lambda shown_on: _explanation(shown_on, None),
    "explain_kojin_8": lambda shown_on: _explanation(shown_on, "8"),
    "explain_STD201": lambda shown_on: _rule(shown_on, "STD201"),
    "explain_STD008": lambda shown_on: _rule(shown_on, "STD008"),
}
"""Every screen by the name of its files."""


@cache
def _page(name: str, language: Language, width: int = 80) -> str:
    return PAGES[name](screen(language, width))


def _own_words(name: str, language: Language) -> str:
    """Return what a screen says itself, without the lines that it shows of a file."""
    page = _page(name, language)
    return "".join(
        line
        for line in page.splitlines(keepends=True)
        if not re.match(r" +\d+ \| ", line)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_screen_is_as_filed(name: str, language: Language, golden: Golden) -> None:
    """Every screen on 80 cells is, to the byte, the one that was read and approved."""
    golden(f"{name}_{language}_80.txt", _page(name, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_wide_plan_is_as_filed(language: Language, golden: Golden) -> None:
    """On 200 cells the plan shows quarters and days as fine as there is room for."""
    golden(f"plan_{language}_200.txt", _page("plan", language, 200))


@pytest.mark.parametrize("language", LANGUAGES)
def test_piped_findings_are_as_filed(language: Language, golden: Golden) -> None:
    """A pipe gets a line per finding, in the order of the page."""
    lines = check_lines(report(sample_city()), Style.of(language))
    golden(f"check_{language}_lines.txt", lines)


@pytest.mark.parametrize("width", [60, 80, 100, 132, 200, 400])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_no_line_is_wider_than_the_screen(
    name: str, language: Language, width: int
) -> None:
    """On every width from the narrowest on, each line fits, full-width ones too."""
    lines = _page(name, language, width).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_no_line_ends_in_blanks(name: str, language: Language) -> None:
    """A page can be pasted into mail and git: nothing trails."""
    lines = _page(name, language).splitlines()
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_no_character_is_of_ambiguous_width(name: str, language: Language) -> None:
    """Consoles disagree on the width of some characters; none of them is used."""
    page = _page(name, language)
    assert {each for each in page if unicodedata.east_asian_width(each) == "A"} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_every_character_can_be_shown_by_a_japanese_console(
    name: str, language: Language
) -> None:
    """CP932 holds every screen, so that nothing of it is ever escaped."""
    assert _page(name, language).encode("cp932").decode("cp932") == _page(
        name, language
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_no_placeholder_is_left(name: str, language: Language) -> None:
    """No screen shows a brace, save those of a rule's YAML example."""
    lines = _own_words(name, language).splitlines()
    found = [line for line in lines if re.search("[{}]", line)]
    example = "      - {id: tax, end: 2024-09-30}"
    assert [line.partition("   #")[0] for line in found] == (
        [example] if name == "explain_STD201" else []
    )


_LAST_DAY_AND_DAYS = re.compile(
    r"(?:\d{4}-\d\d-|R\d+\.[ \d]\d\.)[ \d]\d +"
    r"(?:\d+ days|\d+日|renew \d times|更新\d回|-?\d+) (.*)"
)


def _bars(page: str) -> Iterator[str]:
    """Yield what stands behind the days of float, or of gap, of every row."""
    # What follows the chart has dates and days of its own.
    chart = re.split("Critical path|クリティカルパス", page)[0]
    for line in chart.splitlines():
        if found := _LAST_DAY_AND_DAYS.search(line):
            yield found.group(1)


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_bars_are_drawn_with_the_marks_of_the_legend(
    language: Language, width: int
) -> None:
    """Bars hold nothing but blanks and the marks that the legend explains."""
    page = _page("plan", language, width)
    bars = list(_bars(page))
    # 21 rows of tasks (17 items and 14's part; 印鑑登録 stands apart in 9 to 11), 3
    # contracts whose gap is in days, and one that is renewed every year.
    assert len(bars) == 18 + 3 + 3 + 1
    assert set("".join(bars)) <= set(" #=.|:-!~")


SAMPLE_IDS = {
    word
    for finding in sample_city().findings
    for name in finding.hit.subject.values()
    for word in re.findall("[A-Za-z]+", name)
}
ALLOWED_IN_JAPANESE = {
    # commands and codes
    *("stdmig", "check", "explain", "export", "budget", "sample", "assumptions"),
    *("STD", "contract-ends-before-cutover", "impossible-date", "applies", "false"),
    *("policy", "stay", "switch", "national", "juki", "kojin", "kokuho"),
    # places in files
    *("systems", "procedures", "schedule", "template", "yaml", "blackouts"),
    # YAML of an example
    *("contracts", "id", "tax", "end", "cutover", "days", "without", "a", "contract"),
    # keys and ids of what an acceptance names
    *("accept", "code", "reason", "by", "until", "ID", "system", "contract"),
    *("procurement", "specification", "confidence", "inferred", "undecided"),
    *SAMPLE_IDS,
    # names of the data, and years of eras
    *("RFI", "RFP", "PIA", "Wel", "R", "c"),
    # the library of holidays
    "jpholiday",
}


@pytest.mark.parametrize("name", PAGES)
def test_japanese_screens_are_japanese(name: str) -> None:
    """Latin letters are commands, codes, places and names; no sentence is English."""
    own = _own_words(name, "ja")
    words = set(re.findall(r"[A-Za-z][A-Za-z-]*[A-Za-z]|[A-Za-z]", own))
    assert words - ALLOWED_IN_JAPANESE == set()


@pytest.mark.parametrize("name", PAGES)
def test_english_screens_are_english(name: str) -> None:
    """The only Japanese in them is names of the data that have no English."""
    # Names may be broken over two lines.
    joined = "".join(_own_words(name, "en").split())
    found = re.findall(r"[^\x00-\x7f]+", joined)
    assert [
        words for words in found if not any(words in known for known in _names())
    ] == []


def _names() -> set[str]:
    """Return the names of the data that have no English: contracts, sections, …."""
    inventory = sample_city().inventory
    return {
        *(each.title.ja for each in inventory.agreements),
        *(each.unit.section for each in inventory.installations),
        *(each.unit.package or "" for each in inventory.installations),
    }
