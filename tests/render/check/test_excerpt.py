"""The line of a finding with its caret: cells, tabs, long lines (該当行の表示)."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from stdmig.diagnostics import Location
from stdmig.render.check.excerpt import excerpt
from stdmig.render.painted import page
from tests.render.check.runs import HOSTILE


def _shown(written: str, column: int, cells: int = 80, line: int = 12) -> list[str]:
    """Return the line and the caret below it."""
    place = Location("systems.yaml", line, column)
    drawn = page(excerpt(place, written, cells, "bold red"), colour=False)
    return drawn.removesuffix("\n").split("\n")


def test_caret_stands_under_its_column() -> None:
    """The line has its number, and the caret stands under the value."""
    assert _shown("    end: 2024-09-30", 10) == [
        "    12 |     end: 2024-09-30",
        "       |          ^",
    ]


@pytest.mark.parametrize(
    ("before", "cells"),
    [
        ("名前: ", 6),
        ("a: ", 3),
        ("ｶﾅ: ", 4),
        ("𠮷: ", 4),
        ("か\u3099: ", 4),
        ("👨\u200d👩\u200d👧: ", 4),
        ("\u3000", 2),
        ("\t- ", 6),
        ("\x1b[31m", 5),
    ],
)
def test_caret_counts_cells_not_characters(before: str, cells: int) -> None:
    """Full-width characters take two cells, combined ones none of their own."""
    line, caret = _shown(f"{before}X", len(before) + 1)
    assert caret == "       | " + " " * cells + "^"
    assert cell_len(line[: line.index("X")]) == cell_len(caret) - 1


def test_nothing_steers_the_terminal() -> None:
    """Controls and turned directions are seen as U+FFFD, a tab as blanks."""
    assert _shown("a\tb\x1b[31m\u202e\x00", 1)[0] == (
        "    12 | a    b\ufffd[31m\ufffd\ufffd"
    )


def test_long_line_is_cut_around_its_caret() -> None:
    """What is left out on either side is shown by two points."""
    line, caret = _shown("あ" * 100 + "X" + "い" * 100, 101, cells=60)
    assert line.startswith("    12 | ..あ")
    assert line.endswith("い..")
    assert cell_len(line[: line.index("X")]) == cell_len(caret) - 1


def test_long_line_is_shown_from_its_head_where_the_caret_is_near() -> None:
    """A place at the beginning needs nothing cut off before it."""
    line, caret = _shown("note: " + "a" * 500, 7, cells=60)
    assert line == "    12 | note: " + "a" * 43 + ".."
    assert caret == "       |       ^"


@pytest.mark.parametrize("cells", [60, 80, 200, 400])
@pytest.mark.parametrize("column", [1, 40, 150, 301, 900])
@pytest.mark.parametrize("name", [*HOSTILE, "a" * 300, "👨\u200d👩\u200d👧" * 60])
def test_every_line_fits_and_has_its_caret(name: str, column: int, cells: int) -> None:
    """No line is wider than the screen, and the caret is always on it."""
    line, caret = _shown(name.replace("\n", ""), column, cells, 12345)
    assert cell_len(line) <= cells
    assert cell_len(caret) <= cells
    assert caret.endswith("^")


def test_place_beyond_the_line_is_its_end() -> None:
    """A value that is missing is shown where it should begin."""
    assert _shown("end:", 99)[1] == "       |     ^"
    assert _shown("", 1) == ["    12 |", "       | ^"]


def test_line_of_many_megabytes_is_no_burden() -> None:
    """Only what is near the place is looked at."""
    line, _ = _shown("x" * 20_000_000, 10_000_000)
    assert cell_len(line) <= 80
