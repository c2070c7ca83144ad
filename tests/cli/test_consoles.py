"""Consoles, pipes and machines that differ: no crash, and the same bytes (端末)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from stdmig.words import LANGUAGES, Language
from stdmig.workspace.papers import PAPERS, Paper
from tests.command import call, environment, run
from tests.helpers import MINIMAL

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("plan", "--sample"),
    ("plan", "--sample", "--by", "system"),
    ("plan", "--sample", "--assumptions"),
    ("check", "--sample"),
    ("explain", "kojin", "--sample"),
    ("explain", "STD201"),
    ("level", "--sample", "--time-limit", "0"),
    ("risk", "--sample", "--samples", "500"),
    ("graph", "--sample"),
    ("graph", "--sample", "--of", "plan"),
)
MACHINE: tuple[tuple[str, ...], ...] = (
    ("plan", "--sample", "--format", "json"),
    ("plan", "--sample", "--format", "csv"),
    ("check", "--sample", "--format", "json"),
    ("check", "--sample", "--format", "csv"),
    ("check", "--sample", "--format", "sarif"),
    ("check", "--sample", "--format", "github"),
    ("check", "--sample", "--format", "gitlab"),
    ("check", "--sample", "--format", "junit"),
    ("explain", "kojin", "--sample", "--format", "json"),
    ("explain", "STD201", "--format", "json"),
    ("graph", "--sample", "--format", "mermaid"),
    ("graph", "--sample", "--format", "dot"),
    ("graph", "--sample", "--format", "graphml"),
    ("export", "budget", "--sample"),
)
CP932 = {"PYTHONIOENCODING": "cp932", "PYTHONUTF8": "0"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
EXPECTED_CODE = {"check": 1}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_page_is_the_same_on_a_cp932_console_elsewhere(
    command: tuple[str, ...], language: Language
) -> None:
    """
    A Japanese console gets every page in its own encoding, nothing escaped.

    Clock zone, locale and hash seed change nothing either.
    """
    narrow = run(*command, lang=language, env=CP932 | ELSEWHERE)
    wide = run(*command, lang=language)
    assert narrow.code == wide.code == EXPECTED_CODE.get(command[0], 0)
    assert narrow.stdout.decode("cp932") == wide.out
    assert "\\u" not in wide.out
    assert narrow.stderr.decode("cp932") == wide.err


@pytest.mark.parametrize("command", [(), ("plan",), ("explain",)], ids=" ".join)
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_on_a_cp932_console(command: tuple[str, ...], language: Language) -> None:
    """The help is no exception."""
    result = run(*command, "--help", lang=language, env=CP932)
    assert result.code == 0
    assert "\\u" not in result.stdout.decode("cp932")


def test_character_that_the_console_lacks_is_escaped(tmp_path: Path) -> None:
    """A name beyond CP932 is shown by its code point; the page still comes whole."""
    (tmp_path / "systems.yaml").write_text(
        "schema: stdmig.systems/1\nmunicipality: {name: 𠮷野町}\n"
        "systems: [{id: juki, units: [{section: 市民課}]}]\n",
        encoding="utf-8",
    )
    command = ("plan", "-w", tmp_path, "--as-of", "2021-10-01")
    result = run(*command, lang="ja", env=CP932)
    assert result.code == 0, result.stderr
    assert result.stdout.decode("cp932").startswith("\\U00020bb7野町 標準化移行計画")


@pytest.mark.parametrize("command", MACHINE, ids=" ".join)
def test_machine_formats_are_the_same_bytes_everywhere(
    command: tuple[str, ...],
) -> None:
    """Neither clock zone, locale, console nor hash seed changes a byte of them."""
    here = call(*command)
    elsewhere = run(*command, lang="ja", env=CP932 | ELSEWHERE | {"COLUMNS": "200"})
    assert here.code == elsewhere.code == EXPECTED_CODE.get(command[0], 0)
    assert here.stdout == elsewhere.stdout
    assert here.stdout.decode("utf-8")


def test_pipe_gets_plain_lines_of_80_cells() -> None:
    """A pipe is a screen of 80 cells without colours."""
    env = environment()
    del env["COLUMNS"]
    done = subprocess.run(
        [sys.executable, "-m", "stdmig", "plan", "--sample"],
        env=env,
        capture_output=True,
        timeout=60,
        check=True,
    )
    lines = done.stdout.decode("utf-8").splitlines()
    assert max(map(cell_len, lines)) == 80
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("asked", "cells"), [("20", 60), ("0", 80), ("wide", 80), ("120", 120)]
)
def test_width_is_kept_within_reason(
    asked: str, cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``COLUMNS`` asks for a width; what no page fits into is not taken."""
    monkeypatch.setenv("COLUMNS", asked)
    assert max(map(cell_len, call("plan", "--sample").out.splitlines())) <= cells


def _on_a_terminal(
    *args: str | Path, columns: int, env: dict[str, str] | None = None
) -> tuple[int, str]:
    """Return the code and what a terminal of so many columns shows."""
    pty = pytest.importorskip("pty", reason="pseudo-terminals are of Unix")
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    given = environment(extra={"TERM": "xterm", **(env or {})})
    given.pop("COLUMNS", None)
    given.pop("NO_COLOR", None)
    given |= env or {}
    program = subprocess.Popen(
        [sys.executable, "-m", "stdmig", *map(str, args)],
        env=given,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.STDOUT,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    return program.wait(60), shown.decode("utf-8").replace("\r\n", "\n")


COLOUR = re.compile(r"\x1b\[[\d;]*m")


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
def test_terminal_gets_its_width_and_colours(columns: int) -> None:
    """A terminal gets the page in its own width; colours say nothing new."""
    code, shown = _on_a_terminal("plan", "--sample", columns=columns)
    assert code == 0
    assert COLOUR.search(shown)
    plain = COLOUR.sub("", shown)
    piped = run("plan", "--sample", env={"COLUMNS": str(columns)}).out
    assert [line.rstrip() for line in plain.splitlines()] == piped.splitlines()


def test_terminal_of_unknown_width_has_80_columns() -> None:
    """Some terminals of CI say that they are 0 columns wide."""
    _, shown = _on_a_terminal("plan", "--sample", columns=0)
    assert max(cell_len(COLOUR.sub("", line)) for line in shown.splitlines()) == 80


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_terminal_without_colours(env: dict[str, str]) -> None:
    """Who wants no colours gets none."""
    _, shown = _on_a_terminal("plan", "--sample", columns=80, env=env)
    assert "\x1b" not in shown


def test_terminal_gets_findings_as_a_page() -> None:
    """At a terminal the findings stand under their rules, with what to do."""
    code, shown = _on_a_terminal("check", "--sample", columns=80)
    assert code == 1
    lines = COLOUR.sub("", shown).splitlines()
    assert lines[0] == "Aira City (sample): findings    as of 2021-10-01"
    assert lines[1] == "3 errors, 20 warnings, 0 notes"
    assert "error STD201 a contract ends before the cutover" in lines
    assert lines[-2:] == [
        "Why: stdmig explain STD201",
        "To accept a finding: stdmig explain STD201",
    ]


@pytest.mark.parametrize(
    "paper",
    [
        pytest.param(
            paper,
            id=paper.name,
            marks=[pytest.mark.outside(paper.needs[1])] if paper.needs else [],
        )
        for paper in PAPERS
    ],
)
def test_paper_asks_for_a_file_at_a_terminal(paper: Paper) -> None:
    """No page, chart or calendar pours over a terminal; Mermaid is there to copy."""
    code, shown = _on_a_terminal("export", paper.name, "--sample", columns=80)
    lines = COLOUR.sub("", shown).splitlines()
    if paper.name == "mermaid":
        assert (code, lines[0]) == (0, "gantt")
        return
    assert code == 2
    assert lines == [
        "error: this is no text for a terminal",
        f"  name a file, such as --output {paper.file}",
    ]


def test_terminal_gets_faults_as_a_page(tmp_path: Path) -> None:
    """Faults of reading stand there too, each with what to do about it."""
    (tmp_path / "systems.yaml").write_text(
        "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\n"
        "systems: [{id: jukii, untis: []}, {id: kojin, namae: 甲}]\n",
        encoding="utf-8",
    )
    code, shown = _on_a_terminal("check", "-w", tmp_path, columns=80)
    assert code == 2
    plain = COLOUR.sub("", shown)
    assert "What to do: did you mean 'units'?" in plain
    assert "did you mean 'name'?" in plain
    assert "Why: stdmig explain STD010" in plain


def test_terminal_shows_the_lines_of_the_files(tmp_path: Path) -> None:
    """Findings and faults of reading show their line, with a caret at their place."""
    _, shown = _on_a_terminal("check", "--sample", columns=80)
    assert ("    103 |     end: 令和6年9月30日\n        |          ^\n") in COLOUR.sub(
        "", shown
    )
    # The caret is as red as the error.
    assert "\x1b[1;31m^\x1b[0m" in shown
    (tmp_path / "systems.yaml").write_bytes(MINIMAL.encode("cp932"))
    _, shown = _on_a_terminal("check", "-w", tmp_path, columns=80)
    assert "    3 |   name: 姶良市\n      |         ^\n" in COLOUR.sub("", shown)


def test_page_goes_with_files_for_programs(tmp_path: Path) -> None:
    """The page stays a page where another format goes to a file in the same run."""
    target = tmp_path / "check.sarif"
    formats = ("--format", "sarif", "-o", target, "--format", "text", "-o", "-")
    code, shown = _on_a_terminal("check", "--sample", *formats, columns=80)
    assert code == 1
    plain = COLOUR.sub("", shown).splitlines()
    assert plain[0] == f"written: {target.as_posix()}"
    assert plain[1] == "Aira City (sample): findings    as of 2021-10-01"
    assert target.is_file()


def test_file_written_from_a_terminal_is_plain(tmp_path: Path) -> None:
    """Colours and the width of a terminal are for the eye, not for a file."""
    target = tmp_path / "plan.txt"
    _, shown = _on_a_terminal("plan", "--sample", "-o", target, columns=200)
    assert shown == f"written: {target.as_posix()}\n"
    assert target.read_bytes() == run("plan", "--sample").stdout
    findings = tmp_path / "findings.txt"
    _, shown = _on_a_terminal("check", "--sample", "-o", findings, columns=200)
    assert shown.splitlines() == [
        f"written: {findings.as_posix()}",
        "3 errors, 20 warnings, 0 notes",
    ]
    assert findings.read_bytes() == run("check", "--sample").stdout
