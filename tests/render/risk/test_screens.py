"""The screen of a risk: what it says first, and that it fits (画面)."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from stdmig.outlook.risk import Focus
from stdmig.render.risk.page import RiskPage
from stdmig.render.risk.text import risk_text
from stdmig.words import LANGUAGES, Language
from tests.risks import (
    hostile_risk,
    no_system,
    one_system,
    sample_page,
    sample_risk,
    some_systems,
    town_risk,
)
from tests.screens import screen

Golden = Callable[[str, str | bytes], None]
Maker = Callable[[], Focus]

MAKERS: tuple[Maker, ...] = (
    sample_risk,
    one_system,
    some_systems,
    no_system,
    town_risk,
    hostile_risk,
)


def _told(found: Focus, language: Language = "en", width: int = 80) -> str:
    return risk_text(RiskPage(found), screen(language, width))


def _joined(told: str) -> str:
    """Return a page as one line, as its sentences are read."""
    return re.sub(r"\s+", " ", told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_screen_of_the_sample(golden: Golden, language: Language) -> None:
    """The whole page of the sample city, as a pipe shows it."""
    golden(f"risk_{language}_80.txt", _told(sample_risk(), language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_screen_of_one_system(golden: Golden, language: Language) -> None:
    """Two heaps a year apart, and the gap between them, on a wide terminal."""
    golden(f"risk_kojin_{language}_200.txt", _told(one_system(), language, 200))


@pytest.mark.parametrize("width", [60, 80, 200])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_no_line_is_wider_than_the_screen(
    make: Maker, language: Language, width: int
) -> None:
    """Whatever the names are, every line fits."""
    for line in _told(make(), language, width).splitlines():
        assert cell_len(line) <= width, line


def test_first_lines_say_what_matters() -> None:
    """The chance, the least sure system, the deadline, the day that is kept."""
    told = _joined(_told(sample_risk()))
    assert "The 20 systems all keep their planned cutovers with a chance of" in told
    assert "The least sure: " in told
    assert "The deadline, 2026-03-31, is kept with a chance of" in told
    assert "The last cutover is by 2026-09-02 with 95%." in told
    assert "no start that is still possible gives a chance of 80%" in told
    assert "Each of them, taken alone, keeps 2026-09-02 with 95%." in told


def test_two_heaps_are_told_and_seen() -> None:
    """A slip that costs a year is a sentence, and a hole between the bars."""
    told = _joined(_told(one_system()))
    assert "A small slip may cost 12 months (Individual resident tax): " in told
    assert "end by 2025-09-02, the others hardly before 2026-09-02." in told
    assert "(5 months without any)" in told


def test_bars_of_text_are_ascii() -> None:
    """Signs of the pictures take one cell on every console."""
    for line in _told(sample_risk(), "ja").splitlines():
        if re.match(r"R\d+\.\d+ ", line) or "|" in line or line.endswith("##"):
            assert line.isascii() or not re.search(r"[─-◿]", line)


def test_full_page_leaves_nothing_out() -> None:
    """Every system and every task has a row of its own."""
    told = risk_text(sample_page(full=True), screen("en"))
    assert "more row" not in told
    assert " others" not in told.split("System  ")[1].split("Contracts")[0]
    for name in ("Seal registration", "Family register", "Electoral roll"):
        assert f"\n{name}" in told


def test_section_is_named_in_the_heading() -> None:
    """A page that is narrowed says to what."""
    told = risk_text(RiskPage(some_systems(), section="税務課"), screen("ja"))
    assert told.startswith("姶良市（見本）稼働開始日を守れる確率（税務課）")


def test_sampling_error_is_said_in_plain_words() -> None:
    """Few runs, a greater error."""
    told = _joined(_told(sample_risk()))
    assert "counted over 2,000 random runs: they may be wrong by 3 percentage" in told
