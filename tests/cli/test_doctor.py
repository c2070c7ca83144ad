"""``stdmig doctor``: what a machine has, in words and for programs (動作環境)."""

from __future__ import annotations

import json
import os
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from stdmig import __version__
from stdmig.cli.doctor import completion, console, examine, fonts, git, parts, pdf
from stdmig.cli.doctor import heard as heard_module
from stdmig.cli.doctor.completion import not_set_up, set_up_in, shell_of
from stdmig.cli.doctor.found import note, ok
from stdmig.cli.doctor.heard import PATIENCE, brief, heard
from stdmig.cli.doctor.language import language_of
from stdmig.cli.doctor.parts import PARTS
from stdmig.cli.language import spoken
from stdmig.render.doctor.checkup import Check, Checkup
from stdmig.render.doctor.text import doctor_text
from stdmig.words import LANGUAGES, Language, text
from stdmig.workspace import FILE_NAMES
from tests.command import call, run
from tests.helpers import ENGLISH, MINIMAL, ROOT
from tests.hostile import ALL
from tests.schema_check import violations
from tests.screens import screen

PARTS_LOOKED_AT = [
    *("program", "python", "parts", "data", "workspace", "console", "language"),
    *("fonts", "pdf", "git", "completion"),
]


def _document(*args: str | Path, code: int = 0) -> dict[str, Any]:
    result = call("doctor", "--format", "json", *args)
    assert result.code == code, result.err
    document: dict[str, Any] = json.loads(result.out)
    return document


def _checks(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in document["checks"]}


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a folder with a sound workspace."""
    (tmp_path / "systems.yaml").write_text(MINIMAL, encoding="utf-8")
    return tmp_path


def test_document_is_of_its_schema(town: Path, tmp_path: Path) -> None:
    """Programs find every part by its id, as the published schema describes it."""
    document = _document("-w", town)
    file = tmp_path / "doctor.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    schema = ROOT / "docs" / "schemas" / "stdmig.doctor-1.schema.json"
    assert violations(file, schema=schema) == ""
    assert list(_checks(document)) == PARTS_LOOKED_AT
    assert document["version"] == __version__
    assert document["summary"]["problem"] == 0
    states = [each["state"] for each in document["checks"]]
    assert document["summary"] == {s: states.count(s) for s in document["summary"]}


def test_workspace_is_named_with_its_files(town: Path) -> None:
    """The folder and the files that a plan would be made from are told."""
    check = _checks(_document("-w", town))["workspace"]
    assert check["state"] == "ok"
    assert check["says"] == f"{town}: systems.yaml"
    assert check["facts"] == {
        "folder": str(town),
        "files": ["systems.yaml"],
        "faults": 0,
    }


def test_all_files_of_a_workspace_are_named() -> None:
    """Capacities, starts and scenarios are files of a workspace like the others."""
    example = ROOT / "examples" / "small-town"
    check = _checks(_document("-w", example))["workspace"]
    assert check["state"] == "ok"
    assert check["facts"]["files"] == sorted(FILE_NAMES)


def test_folder_without_files_is_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has not begun yet is told how, and nothing is broken."""
    monkeypatch.chdir(tmp_path)
    check = _checks(_document())["workspace"]
    assert check["state"] == "note"
    assert check["says"] == f"{tmp_path} holds no systems.yaml"
    assert "stdmig init makes one" in check["help"]


def test_faults_of_the_files_are_a_problem(town: Path) -> None:
    """Files that no command can read end with code 2, and with what to do."""
    (town / "systems.yaml").write_text("schema: [\n", encoding="utf-8")
    check = _checks(_document("-w", town, code=2))["workspace"]
    assert check["state"] == "problem"
    assert check["says"] == f"1 fault in the files of {town}"
    assert "stdmig check" in check["help"]
    assert check["facts"]["faults"] == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("env", [{}, {"PYTHONIOENCODING": "cp932"}], ids=str)
def test_page_fits_80_cells_on_every_console(
    language: Language, env: dict[str, str], town: Path
) -> None:
    """Each part has its line, nothing is escaped, no line is wider than the screen."""
    env = {"COLUMNS": "80", "PYTHONUTF8": "0", **env}
    result = run("doctor", "-w", town, lang=language, env=env)
    assert (result.code, result.stderr) == (0, b"")
    page = result.stdout.decode(env.get("PYTHONIOENCODING", "utf-8"))
    lines = page.splitlines()
    assert lines[0].startswith(f"stdmig {__version__}")
    assert max(map(cell_len, lines)) <= 80
    assert "\\u" not in page
    starts = ("ok ", "note ", "problem ", "正常", "注意", "要対応")
    assert sum(line.startswith(starts) for line in lines) == len(PARTS_LOOKED_AT)


def test_same_machine_gives_the_same_bytes(town: Path) -> None:
    """Neither clock nor order of a set is in the page."""
    pages = {
        run("doctor", "-w", town, env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "1")
    }
    assert len(pages) == 1


def test_console_without_japanese_is_a_note(town: Path) -> None:
    """An ASCII console is told to be one, with what to do."""
    env = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    result = run("doctor", "-w", town, "--format", "json", env=env)
    check = _checks(json.loads(result.stdout))["console"]
    assert check["state"] == "note"
    assert check["facts"]["encoding"] == "ascii"
    assert not check["facts"]["japanese"]
    assert "--output" in check["help"]


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", {"japanese": True, "extended": True, "beyond_cp932": True}),
        ("cp932", {"japanese": True, "extended": True, "beyond_cp932": False}),
        ("shift_jis", {"japanese": True, "extended": False, "beyond_cp932": False}),
        ("cp1252", {"japanese": False, "extended": False, "beyond_cp932": False}),
        ("no-such", {"japanese": False, "extended": False, "beyond_cp932": False}),
    ],
)
def test_characters_of_a_console(
    encoding: str, shown: dict[str, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which Japanese characters an encoding holds is tried, not guessed."""

    class Stream:
        def isatty(self) -> bool:
            return False

    Stream.encoding = encoding  # type: ignore[attr-defined]
    monkeypatch.setattr(console.sys, "stdout", Stream())  # type: ignore[attr-defined]
    facts = console.check_console().facts
    assert {name: facts[name] for name in shown} == shown


def test_closed_stdout_is_no_crash(town: Path) -> None:
    """Without anybody to read, the code still tells."""
    import subprocess

    from tests.command import environment

    done = subprocess.run(
        f'"{sys.executable}" -m stdmig doctor -w "{town}" >&-',
        shell=True,
        env=environment(),
        check=False,
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def _broken() -> Check:
    raise RuntimeError("壊れた")


@pytest.mark.parametrize(
    ("looked_at", "id", "state"),
    [("check_git", "git", "note"), ("check_data", "data", "problem")],
)
def test_part_that_cannot_be_looked_at_stops_nothing(
    looked_at: str, id: str, state: str, monkeypatch: pytest.MonkeyPatch, town: Path
) -> None:
    """All others are told; only what no command works without is a problem."""
    monkeypatch.setattr(examine, looked_at, _broken)
    checks = _checks(_document("-w", town, code=2 if state == "problem" else 0))
    assert list(checks) == PARTS_LOOKED_AT
    assert checks[id]["state"] == state
    assert checks[id]["says"] == "cannot be looked at: RuntimeError('壊れた')"


def test_broken_optional_part_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part made for another machine is named, with the way without it."""
    monkeypatch.setattr(pdf, "version", lambda _: "0.15.0")
    monkeypatch.setitem(sys.modules, "stdmig.render.chart.pdf", None)
    check = pdf.check_pdf()
    assert check.state == "note"
    assert "typst" in check.says.into(ENGLISH)  # type: ignore[union-attr]
    assert "0.15.0 does not work here" in check.says.into(ENGLISH)  # type: ignore[union-attr]
    assert check.help is not None
    assert "browser" in check.help.into(ENGLISH)
    assert check.facts == {"version": "0.15.0", "works": False}


def test_git_that_is_not_here_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planning works without it, and the page says so."""
    monkeypatch.setattr(git, "program_of", lambda *_: None)
    check = git.check_git()
    assert check.state == "note"
    assert check.facts == {"program": None, "version": None}


def _program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


FLOODS = {
    "never ends": "while :; do echo aaaaaaaaaaaaaaaaaaaaaaaa; done",
    "one line": f'"{sys.executable}" -c "print(chr(97) * 3_000_000)"',
    "no line end": "exec cat /dev/zero",
    "grandchild": "yes & wait",
}


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are scripts of sh")
@pytest.mark.parametrize("script", FLOODS.values(), ids=FLOODS)
def test_flood_of_another_program_is_cut(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few KB are read of what another program writes, a line of it is shown."""
    for name in ("git", "fc-list"):
        _program(tmp_path / "bin", name, script)
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    monkeypatch.setenv("PATH", path)
    peak = len(heard(str(tmp_path / "bin" / "git"), most=5000))
    assert peak == 5000
    before = time.monotonic()
    check = git.check_git()
    assert check.state == "ok"
    assert isinstance(check.says, str)
    assert cell_len(check.says) <= 160
    assert cell_len(str(check.facts["version"])) <= 160
    if sys.platform == "linux":
        assert fonts.check_fonts().facts["families"] == []
    assert time.monotonic() - before < 2 * PATIENCE


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are scripts of sh")
@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("exit 3", "CalledProcessError"),
        ("kill -9 $$", "CalledProcessError"),
        ("sleep 60", "TimeoutExpired"),
        # Who starts another program and ends leaves its pipe open.
        ("sleep 60 & echo git version 9", "TimeoutExpired"),
        ("exec >&-; sleep 60", "TimeoutExpired"),
    ],
)
def test_program_that_does_not_answer_is_a_note(
    script: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is waited for shortly, ended, and named."""
    monkeypatch.setattr(heard_module, "PATIENCE", 0.3)
    _program(tmp_path, "git", script)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    check = git.check_git()
    assert check.state == "note"
    told = check.says.into(ENGLISH)  # type: ignore[union-attr]
    assert told.startswith(f"{tmp_path / 'git'} does not run: {why}(")


def test_words_of_another_program_are_one_short_line() -> None:
    """Line breaks and controls are gone; what is long is cut, and that is seen."""
    assert brief("git version 2\x1b[31m\nx") == "git version 2\ufffd[31m x"
    assert brief("町" * 80) == "町" * 80
    assert brief("町" * 81) == "町" * 79 + ".."
    assert cell_len(brief("町 " * 10**6)) <= 160


def test_parts_are_those_of_the_project() -> None:
    """What is looked for is what the project's settings ask for, no more, no less."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = [
        f"{part.name}>={part.first}" + (f",<{part.below}" if part.below else "")
        for part in PARTS
    ]
    assert listed == settings["project"]["dependencies"]


@pytest.mark.parametrize(
    ("there", "says"),
    [
        (None, "missing or of another version: openpyxl"),
        ("3.1.4", "missing or of another version: openpyxl 3.1.4"),
        ("3.2.0rc1", "missing or of another version: openpyxl 3.2.0rc1"),
        ("3.1.10", "all 11 libraries are there"),
    ],
)
def test_library_of_another_version_is_a_problem(
    there: str | None, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Versions are compared as numbers, and what does not fit is named."""
    versions: Callable[[str], str | None] = {
        part.name: part.first for part in PARTS
    }.get
    monkeypatch.setattr(
        parts, "_version", lambda name: there if name == "openpyxl" else versions(name)
    )
    check = parts.check_parts()
    assert not isinstance(check.says, str)
    assert check.says.into(ENGLISH) == says
    assert check.state == ("ok" if "all" in says else "problem")


@pytest.mark.parametrize(
    ("argv", "environ", "says", "state"),
    [
        (["--lang", "ja"], {"STDMIG_LANG": "en"}, "Japanese, by --lang", "ok"),
        ([], {"STDMIG_LANG": "ja"}, "Japanese, by STDMIG_LANG=ja", "ok"),
        ([], {"LC_ALL": "", "LANG": "ja_JP"}, "Japanese, by LANG=ja_JP", "ok"),
        (
            [],
            {"LANG": "en_US", "LANGUAGE": "ja:en"},
            "Japanese, by LANGUAGE=ja:en",
            "ok",
        ),
        ([], {"STDMIG_LANG": "jp", "LANG": "ja"}, "Japanese, by LANG=ja", "note"),
        (["--lang", "ja"], {"STDMIG_DATES": "x"}, "Japanese, by --lang", "note"),
    ],
)
def test_language_is_told_with_what_chose_it(
    argv: list[str], environ: dict[str, str], says: str, state: str
) -> None:
    """The option goes before the variable, and a value that is not known is told."""
    check = language_of(spoken(argv, environ), environ)
    assert not isinstance(check.says, str)
    assert (check.says.into(ENGLISH), check.state) == (says, state)


def test_fonts_of_windows_are_known_by_their_files(tmp_path: Path) -> None:
    """Families are found by file names, of all users and of this one."""
    names = ["YuGothM.ttc", "msgothic.ttc", "arial.ttf", "NotoSansJP-VF.ttf"]
    assert fonts.families_of(names) == ["Yu Gothic", "MS Gothic", "Noto Sans JP"]
    environ = {"WINDIR": "W", "LOCALAPPDATA": "L"}
    folders = fonts.font_folders(environ, "win32")
    assert folders == [Path("W/Fonts"), Path("L/Microsoft/Windows/Fonts")]


def test_completion_is_found_where_it_is_set_up(tmp_path: Path) -> None:
    """A line in a shell's file and a script of its own are both found."""
    assert list(set_up_in(tmp_path)) == []
    (tmp_path / ".bashrc").write_text("source <(stdmig completion bash)\n", "utf-8")
    profile = tmp_path / "Documents/PowerShell/Microsoft.PowerShell_profile.ps1"
    profile.parent.mkdir(parents=True)
    profile.write_text("stdmig completion powershell | iex\n", "utf-16")
    fish = tmp_path / ".config/fish/completions/stdmig.fish"
    fish.parent.mkdir(parents=True)
    fish.touch()
    assert list(set_up_in(tmp_path)) == [
        "~/.config/fish/completions/stdmig.fish",
        "~/.bashrc",
        "~/Documents/PowerShell/Microsoft.PowerShell_profile.ps1",
    ]
    assert shell_of({"SHELL": "/usr/bin/zsh"}, "linux") == "zsh"


def test_completion_that_is_not_set_up_is_no_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Most clerks never want it: it is told where to have it, and that is all."""
    there = {"powershell"}
    monkeypatch.setattr(
        completion, "program_of", lambda name, *_: name if name in there else None
    )
    assert shell_of({}, "win32") == "powershell"
    told = {shell: not_set_up(shell) for shell in ("bash", shell_of({}, "win32"))}
    there.clear()
    assert shell_of({}, "win32") is None
    told[None] = not_set_up(None)
    assert {(check.state, check.help) for check in told.values()} == {("ok", None)}
    says = {
        shell: check.says.into(ENGLISH)  # type: ignore[union-attr]
        for shell, check in told.items()
    }
    assert says["bash"] == (
        "not set up, nor needed; the last line of 'stdmig completion bash' is the"
        " command that does it"
    )
    assert says["powershell"].endswith("in PowerShell; the command prompt has none")
    assert says[None] == "the command prompt has none; there is nothing to do"


@pytest.mark.parametrize("name", ALL)
def test_hostile_names_keep_to_their_lines(name: str) -> None:
    """A folder of any name breaks no line and hides nothing."""
    check = ok(text("{place}: {files}", place=name, files="x"))._replace(
        id="workspace", name=text("workspace")
    )
    other = note(name)._replace(id="git", name=text("git"))
    page = doctor_text(Checkup("1", (check, other)), screen("en"))
    lines = page.splitlines()
    assert lines[0] == "stdmig 1: 0 problems, 1 note"
    assert max(map(cell_len, lines)) <= 80
    assert sum(line.startswith(("ok ", "note ")) for line in lines) == 2
    assert "\u202e" not in page
