"""Room that texts take in cells (文字幅・行の高さ)."""

from __future__ import annotations

import pytest

from stdmig.render.workbook.measure import TALLEST, digits, height, lines


def test_full_width_letter_takes_an_em() -> None:
    """At 10 points a Japanese letter is five thirds of a digit of the standard font."""
    assert digits("市民課") == pytest.approx(3 * 10 / 6)
    assert digits("市民課", 12) == pytest.approx(3 * 12 / 6)


def test_latin_letters_take_about_half() -> None:
    """Mixed texts count each letter by its own width, the longest line alone."""
    assert digits("abc") < digits("市民課") < digits("市民課abc")
    assert digits("市民課\na") == digits("市民課")


@pytest.mark.parametrize(
    ("words", "room", "expected"),
    [
        *(("", 10, 1), ("市民課", 10, 1), ("あ" * 20, 20, 2), ("あ\nい\nう", 20, 3)),
        ("one two three", 8, 2),
        # A mark that must not begin a line takes its letter along.
        ("あいうえおか。", 11, 2),
        ("あいうえおかき。くけこさ", 12.5, 2),
    ],
)
def test_lines_are_wrapped_and_counted(words: str, room: float, expected: int) -> None:
    """What is wider than its column goes on in the next line; breaks are kept."""
    assert lines(words, room) == expected


def test_row_is_never_taller_than_excel_allows() -> None:
    """A list that is endless gets the tallest row there is."""
    assert height(1) < height(2) < height(1000) == TALLEST == 409
