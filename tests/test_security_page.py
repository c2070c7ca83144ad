"""What SECURITY.md says of bounds and programs is so in the code (セキュリティ)."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from stdmig.intake.sheet import archive
from stdmig.intake.sheet.limits import CHARACTERS, COLUMNS, NATIONAL, SHEETS, USUAL
from stdmig.inventory.source import MAX_BYTES
from stdmig.inventory.yaml_builder import MAX_DEPTH
from stdmig.workspace import git
from stdmig.workspace.portfolio import cache
from tests.helpers import ROOT

PAGES = ("SECURITY.md", "SECURITY.ja.md")
MIB = 1024 * 1024

every_page = pytest.mark.parametrize("page", PAGES)


def _text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def _cell(page: str, row: int) -> str:
    """Return what is done about an input, by its row in the table."""
    rows = [line for line in _text(page).splitlines() if line.startswith("| ")]
    return rows[row].strip("|").split(" | ")[1]


def _figures(written: str) -> list[int]:
    """Return the figures of a text, without the names of characters and options."""
    plain = re.sub(r"U\+\w+|`[^`]*`", "", written)
    return [int(each.replace(",", "")) for each in re.findall(r"\d[\d,]*", plain)]


def _constant(module: ModuleType, name: str) -> int:
    return int(vars(module)[name])


@every_page
def test_bounds_are_those_of_the_code(page: str) -> None:
    """Each figure of the table is that of a constant; what is refused, at that size."""
    assert _figures(_cell(page, 1))[:2] == [MAX_BYTES // MIB, MAX_DEPTH]
    books = [
        MAX_BYTES // MIB,
        _constant(archive, "_PARTS"),
        _constant(archive, "_BYTES") // MIB,
        SHEETS,
        USUAL.rows,
        COLUMNS,
        USUAL.cells,
        CHARACTERS,
        NATIONAL.rows,
        NATIONAL.cells,
    ]
    # The Japanese counts of one sheet and one cell are not bounds.
    said = [each for each in _figures(_cell(page, 2)) if each != 1]
    assert said == books
    assert _figures(_cell(page, 5)) == [_constant(git, "_SECONDS"), MAX_BYTES // MIB]
    assert _figures(_cell(page, 6)) == [_constant(cache, "_LARGEST") // MIB]


@every_page
def test_programs_and_variables_are_all_named(page: str) -> None:
    """Whatever the code looks for on the computer stands on the page."""
    code = "\n".join(file.read_text("utf-8") for file in (ROOT / "src").rglob("*.py"))
    started = set(re.findall(r'program_of\("([\w-]+)"', code))
    assert started == {"git", "fc-list"}
    assert "shutil.which" not in re.sub(r"``.*?``", "", code)
    text = _text(page)
    for name in started:
        assert f"`{name}`" in text
    own = set(re.findall(r'"(STDMIG_[A-Z]+|GITHUB_\w+|XDG_\w+)"', code))
    assert own >= {"STDMIG_LANG", "STDMIG_DATES", "GITHUB_STEP_SUMMARY"}
    for name in own:
        assert f"`{name}`" in text


def test_both_pages_say_the_same() -> None:
    """They have the same parts, rows, figures, commands and words of the code."""
    english, japanese = map(_text, PAGES)
    for pattern in (r"(?m)^#+ ", r"(?m)^\| ", r"(?m)^- ", r"(?ms)^```sh\n.*?^```"):
        assert re.findall(pattern, english) == re.findall(pattern, japanese)
    for pattern in (r"`[^`\n]+`", r"\d[\d,]*"):
        found = [set(re.findall(pattern, each)) for each in (english, japanese)]
        assert found[0] - found[1] == set()
        assert found[1] - found[0] <= {"1"}


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("README.md", "SECURITY.md"),
        ("README.ja.md", "SECURITY.ja.md"),
        ("docs/contributing.md", "../SECURITY.md"),
        ("docs/contributing.ja.md", "../SECURITY.ja.md"),
    ],
)
def test_page_is_found(page: str, link: str) -> None:
    """Who reads a README or wants to help comes to it."""
    assert f"]({link})" in _text(page)
