"""Inputs at the edge of what can be read at all, one by one (極端な入力)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import call
from tests.helpers import MINIMAL

LARGE = 10_000_000
"""Characters of a scalar that nobody wrote."""

FORMATS = ("text", "json", "csv", "sarif", "github", "gitlab", "junit")


def _told(folder: Path, systems: str | bytes) -> str:
    """Return the only fault of a workspace, as `stdmig check` tells it."""
    data = systems if isinstance(systems, bytes) else systems.encode()
    (folder / "systems.yaml").write_bytes(data)
    result = call("check", "-w", folder, "--lang", "en")
    assert result.code == 2
    (line,) = result.out.splitlines()
    return line.removeprefix(f"{folder.as_posix()}/systems.yaml:")


@pytest.mark.parametrize("depth", [51, 1000, 100_000])
@pytest.mark.parametrize(("opens", "closes"), [("[", "]"), ("{a: ", "}")])
def test_deep_nesting(depth: int, opens: str, closes: str, tmp_path: Path) -> None:
    """Nesting is refused at its fifty-first level, however deep it goes on."""
    told = _told(tmp_path, f"{MINIMAL}x: {opens * depth}{closes * depth}\n")
    column = 4 + 49 * len(opens)
    assert told == f"14:{column}: error[STD003] nested more than 50 levels deep"


def test_deep_block(tmp_path: Path) -> None:
    """So is nesting by indentation."""
    block = "".join(f"{' ' * depth}-\n" for depth in range(1, 3000))
    told = _told(tmp_path, f"{MINIMAL}x:\n{block}")
    assert told == "64:51: error[STD003] nested more than 50 levels deep"


@pytest.mark.parametrize("digits", [4300, 4301, 100_000])
@pytest.mark.parametrize("sign", ["", "-", "+"])
def test_huge_whole_number(digits: int, sign: str, tmp_path: Path) -> None:
    """More digits than Python would make a number of are no number at all."""
    number = sign + "9" * digits
    systems = MINIMAL.replace("name: 姶良市", f"name: 姶良市\n  population: {number}")
    told = _told(tmp_path, systems)
    assert told.startswith("4:15: error[STD007] ")
    assert len(told) < 200


@pytest.mark.parametrize("number", ["1e999999", "9" * 4301, "0." + "1" * 5000, "NaN"])
def test_huge_decimal(number: str, tmp_path: Path) -> None:
    """Shares and capacities are bounded before anybody counts with them."""
    (tmp_path / "systems.yaml").write_text(MINIMAL, encoding="utf-8")
    capacity = f"schema: stdmig.capacity/1\nlead: {{capacity: {number}}}\n"
    (tmp_path / "capacity.yaml").write_text(capacity, encoding="utf-8")
    result = call("check", "-w", tmp_path, "--lang", "en")
    assert result.code == 2
    assert "capacity.yaml:2:18: error[STD007] " in result.out
    assert len(result.out) < 300


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "姶良市",
            "長" * (LARGE // 3),
            "3:9: error[STD007] the text is longer",
        ),
        ("id: juki", "id: " + "j" * LARGE, "9:9: error[STD007] the text is longer"),
        ("市民課", '"' + "x " * (LARGE // 2) + '"', "11:18: error[STD007] the text is"),
        ("令和6年9月30日", "9" * LARGE, "7:10: error[STD008] '99999999999999999999…'"),
        ("    package", "    k" + "k" * LARGE, "12:9: error[STD002] not valid YAML"),
    ],
    ids=["name", "id", "section", "date", "key"],
)
def test_scalar_of_ten_megabytes(old: str, new: str, told: str, tmp_path: Path) -> None:
    """It is refused at its place, and never told in full."""
    line = _told(tmp_path, MINIMAL.replace(old, new))
    assert line.startswith(told)
    assert len(line) < 200


def test_file_of_more_than_twenty_megabytes(tmp_path: Path) -> None:
    """It is not even read."""
    told = _told(tmp_path, MINIMAL + "#" * 21_000_000)
    assert told == (
        "1:1: error[STD001] cannot be read: the file has more than 20971520 bytes"
    )


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("odd", "told"),
    [
        (b"\0", "U+0000"),
        (b"\xed\xa0\x80", "UTF-8"),
        (b"\xed\xb0\x80", "UTF-8"),
        ("住民課の窓口".encode("cp932"), ""),
        ("市民課".encode("euc_jp"), ""),
        (b"\x1b[31m", "U+001B"),
        (b'"\\ud800"', ""),
        (b'"\\x1b"', "U+001B"),
        (b"\xff\xfe", ""),
    ],
)
def test_odd_bytes_in_every_format(
    odd: bytes, told: str, format: str, tmp_path: Path
) -> None:
    """What is no text is refused at its place, and no format shows it as it is."""
    systems = MINIMAL.encode().replace("市民課".encode(), odd, 1)
    (tmp_path / "systems.yaml").write_bytes(systems)
    result = call("check", "-w", tmp_path, "--format", format, "--lang", "en")
    assert result.code == 2
    assert told in result.out
    assert not {"\0", "\x1b", "\ufffd"} & set(result.out)
    if format == "json":
        (fault,) = json.loads(result.out)["findings"]
        assert (fault["location"]["line"], fault["severity"]) == (11, "error")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp932"])
def test_file_in_another_encoding(encoding: str, tmp_path: Path) -> None:
    """The encoding is named, where it can be known."""
    told = _told(tmp_path, MINIMAL.encode(encoding))
    assert "error[STD001]" in told


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_that_end_otherwise(end: str, tmp_path: Path) -> None:
    """Places are counted by lines, however these end."""
    systems = MINIMAL.replace("section:", "sektion:").replace("\n", end)
    (tmp_path / "systems.yaml").write_bytes(systems.encode())
    result = call("check", "-w", tmp_path, "--lang", "en")
    assert "systems.yaml:11:9: error[STD005] unknown key 'sektion'" in result.out
