"""Screens on Japanese consoles, where some characters take two cells (文字幅)."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from stdmig.cli.language import CALENDARS
from stdmig.render.check.text import check_text
from stdmig.render.screen import Screen
from stdmig.words import LANGUAGES, Language, Style
from tests.cli.odd_console import outcomes
from tests.screens import report, sample_city, sample_lines

SCREENS: tuple[tuple[str, ...], ...] = (
    ("plan",),
    ("plan", "--by", "system"),
    ("plan", "--by", "section", "--full"),
    ("plan", "--assumptions"),
    ("explain", "kojin"),
    ("explain", "kojin", "8"),
    ("explain", "STD201"),
    ("level", "--time-limit", "0"),
    ("risk", "--samples", "500"),
    ("status",),
    ("graph",),
    ("graph", "--of", "plan"),
)


def wide(words: str) -> int:
    """Return how many cells a text takes where ambiguous characters take two."""
    return sum(
        0
        if unicodedata.combining(each)
        else 2
        if unicodedata.east_asian_width(each) in "WFA"
        else 1
        for each in words
    )


@pytest.mark.parametrize("columns", [80, 200])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dates", CALENDARS)
def test_screens_fit_a_japanese_console(
    dates: str, language: Language, columns: int, tmp_path: Path
) -> None:
    """No screen has a line over the width, or a character of doubtful width at all."""
    lines = [(*words, "--sample") for words in SCREENS]
    variables = {"COLUMNS": str(columns), "STDMIG_DATES": dates}
    results = outcomes(lines, "utf-8", language, tmp_path, variables)
    for line, result in zip(lines, results, strict=True):
        assert result.code == 0
        told = result.out.splitlines()
        assert [each for each in told if wide(each) > columns] == [], line
        assert _doubtful(result.out) == set(), line


@pytest.mark.parametrize("columns", [80, 200])
@pytest.mark.parametrize("era", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_fit_a_japanese_console(
    language: Language, era: bool, columns: int
) -> None:
    """The page of findings, which only a terminal shows, does so too."""
    shown_on = Screen(Style(language, era), columns)
    page = check_text(report(sample_city()), shown_on, sample_lines())
    assert [each for each in page.splitlines() if wide(each) > columns] == []
    assert _doubtful(page) == set()


def _doubtful(page: str) -> set[str]:
    return {each for each in page if unicodedata.east_asian_width(each) == "A"}
