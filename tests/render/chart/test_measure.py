"""Estimated widths, cutting and wrapping (文字幅)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.render.chart.measure import cut, text_width, wrapped

NAMES = st.text(st.sampled_from("あ漢字ーABC xyz.,-0123𠮷か\u3099"), max_size=80)


@pytest.mark.parametrize(
    ("told", "width"), [("漢字", 20), ("か\u3099", 10), ("12", 11.4), ("", 0)]
)
def test_widths(told: str, width: float) -> None:
    """A Japanese character is as wide as it is high; a mark on it takes nothing."""
    assert text_width(told, 10) == pytest.approx(width)


@given(NAMES, st.floats(0, 400))
def test_cut_text_fits(told: str, room: float) -> None:
    """What is cut fits, ends with an ellipsis, and is the head of the text."""
    found = cut(told, 10, room)
    assert text_width(found, 10) <= room + 1e-6
    if found != told:
        assert found == "" or told.startswith(found.removesuffix("…"))


@given(NAMES, st.floats(60, 400))
def test_wrapped_lines_fit(told: str, room: float) -> None:
    """No line is wider than its room, and there are no more than were allowed."""
    lines = wrapped(told, 10, room, 2)
    assert len(lines) <= 2
    assert all(text_width(line, 10) <= room + 1e-6 for line in lines)


def test_words_stay_apart_where_lines_end() -> None:
    """What is cut from the last line keeps its blanks."""
    told = "Comparison with the standard specification of the town"
    lines = wrapped(told, 10, 120, 2)
    assert lines == ["Comparison with the", "standard specificatio…"]
