"""``stdmig import inventory`` at its edges: odd files and words, two at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from stdmig.workspace.write_change import LOCK
from tests.command import Result, call, environment

UNIX = pytest.mark.skipif(os.name == "nt", reason="pipes and devices of Unix")
_PROGRAM = (sys.executable, "-m", "stdmig")
ODD = (
    "Tax Section",
    "税務 課",
    "税務\u3000課",
    "a,b",
    "a、b",
    "a:b",
    "a@b",
    "a\tb",
    "同上",
    "〃",
    '"',
    "-",
    "a\rb",
    "合計",
)
FILE = """\
schema: stdmig.systems/1
municipality: {{name: 見本町}}
contracts:
  - {{id: c, vendor: {word}, note: {word}, start: 2024-04-01,
     end: 2025-03-31}}
systems:
  - id: juki
    units:
      - section: {word}
        vendor: {word}
        note: {word}
        contract:
          - {{start: 2020-04-01, end: 2024-03-31}}
          - c
      - section: Other
        contract: c
  - {{id: seiho, applies: false, reason: {word}}}
"""


def _town(folder: Path, written: str) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / "systems.yaml"
    file.write_text(written, encoding="utf-8", newline="")
    return file


def _import(listed: Path, folder: Path, *more: str) -> Result:
    return call("import", "inventory", listed, "-w", folder, "--yes", *more)


def _exported(folder: Path, ending: str) -> Path:
    listed = folder / f"list.{ending}"
    result = call("export", "inventory", "-w", folder, "-o", listed)
    assert result.code == 0, result.err
    return listed


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("word", ODD)
def test_unedited_list_changes_nothing(word: str, ending: str, tmp_path: Path) -> None:
    """Whatever sections, vendors, notes and reasons are called, nothing is changed."""
    written = json.dumps(word, ensure_ascii=False)
    file = _town(tmp_path, FILE.format(word=written))
    before = file.read_bytes()
    result = _import(_exported(tmp_path, ending), tmp_path)
    assert "says all of this already" in result.out
    assert (result.code, result.err) == (0, "")
    assert file.read_bytes() == before


TWO = """\
schema: stdmig.systems/1
municipality: {name: 見本町}
systems:
  - id: juki
    units:
      - section: Tax Section
        contract: {start: 2020-04-01, end: 2025-03-31}
      - section: Other
"""


def test_unit_that_loses_its_id_gets_a_valid_one(tmp_path: Path) -> None:
    """What it becomes is listed, and the same list imported again changes nothing."""
    file = _town(tmp_path, TWO)
    listed = _exported(tmp_path, "csv")
    lines = listed.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    kept = [line for line in lines if "Other" not in line]
    listed.write_text("".join(kept), encoding="utf-8-sig", newline="")
    first = _import(listed, tmp_path, "--answer", "gone=remove")
    assert "Unit id: (nothing) -> juki-Tax-Section" in first.out
    assert first.code == 0
    after = file.read_text(encoding="utf-8")
    assert after.count("section:") == 1
    assert "id: juki-Tax-Section" in after
    assert "says all of this already" in _import(listed, tmp_path).out
    assert file.read_text(encoding="utf-8") == after


def test_renamed_section_is_the_same_unit_the_next_time(tmp_path: Path) -> None:
    """The old id in the list finds the unit under the one that was written out."""
    file = _town(tmp_path, TWO)
    listed = _exported(tmp_path, "csv")
    told = listed.read_text(encoding="utf-8-sig")
    told = told.replace(",Tax Section,", ",Revenue,")
    listed.write_text(told, encoding="utf-8-sig", newline="")
    assert _import(listed, tmp_path).code == 0
    after = file.read_text(encoding="utf-8")
    assert after.count("section:") == 2
    assert "section: Revenue" in after
    assert "says all of this already" in _import(listed, tmp_path).out


def test_id_that_is_taken_is_left_to_the_person(tmp_path: Path) -> None:
    """A change that cannot be made ends with 2, says so last, and names the column."""
    taken = TWO + "      - {id: juki-Tax-Section, section: X}\n"
    _town(tmp_path, taken)
    listed = _exported(tmp_path, "csv")
    told = listed.read_text(encoding="utf-8-sig")
    told = told.replace(",Tax Section,", ",Revenue,")
    listed.write_text(told, encoding="utf-8-sig", newline="")
    result = _import(listed, tmp_path)
    assert result.code == 2
    assert "'juki/Tax Section' cannot be written" in result.err
    assert "in the list it is in the column Unit id" in result.err
    assert "1 change named above could not be made" in result.err.splitlines()[-1]


def test_fault_of_a_change_names_the_columns(tmp_path: Path) -> None:
    """Whoever works in Excel is told the headings, not only the keys of the file."""
    _town(tmp_path, FILE.format(word="x"))
    listed = _exported(tmp_path, "csv")
    told = listed.read_text(encoding="utf-8-sig")
    told = told.replace("juki,住民基本台帳,,", "juki,住民基本台帳,なし,")
    listed.write_text(told, encoding="utf-8-sig", newline="")
    result = _import(listed, tmp_path)
    assert result.code == 2
    assert "Applies, Why it does not apply" in result.err


@UNIX
@pytest.mark.parametrize("kind", ["pipe", "device", "large"])
@pytest.mark.parametrize("command", ["import", "init", "check"])
def test_file_without_end_is_refused(kind: str, command: str, tmp_path: Path) -> None:
    """A pipe, a device and 5 GB of nothing end with 2 in a moment, not in a hang."""
    file = tmp_path / "systems.yaml"
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "device":
        file.symlink_to("/dev/zero")
    else:
        with file.open("wb") as stream:
            stream.truncate(5 * 2**30)
    args = {
        "import": ("import", "inventory", file, "-w", tmp_path / "new"),
        "init": ("init", tmp_path / "new", "--from", file),
        "check": ("check", "-w", tmp_path, "--lang", "en"),
    }[command]
    done = subprocess.run(
        [*_PROGRAM, *args],
        env=environment(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 2
    why = "more than" if kind == "large" else "it is a pipe or a device, not a file"
    assert "cannot be read: " in said
    assert why in said
    assert not (tmp_path / "new").exists()


@UNIX
@pytest.mark.parametrize("command", [("check",), ("export", "all", "x", "--sample")])
def test_folder_that_is_gone_is_told(command: tuple[str, ...], tmp_path: Path) -> None:
    """A command in a folder that was deleted says so instead of breaking."""
    gone = tmp_path / "gone"
    gone.mkdir()
    done = subprocess.run(
        ["sh", "-c", 'rmdir "$PWD"; exec "$@"', "sh", *_PROGRAM, *command],
        cwd=gone,
        env=environment(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    # Where something asks for the folder itself, and where a file in it is wanted.
    gone_words = b"the current folder is no longer there"
    assert gone_words in done.stderr or b"no such file or folder" in done.stderr


def test_lock_of_another_is_respected(tmp_path: Path) -> None:
    """While somebody writes the file it is left alone, and a stale lock is named."""
    file = _town(tmp_path, TWO)
    listed = _exported(tmp_path, "csv")
    told = listed.read_text(encoding="utf-8-sig").replace(",Other,", ",New,")
    listed.write_text(told, encoding="utf-8-sig", newline="")
    lock = tmp_path / LOCK
    lock.touch()
    result = _import(listed, tmp_path)
    assert result.code == 2
    assert "is being written by somebody else; nothing was written" in result.err
    assert f"delete {lock.as_posix()}" in result.err
    assert file.read_text(encoding="utf-8") == TWO
    lock.unlink()
    assert _import(listed, tmp_path).code == 0
    assert not lock.exists()


def test_many_questions_are_not_all_told(tmp_path: Path) -> None:
    """Beyond some the rest is counted, with what to do about so many."""
    _town(tmp_path, TWO)
    listed = tmp_path / "list.csv"
    rows = [f"謎の業務{n},課{n}" for n in range(300)]
    listed.write_text("\n".join(["業務名,担当課", *rows]), encoding="utf-8-sig")
    result = _import(listed, tmp_path)
    assert result.code == 2
    assert "300 questions are open" in result.err
    assert "and 280 more questions" in result.err
    assert "answered best at a terminal" in result.err
    assert result.err.count("--answer ") == 20
