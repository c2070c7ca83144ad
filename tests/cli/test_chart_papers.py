"""The chart's papers on the command line (図の出力)."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from stdmig.cli.export import paper as paper_command
from tests.command import call


@pytest.mark.parametrize("paper", ["overview", "svg"])
def test_picture_is_written(paper: str, tmp_path: Path) -> None:
    """A picture goes to a file, or to standard output, byte for byte the same."""
    file = tmp_path / "chart.svg"
    assert call("export", paper, "--sample", "--output", file).code == 0
    root = ET.fromstring(file.read_bytes())
    assert root.get("width") == "420mm"
    assert call("export", paper, "--sample").stdout == file.read_bytes()


def test_picture_of_a_section(tmp_path: Path) -> None:
    """A section gets its own systems and contracts, and the title says whose."""
    file = tmp_path / "chart.svg"
    result = call(
        *("export", "overview", "--sample", "--section", "税務課", "--output", file)
    )
    assert result.code == 0
    told = file.read_text(encoding="utf-8")
    assert "税務課" in told
    assert "Wel+" not in told


def test_languages_differ(tmp_path: Path) -> None:
    """The picture speaks the language that is asked for."""
    english = call("export", "overview", "--sample", "--lang", "en").out
    assert "Next dates" in english


def test_missing_part_is_named_with_its_versions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who lacks typst is told the requirement that the package itself declares."""
    monkeypatch.setattr(paper_command, "is_at_hand", lambda each: each.needs is None)
    result = call("export", "pdf", "--sample")
    assert result.code == 2
    assert re.search(
        r"error: pdf needs the optional part 'typst'\n"
        r"  install it: pip install 'typst[<>=.,0-9]+'\n",
        result.err,
    )
