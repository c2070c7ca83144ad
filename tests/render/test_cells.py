"""Terminal cells: full-width characters take two (文字幅)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.render.cells import fit, right, width, wrap

# Whatever may stand in a name: Latin, kana, kanji, full-width signs, joined emoji.
PIECES = (*"aZ9 -.,()（）「」、。・ーァっ税務課ティＡ①", "👨\u200d👩", "R7.9.30")
WORDS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("words", "cells", "shown"),
    [
        ("税務課", 6, "税務課"),
        ("税務課", 8, "税務課  "),
        ("税務課の長", 8, "税務課.."),
        # Only one cell is left for a character that takes two: the dots move up.
        ("税務課の長", 9, "税務課.. "),
        ("abc def", 5, "abc.."),
        ("abc def", 6, "abc.. "),
        ("税", 1, "."),
        ("税", 0, ""),
    ],
)
def test_text_is_cut_or_filled(words: str, cells: int, shown: str) -> None:
    """A text takes exactly its cells, with two dots right where it is cut."""
    assert fit(words, cells) == shown


@given(WORDS, st.integers(0, 40))
def test_fitted_text_takes_exactly_its_cells(words: str, cells: int) -> None:
    """Columns stay columns whatever stands in them."""
    assert width(fit(words, cells)) == cells


def test_text_goes_to_the_right_edge() -> None:
    """Full-width characters count twice; what is too wide is not cut."""
    assert right("税", 5) == "   税"
    assert right("税務課", 5) == "税務課"


@pytest.mark.parametrize(
    ("words", "cells", "lines"),
    [
        ("the longest gap is long", 12, ["the longest", "gap is long"]),
        ("稼働開始日の前日", 8, ["稼働開始", "日の前日"]),
        # Closing punctuation and small kana never begin a line.
        ("満了します。次", 10, ["満了しま", "す。次"]),
        ("ああクロシティ住民", 12, ["ああクロシ", "ティ住民"]),
        ("データ、移行", 6, ["デー", "タ、移", "行"]),
        ("名・方針", 4, ["名・", "方針"]),
        # Opening brackets never end one, in either width.
        ("更新（四回）", 6, ["更新", "（四", "回）"]),
        ("plan (アクロ)", 6, ["plan", "(アク", "ロ)"]),
        # Dates, numbers and names in Latin letters stay whole.
        ("期限はR8.3.31です", 10, ["期限は", "R8.3.31で", "す"]),
        ("(RFI)資料", 6, ["(RFI)", "資料"]),
        # What no line can hold is cut.
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("", 10, [""]),
    ],
)
def test_lines_break_where_japanese_allows_it(
    words: str, cells: int, lines: list[str]
) -> None:
    """Paragraphs are broken as a Japanese page breaks them."""
    assert wrap(words, cells) == lines


def test_lines_after_the_first_are_indented() -> None:
    """The indent counts as part of the line."""
    assert wrap("  稼働開始日の前日です", 12, "    ") == [
        "  稼働開始日",
        "    の前日で",
        "    す",
    ]


def test_an_indent_wider_than_what_is_left_comes_to_an_end() -> None:
    """A run of spaces longer than a line after its indent is kept, not cut forever."""
    lead = " " * 40
    assert wrap(f"{lead}予算", 60, lead) == [f"{lead}予算"]


@given(WORDS, st.integers(12, 60), st.sampled_from(["", "  ", "    "]))
def test_no_line_is_too_wide_and_nothing_is_lost(
    words: str, cells: int, indent: str
) -> None:
    """Every line fits, and together they hold every character but blanks."""
    lines = wrap(words, cells, indent)
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(words.split())
