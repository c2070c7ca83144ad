"""Outputs that lead elsewhere than they say, or that name two things (出力先)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.command import call
from tests.helpers import ROOT

UNIX = pytest.mark.skipif(os.name == "nt", reason="links and names of Unix")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a workspace of its own."""
    shutil.copytree(ROOT / "examples" / "designated-town", tmp_path / "town")
    return tmp_path / "town"


@UNIX
@pytest.mark.parametrize(
    "command",
    [
        ("export", "html", "-o"),
        ("export", "budget", "-o"),
        ("check", "--format", "sarif", "-o"),
        ("check", "--write-baseline"),
    ],
    ids=" ".join,
)
def test_link_to_itself_is_told(command: tuple[str, ...], tmp_path: Path) -> None:
    """A link that leads to itself ends with code 2 and a sentence, not a traceback."""
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    result = call(*command, loop, "--sample")
    assert result.code == 2
    assert "loop cannot be written: its links lead round in a circle" in result.err
    assert loop.is_symlink()


@UNIX
def test_link_to_an_input_is_no_output(town: Path) -> None:
    """What a person writes is safe behind a link too, even with ``--force``."""
    (town / "plan.html").symlink_to("systems.yaml")
    before = (town / "systems.yaml").read_bytes()
    result = call("export", "html", "-w", town, "-o", town / "plan.html", "--force")
    assert result.code == 2
    assert "plan.html is what a person writes; choose another name" in result.err
    assert (town / "systems.yaml").read_bytes() == before


def test_name_of_an_input_in_capitals_is_no_output(tmp_path: Path) -> None:
    """On a disk that knows no capitals it would be the same file."""
    result = call("export", "html", "--sample", "-o", tmp_path / "Systems.YAML")
    assert result.code == 2
    assert "Systems.YAML is what a person writes" in result.err


@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
def test_output_and_baseline_are_two_files(option: str, tmp_path: Path) -> None:
    """A report never takes the place of the baseline of the same run."""
    both = tmp_path / "x.json"
    result = call("check", "--sample", "--format", "json", "-o", both, option, both)
    assert result.code == 2
    assert "x.json is named as an output and as a baseline" in result.err
    assert not both.exists()


def test_baseline_is_no_screen() -> None:
    """``-`` is the screen for outputs; for a baseline it would be a file's name."""
    result = call("check", "--sample", "--write-baseline", "-")
    assert result.code == 2
    assert "--write-baseline takes the name of a file, not the screen" in result.err


def test_dash_is_the_screen_for_every_output() -> None:
    """``--output -`` prints, as it does for the check."""
    printed = call("export", "mermaid", "--sample", "--output", "-")
    assert printed.code == 0
    assert printed.stdout == call("export", "mermaid", "--sample").stdout


@UNIX
def test_name_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    """A name of 251 bytes is written; what lies beside it meanwhile has a short one."""
    name = "長" * 82 + ".html"
    result = call("export", "html", "--sample", "-o", tmp_path / name)
    assert result.code == 0, result.err
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_older_papers_are_told(tmp_path: Path) -> None:
    """Who writes only some papers anew is told which are left from before."""
    assert call("export", "all", tmp_path, "--sample", "--only", "tasks").code == 0
    result = call("export", "all", tmp_path, "--sample", "--only", "budget", "--force")
    assert result.code == 0
    file = (tmp_path / "tasks.csv").as_posix()
    assert result.err.endswith(f"{file} is older: it was not written anew\n")


def test_folder_below_a_file_is_told(tmp_path: Path) -> None:
    """A file on the way to the folder is named for what it is."""
    (tmp_path / "file").write_text("", "utf-8")
    target = tmp_path / "file" / "deep"
    result = call("export", "all", target, "--sample", "--only", "budget")
    assert result.code == 2
    assert "cannot be written: a part of its path is not a folder" in result.err


def test_folder_without_a_name_is_refused() -> None:
    """An unset variable of a script does not mean the current folder."""
    result = call("export", "all", "", "--sample")
    assert result.code == 2
    assert "the folder has no name" in result.err


@UNIX
def test_name_of_a_folder_is_no_line_of_its_own(tmp_path: Path) -> None:
    """A line break in the workspace's name starts no line in the log of CI."""
    place = tmp_path / "n\n::error title=x::y"
    place.mkdir()
    (place / "systems.yaml").write_text("systems: []\n", "utf-8")
    for format_ in ("text", "github"):
        result = call("check", "-w", place, "--format", format_)
        assert result.code == 2
        lines = [*result.out.splitlines(), *result.err.splitlines()]
        assert not [line for line in lines if line.startswith("::error title=x")]
