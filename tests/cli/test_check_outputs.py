"""Several formats of a check in one run: pairs, refusals, all files or none (出力)."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.command import call, run
from tests.helpers import MINIMAL
from tests.render.check.runs import HOSTILE

SAMPLE = ("check", "--sample", "--lang", "en")


def _pairs(*pairs: tuple[str, str | Path]) -> list[str | Path]:
    """Return the options that pair formats with outputs."""
    return [
        word
        for format, output in pairs
        for word in ("--format", format, "--output", output)
    ]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in which the commands run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_output_holds_its_format(here: Path) -> None:
    """The first output is of the first format; each is what it would be alone."""
    pairs = _pairs(("json", "a"), ("sarif", "b"), ("text", "-"), ("junit", "c"))
    result = call(*SAMPLE, *pairs)
    assert result.code == 1
    assert result.stdout == call(*SAMPLE).stdout
    for name, format in (("a", "json"), ("b", "sarif"), ("c", "junit")):
        alone = call(*SAMPLE, "--format", format)
        assert (here / name).read_bytes() == alone.stdout
    assert result.err == (
        "written: a\nwritten: b\nwritten: c\n3 errors, 20 warnings, 0 notes\n"
    )


def test_order_counts_not_neighbourhood(here: Path) -> None:
    """All formats may be named first, and all outputs after them."""
    result = call(
        *SAMPLE, "--format", "gitlab", "--format", "csv", "-o", "a.json", "-o", "b.csv"
    )
    assert result.code == 1
    assert json.loads((here / "a.json").read_text("utf-8"))[0]["severity"] == "major"
    assert (here / "b.csv").read_bytes().startswith(b"\xef\xbb\xbfSeverity,")


def test_hyphen_is_the_screen(here: Path) -> None:
    """``-o -`` prints, and writes no file of that name."""
    assert call(*SAMPLE, "-o", "-").stdout == call(*SAMPLE).stdout
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ("--format", "text", "--format", "sarif"),
            "the numbers of --format (2) and --output (0) differ",
        ),
        (
            ("--format", "text", "--format", "sarif", "-o", "a"),
            "the numbers of --format (2) and --output (1) differ",
        ),
        (
            ("--format", "text", "-o", "a", "-o", "b"),
            "the numbers of --format (1) and --output (2) differ",
        ),
        (("-o", "a", "-o", "b"), "the numbers of --format (1) and --output (2) differ"),
        (
            _pairs(("text", "-"), ("json", "-")),
            "- is named as the output of two formats",
        ),
        (
            _pairs(("text", "a"), ("json", "./x/../a")),
            "x/../a is named as the output of two formats",
        ),
        (
            _pairs(("sarif", "a"), ("json", "systems.yaml")),
            "systems.yaml is what a person writes; choose another name",
        ),
        (
            _pairs(("sarif", "a"), ("json", "Portfolio.yaml")),
            "Portfolio.yaml is what a person writes; choose another name",
        ),
        (
            _pairs(("sarif", "a"), ("json", "mine")),
            "mine exists already; --force replaces it",
        ),
    ],
    ids=str,
)
def test_what_cannot_be_meant_is_refused(
    options: tuple[str, ...], told: str, here: Path
) -> None:
    """Nothing is guessed, printed or written where outputs are not clear."""
    (here / "mine").write_bytes(b"mine")
    result = call(*SAMPLE, *options)
    assert result.code == 2
    assert f"error: {told}\n" in result.err
    assert result.stdout == b""
    assert [each.name for each in here.iterdir()] == ["mine"]
    assert (here / "mine").read_bytes() == b"mine"


def test_refusal_says_how_to_pair() -> None:
    """Who gave too few outputs reads what to write."""
    assert call(*SAMPLE, "--format", "json", "--format", "csv").err == (
        "error: the numbers of --format (2) and --output (0) differ\n"
        "  give every --format its --output, in the same order; - is the screen\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="links of Unix")
def test_link_to_another_output_is_the_same_file(here: Path) -> None:
    """Two names of one file are one output."""
    (here / "link").symlink_to(here / "a")
    result = call(*SAMPLE, *_pairs(("sarif", "a"), ("json", "link")))
    assert result.code == 2
    assert "link is named as the output of two formats" in result.err
    assert not (here / "a").exists()


@pytest.mark.parametrize("last", ["folder", "nowhere/b", "x" * 300])
def test_all_files_are_written_or_none(last: str, here: Path) -> None:
    """Where the last cannot be written, the first is not either."""
    (here / "folder").mkdir()
    (here / "mine").write_bytes(b"mine")
    pairs = _pairs(("text", "-"), ("json", "mine"), ("sarif", "a"), ("csv", last))
    result = call(*SAMPLE, *pairs, "--force")
    assert result.code == 2
    assert f"error: {last} cannot be written: " in result.err
    assert result.stdout == b""
    assert (here / "mine").read_bytes() == b"mine"
    assert sorted(each.name for each in here.iterdir()) == ["folder", "mine"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_full_device_leaves_the_files_alone(here: Path) -> None:
    """A device is written to before any file takes its place."""
    result = call(*SAMPLE, *_pairs(("sarif", "a"), ("json", "/dev/full")))
    assert result.code == 2
    assert result.err.endswith(
        "error: /dev/full cannot be written: the disk is full\n"
        "  make room there, or name another place\n"
    )
    assert list(here.iterdir()) == []


def test_cell_that_cp932_lacks_stops_all(here: Path) -> None:
    """CSV that cannot be written keeps the other formats from being written."""
    (here / "systems.yaml").write_text(
        MINIMAL.replace("アクロシティ", "𠮷野システム"), "utf-8"
    )
    pairs = _pairs(("json", "a"), ("csv", "b"))
    options = ("--as-of", "2021-10-01", "--encoding", "cp932")
    result = call("check", *options, *pairs)
    assert result.code == 2
    assert "nothing was written" in result.err
    assert [each.name for each in here.iterdir()] == ["systems.yaml"]


def test_faults_go_to_every_output(here: Path) -> None:
    """Files that cannot be read end with 2, and each report says why."""
    (here / "systems.yaml").write_text("schema: stdmig.systems/1\n", "utf-8")
    pairs = _pairs(*((each, each) for each in ("sarif", "gitlab", "junit", "github")))
    result = call("check", *pairs)
    assert result.code == 2
    for name in ("sarif", "gitlab", "junit", "github"):
        assert "STD006" in (here / name).read_text("utf-8")


HOSTILE_TOWN = """\
schema: stdmig.systems/1
municipality: {{name: {name}}}
contracts:
  - {{id: c, name: {name}, vendor: {name}, start: 2020-04-01, end: 2024-09-30}}
systems:
  - id: juki
    units: [{{section: {name}, package: {name}, policy: stay, contract: c}}]
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_workspace_passes_through_every_format(name: str, here: Path) -> None:
    """Names of a workspace become neither code nor layout, in no format."""
    # Control characters are refused when the file is read, and then quoted.
    written = name.encode("utf-8", "replace").decode("utf-8")
    quoted = "'" + written.replace("'", "''") + "'"
    town = HOSTILE_TOWN.format(name=quoted)
    (here / "systems.yaml").write_text(town, "utf-8", newline="")
    formats = ("json", "sarif", "gitlab", "junit", "csv", "github", "text")
    options = _pairs(*((each, f"out.{each}") for each in formats))
    result = call("check", "--as-of", "2021-10-01", *options)
    assert result.code in (1, 2), result.err
    held = {each: (here / f"out.{each}").read_text("utf-8") for each in formats}
    findings = json.loads(held["json"])["findings"]
    assert len(json.loads(held["sarif"])["runs"][0]["results"]) == len(findings)
    assert len(json.loads(held["gitlab"])) == len(findings)
    cases = ElementTree.fromstring(held["junit"]).iter("testcase")
    # A rule that finds nothing has a case of its own.
    assert len(
        [each for each in cases if each.get("name") != "指摘はありません。"]
    ) == (len(findings))
    for line in held["github"].splitlines():
        assert re.match("::(error|warning|notice) (file|title)=", line)
    assert len(held["text"].split("\n")) == len(findings) + 1


def test_paths_are_told_from_the_current_folder(here: Path) -> None:
    """Whether the workspace is named relatively or in full, the report is the same."""
    (here / "data").mkdir()
    (here / "data" / "systems.yaml").write_text(MINIMAL, "utf-8")
    options = ("check", "--as-of", "2021-10-01", "--format", "gitlab", "-w")
    relative = call(*options, "data").out
    assert json.loads(relative)[0]["location"]["path"] == "data/systems.yaml"
    assert call(*options, here / "data").out == relative


def test_job_summary_is_appended(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub's file for summaries gets the table, behind what other steps wrote."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    (here / "summary.md").write_text("# before\n", encoding="utf-8")
    assert call(*SAMPLE, "--format", "github").code == 1
    written = (here / "summary.md").read_text("utf-8")
    assert written.startswith("# before\n## Aira City (sample): findings\n")
    assert "| error | STD201 |" in written


def test_job_summary_belongs_to_annotations(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other formats leave it alone."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    call(*SAMPLE, "--format", "json")
    assert list(here.iterdir()) == []


def test_summary_that_cannot_be_written_is_told(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The annotations stand, and the code is that of the check."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nowhere/summary.md")
    result = call(*SAMPLE, "--format", "github")
    assert result.code == 1
    assert result.stdout.startswith(b"::error ")
    assert "nowhere/summary.md cannot be written: there is no such file" in result.err


def test_program_pairs_as_its_command_does(here: Path) -> None:
    """The program itself writes both, and ends with the code of the check."""
    result = run(*SAMPLE, *_pairs(("github", "-"), ("sarif", "check.sarif")), cwd=here)
    assert result.code == 1
    assert result.stdout.startswith(b"::error ")
    assert (here / "check.sarif").is_file()
