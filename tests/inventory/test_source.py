"""Bytes that are no text, or a text in another encoding (入力ファイルの文字コード)."""

from __future__ import annotations

import pytest

from stdmig.inventory import Source
from stdmig.inventory.source import MAX_BYTES, control_character, decode
from tests.helpers import ENGLISH, MINIMAL, faults_of, sound, workspace_text

SAVE_AGAIN = "save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"


def _faults_of_bytes(data: bytes) -> list[str]:
    sources = workspace_text()
    return faults_of(sources._replace(systems=Source("systems.yaml", data)))


@pytest.mark.parametrize(
    ("encoding", "name", "place"),
    [
        # The first character beyond ASCII is 姶, in line 3 and column 9.
        ("cp932", "CP932 (Shift_JIS)", "3:9"),
        ("euc_jp", "EUC-JP", "3:9"),
        # These are told from the first bytes, or are ASCII throughout.
        ("iso2022_jp", "ISO-2022-JP (JIS)", "1:1"),
        ("utf-16", "UTF-16", "1:1"),
        ("utf-16-le", "UTF-16", "1:1"),
        ("utf-16-be", "UTF-16", "1:1"),
        ("utf-32", "UTF-32", "1:1"),
    ],
)
def test_other_encodings_are_named(encoding: str, name: str, place: str) -> None:
    """A file in another encoding is refused once, by the name of its encoding."""
    data = MINIMAL.encode(encoding)

    assert _faults_of_bytes(data) == [
        f"systems.yaml:{place} STD001 this file is {name}, not UTF-8"
    ]
    _, (fault,) = decode(Source("systems.yaml", data))
    assert fault.help is not None
    assert fault.help.into(ENGLISH) == SAVE_AGAIN


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_byte_order_marks_of_utf_16(mark: bytes) -> None:
    """Both byte order marks of UTF-16 name it, whatever follows."""
    assert _faults_of_bytes(mark) == [
        "systems.yaml:1:1 STD001 this file is UTF-16, not UTF-8"
    ]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("schema: é\n".encode("latin-1"), id="Latin-1"),
        # The first bytes of every .xlsx and .docx.
        pytest.param(b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xee\x9d", id="Excel"),
    ],
)
def test_no_encoding_is_made_up(data: bytes) -> None:
    """What is no known encoding is given no name."""
    (fault,) = _faults_of_bytes(data)

    assert fault.endswith(
        "STD001 this file is neither UTF-8 text nor any encoding known here"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_marks_and_line_ends_of_windows(encoding: str, end: str) -> None:
    """A byte order mark and CRLF change neither the content nor any place."""
    written = MINIMAL.replace("\n", end)
    good = sound(
        workspace_text()._replace(
            systems=Source("systems.yaml", written.encode(encoding))
        )
    )
    bad = written.replace("name: 姶良市", "nmae: 姶良市").replace("schema", "scheme")

    assert good.file == sound(workspace_text()).file
    assert _faults_of_bytes(bad.encode(encoding)) == [
        "systems.yaml:1:1 STD005 unknown key 'scheme'",
        "systems.yaml:1:1 STD006 the key 'schema' is missing",
        "systems.yaml:3:3 STD005 unknown key 'nmae'",
        "systems.yaml:3:3 STD006 the key 'name' is missing",
    ]


def test_nul() -> None:
    """A NUL is refused at its place, counted in characters and not in bytes."""
    data = MINIMAL.replace("市民課", "市民\0課").encode()

    assert _faults_of_bytes(data) == [
        "systems.yaml:11:20 STD001 the control character U+0000 cannot stand here"
    ]


def test_control_characters_are_not_repeated_without_end() -> None:
    """Of a file full of control characters the first twenty are named."""
    faults = _faults_of_bytes(b"\x07\n" * 50)

    assert faults == [
        f"systems.yaml:{line}:1 STD001 the control character U+0007 cannot stand here"
        for line in range(1, 21)
    ]


def test_size() -> None:
    """A file of 20 MB is read, and one byte more is refused unread."""
    start = MINIMAL.encode()
    largest = start + b"# " + b"x" * (MAX_BYTES - len(start) - 2)

    text, faults = decode(Source("systems.yaml", largest))
    assert text is not None
    assert faults == []
    assert _faults_of_bytes(largest + b"x") == [
        "systems.yaml:1:1 STD001 the file has 20971521 bytes; at most 20971520 are read"
    ]


@pytest.mark.parametrize("character", ["\t", "\n", "\u3000", "\ue000", "𠮷"])
def test_characters_of_a_town_hall(character: str) -> None:
    """Tabs, line ends, wide spaces, 外字 and rare kanji are no control characters."""
    assert control_character(f"a{character}b") is None
