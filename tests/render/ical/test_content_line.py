"""Lines of iCalendar: no longer than 75 octets, and no character cut in two."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentlines
from icalendar.prop import vText

from stdmig.render.ical.content_line import content_line, escaped
from stdmig.render.one_line import one_line


@given(st.text(max_size=200))
def test_folded_line_is_read_back_whole(value: str) -> None:
    """Whatever a text holds, its lines are short and give it back."""
    words = one_line(value)
    written = content_line("SUMMARY", escaped(words))
    lines = written.encode().split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines)
    reader: Any = Contentlines
    (line, *rest) = [each for each in reader.from_ical(written.encode()) if each]
    assert rest == []
    name, _, read = line.parts()
    assert name == "SUMMARY"
    assert str(vText.from_ical(read)) == words


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        (("a, b; c",), r"a\, b\; c"),
        (("C:\\temp\\n",), r"C:\\temp\\n"),
        (("one", "two"), r"one\ntwo"),
        (("a\r\nEND:VEVENT",), "a END:VEVENT"),
        ((), ""),
    ],
)
def test_signs_of_the_format_are_escaped(lines: tuple[str, ...], written: str) -> None:
    """Separators, backslashes and line breaks of a name are not those of the file."""
    assert escaped(*lines) == written
