"""Pieces of XML (SVGの部品)."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.render.chart.markup import box, escaped, number, path, words


@given(st.text())
def test_any_text_is_well_formed(told: str) -> None:
    """Whatever a file calls something, its picture is well-formed XML."""
    ET.fromstring(words("t", 1, 2, told))
    ET.fromstring(path("p", "M0 0", f"x{told}"))


def test_markup_stays_text() -> None:
    """A reader gets the name back, character by character."""
    name = "]]></title><script>\"'&amp;𠮷か\u3099"
    assert ET.fromstring(words("t", 0, 0, name)).text == name


def test_what_xml_forbids_is_seen() -> None:
    """A control character and a turned direction become U+FFFD."""
    assert escaped("a\x07b\u202ec") == "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    ("value", "told"),
    [(1.0, "1"), (1.25, "1.2"), (-0.04, "0"), (1188.0, "1188"), (0.96, "1")],
)
def test_numbers_are_short(value: float, told: str) -> None:
    """One decimal at most, and no sign before zero."""
    assert number(value) == told


def test_neighbours_meet() -> None:
    """Where one rectangle ends, the next one begins, whatever is rounded."""
    assert box(0.04, 0, 10.04, 5) == "M0 0h10.1v5h-10.1z"
    assert box(10.08, 0, 5, 5).startswith("M10.1 0")
