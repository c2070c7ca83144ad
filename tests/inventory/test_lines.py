"""The lines that findings point at, from the bytes that were read (該当行)."""

from __future__ import annotations

import pytest

from stdmig.diagnostics import Location
from stdmig.inventory import Source, lines_at
from stdmig.inventory.source import MAX_BYTES
from tests.helpers import MINIMAL, workspace_text


def _lines(data: bytes, *places: tuple[int, int]) -> list[str | None]:
    sources = workspace_text()._replace(systems=Source("systems.yaml", data))
    wanted = [Location("systems.yaml", *place) for place in places]
    found = lines_at(sources, wanted)
    return [found.get(place) for place in wanted]


def test_line_of_a_place_is_found() -> None:
    """The line is that of the file, without its end."""
    assert _lines(MINIMAL.encode(), (3, 9), (1, 1)) == [
        "  name: 姶良市",
        "schema: stdmig.systems/1",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_yaml_says(end: str) -> None:
    """Line feeds, carriage returns and both together end a line, nothing else does."""
    data = end.join(["a: \x0b\x0c", "b: 2", ""]).encode()
    told = _lines(data, (1, 1), (2, 1), (3, 1), (4, 1))
    assert told == ["a: \x0b\x0c", "b: 2", "", None]


def test_byte_order_mark_is_no_column() -> None:
    """Columns count from after the mark."""
    assert _lines(b"\xef\xbb\xbfa: 1\n", (1, 1)) == ["a: 1"]


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp"])
def test_line_in_another_encoding_is_shown_as_its_writer_sees_it(encoding: str) -> None:
    """A file that is refused for its encoding still shows the line that tells it."""
    assert _lines(MINIMAL.encode(encoding), (3, 9)) == ["  name: 姶良市"]


def test_what_is_no_text_is_shown_as_such() -> None:
    """Bytes of no encoding are U+FFFD, and their neighbours stay."""
    assert _lines(b"a: \x81 1\n", (1, 4)) == ["a: \ufffd 1"]


@pytest.mark.parametrize("encoding", ["utf-16", "iso2022_jp"])
def test_nothing_is_shown_of_what_nobody_can_read(encoding: str) -> None:
    """Of UTF-16 and JIS no line would mean anything."""
    assert _lines(MINIMAL.encode(encoding), (3, 9)) == [None]


def test_nothing_is_shown_of_a_file_that_is_too_large() -> None:
    """A file that is refused for its size is not taken apart."""
    assert _lines(b"#" * (MAX_BYTES + 1), (2, 1)) == [None]


def test_packaged_files_have_lines_too() -> None:
    """A finding in a file that came with the product shows it."""
    sources = workspace_text()
    place = Location("stdmig:schedule_template.yaml", 1, 1)
    assert lines_at(sources, [place])[place].startswith("# ")


def test_files_that_were_not_read_have_none() -> None:
    """A place in a file that is not there shows nothing."""
    assert lines_at(workspace_text(), [Location("nowhere.yaml", 1, 1)]) == {}
