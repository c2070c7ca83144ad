"""What pages say about the project's own files and figures is there to be read."""

from __future__ import annotations

import re

import pytest

from tests.docs.page import inline_code, text_of
from tests.helpers import ROOT

COMPARISONS = ("docs/compare.md", "docs/compare.ja.md")
GUIDES = ("docs/contributing.md", "docs/contributing.ja.md")

_ROW = re.compile(r"^\| [\d,]+ \|.*$", re.MULTILINE)
_TOP = ("src/", "tests/", "scripts/", "data/", "docs/", "benchmarks/", ".ci/")


@pytest.mark.parametrize("page", COMPARISONS)
def test_speed_is_told_as_it_was_measured(page: str) -> None:
    """The rows of the comparison stand in the README of the benchmarks, all of them."""
    told = text_of(page).partition("<!-- from: benchmarks/README.md -->")[2]
    measured = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    rows = _ROW.findall(told)
    assert rows == _ROW.findall(measured.partition("## Papers")[2].partition("## ")[0])
    assert len(rows) == 4


@pytest.mark.parametrize("page", GUIDES)
def test_guide_names_files_that_exist(page: str) -> None:
    """Each path of a guide for contributors is one of the project's."""
    named = [code for code in inline_code(page) if code.startswith(_TOP)]
    made = [code for code in named if "NAME" not in code and "nnn" not in code]
    assert len(made) > 15
    for path in made:
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("page", GUIDES)
def test_guide_takes_six_steps_at_most(page: str) -> None:
    """Nothing that is to be added needs more than six steps."""
    steps = re.findall(r"^(\d+)\. ", text_of(page), re.MULTILINE)
    assert max(map(int, steps)) <= 6
