"""How the program ends: 0, 1, 2, 3 or 130, the same for every format (終了コード)."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from stdmig.workspace import Planned
from tests.command import call, environment, run
from tests.helpers import MINIMAL

FORMATS = ("text", "json", "csv")
REPORTS = (*FORMATS, "sarif", "github", "gitlab", "junit")
"""The formats of ``check``."""
LEVELS = (*FORMATS, "html", "xlsx")
"""The formats of ``level``."""
RISKS = (*FORMATS, "html", "xlsx")
"""The formats of ``risk``."""

COMMANDS: tuple[tuple[str, ...], ...] = (
    *(("plan", "--format", each) for each in FORMATS),
    *(("check", "--format", each) for each in REPORTS),
    *(("explain", "juki", "--format", each) for each in ("text", "json")),
    *(("level", "--time-limit", "0", "--format", each) for each in LEVELS),
    *(("risk", "--samples", "500", "--format", each) for each in RISKS),
    *(("graph", "--format", each) for each in ("text", "mermaid", "dot", "graphml")),
    ("export", "budget"),
)

LASTING = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - id: juki
    statutory: false
    name: 見本業務
    units:
      - section: 市民課
        policy: stay
        contract: {start: 2019-10-01, end: 2026-01-04}
"""
"""A contract to the eve of the cutover that is chosen where none is wanted."""


def _town(folder: Path, text: str = MINIMAL) -> Path:
    (folder / "systems.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_findings_end_check_alone_with_1(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    """The town has errors: ``check`` ends with 1, every other command with 0."""
    result = call(*command, "-w", _town(tmp_path), "--as-of", "2021-10-01")
    assert result.code == (1 if command[0] == "check" else 0), result.err
    assert result.stdout


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_missing_workspace_ends_with_2(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder without a workspace every command ends with 2 and says what helps."""
    monkeypatch.chdir(tmp_path)
    result = call(*command)
    assert result.code == 2
    assert "--workspace DIR" in result.err
    assert "--sample" in result.err
    told = result.err if command[0] != "check" else result.out + result.err
    assert "stdmig init" in told
    if command[0] != "check":
        assert result.stdout == b""
        assert (
            "systems.yaml:1:1: error[STD015] there is no systems.yaml in this folder\n"
            in result.err
        )


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_unreadable_files_end_with_2(command: tuple[str, ...], tmp_path: Path) -> None:
    """Every fault of every file is told at once, with its place, by every command."""
    town = _town(tmp_path, "schema: stdmig.systems/1\nmunicipality: 1\nsistems: []\n")
    (tmp_path / "procedures.yaml").write_bytes("items: 予算".encode("cp932"))
    result = call(*command, "-w", town)
    assert result.code == 2
    if command[0] == "check":
        return
    assert result.stdout == b""
    for told in ("systems.yaml:2:15", "systems.yaml:3:1", "procedures.yaml:1:8"):
        assert f"{tmp_path.as_posix()}/{told}: error[STD" in result.err
    assert "CP932" in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_our_own_fault_ends_with_3(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug says that it is ours and gives the lines to report, in every format."""

    def broken(*_: object) -> Planned:
        message = "the moon is in the way"
        raise RuntimeError(message)

    for module in ("check", "session"):
        monkeypatch.setattr(f"stdmig.cli.{module}.plan_workspace", broken)
    result = call(*command, "--sample")
    assert result.code == 3
    assert result.stdout == b""
    assert result.err.startswith(
        "internal error: RuntimeError('the moon is in the way'). This is a fault of"
        " stdmig "
    )
    assert "not of your files" in result.err
    assert "Traceback" in result.err


@pytest.mark.parametrize("format", REPORTS)
def test_clean_check_ends_with_0(format: str, tmp_path: Path) -> None:
    """Where nothing is wrong, every format ends with 0."""
    town = _town(tmp_path, LASTING)
    options = ("-w", town, "--as-of", "2021-10-01", "--ignore", "STD101")
    result = call("check", *options, "--format", format)
    assert (result.code, result.err.splitlines()[-1]) == (0, "No findings.")


SEVERITIES = {
    # The sample has errors; without them warnings; 205 is a note and there is none.
    (): {"never": 0, "error": 1, "warning": 1, "note": 1},
    ("--ignore", "STD201"): {"never": 0, "error": 0, "warning": 1, "note": 1},
    ("--select", "STD205"): {"never": 0, "error": 0, "warning": 0, "note": 0},
}


@pytest.mark.parametrize("format", REPORTS)
@pytest.mark.parametrize("fail_on", ["never", "error", "warning", "note"])
@pytest.mark.parametrize(
    "rules", SEVERITIES, ids=lambda rules: " ".join(rules) or "all"
)
def test_fail_on_sets_the_severity(
    rules: tuple[str, ...], fail_on: str, format: str
) -> None:
    """The code is 1 from that severity on, whatever the format."""
    options = ("--sample", "--fail-on", fail_on, "--format", format)
    assert call("check", *options, *rules).code == SEVERITIES[rules][fail_on]


def test_note_fails_on_note_alone(tmp_path: Path) -> None:
    """A note is below an error and a warning."""
    text = LASTING.replace("2026-01-04", "2027-03-31")
    options = ("-w", _town(tmp_path, text), "--as-of", "2021-10-01", "--ignore=STD101")
    codes = {
        fail_on: call("check", *options, "--fail-on", fail_on).code
        for fail_on in ("never", "error", "warning", "note")
    }
    assert codes == {"never": 0, "error": 0, "warning": 0, "note": 1}


def test_error_is_what_fails_unless_told_otherwise() -> None:
    """``--fail-on error`` is the default."""
    assert call("check", "--sample").code == 1
    assert call("check", "--sample", "--ignore", "STD201").code == 0


@pytest.mark.skipif(os.name == "nt", reason="named pipes and SIGINT are of Unix")
@pytest.mark.parametrize(
    "command",
    [("plan", "--format", "json"), ("check", "--format", "sarif"), ("export", "html")],
)
def test_interrupted_ends_with_130(command: tuple[str, ...], tmp_path: Path) -> None:
    """Ctrl-C ends a running command with 130, quietly, and leaves no file behind."""
    pipe = tmp_path / "out"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    program = subprocess.Popen(
        [sys.executable, "-m", "stdmig", *command, "--sample", "-o", pipe],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        # The program has begun to write what nobody takes away.
        assert select.select([reader], [], [], 60)[0], program.communicate()
        out, _ = _interrupted(program)
    finally:
        program.kill()
        os.close(reader)
    assert program.returncode == 130
    assert out == b""
    assert list(tmp_path.iterdir()) == [pipe]


def _interrupted(program: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    """Return what it printed; a signal may come just before Python waits for good."""
    for _ in range(3):
        program.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return program.communicate(timeout=10)
    return program.communicate(timeout=0)


@pytest.mark.skipif(os.name == "nt", reason="Windows breaks pipes in another way")
@pytest.mark.parametrize("both", [False, True], ids=["stdout", "stdout and stderr"])
@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("plan", "--sample"), 0),
        (("plan", "--sample", "--format", "json"), 0),
        (("check", "--sample"), 1),
        (("check", "--sample", "--format", "json"), 1),
        (("explain", "kojin", "--sample"), 0),
        (("graph", "--sample"), 0),
        (("export", "budget", "--sample"), 0),
        (("plan", "-w", "nowhere"), 2),
        (("check", "-w", "nowhere"), 2),
    ],
)
def test_closed_pipe_is_no_fault(
    command: tuple[str, ...], code: int, both: bool
) -> None:
    """``stdmig … | head`` ends as it would have, without a traceback."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "stdmig", *command],
        env=environment(),
        stdout=writer,
        stderr=writer if both else subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert done.returncode == code
    assert b"Traceback" not in (done.stderr or b"")
    assert b"BrokenPipe" not in (done.stderr or b"")


@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="needs a device that is full"
)
@pytest.mark.parametrize("format", FORMATS)
def test_full_disk_behind_stdout_ends_with_2(format: str) -> None:
    """A result that could not be written is no success."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "stdmig", "plan", "--sample", "--format", format],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == (
        b"error: stdout cannot be written: the disk is full\n"
        b"  make room there, or name another place\n"
    )


def test_program_ends_as_its_commands_do() -> None:
    """The codes of the commands are those of the program."""
    assert run("plan", "--sample").code == 0
    assert run("check", "--sample").code == 1
    assert run("check", "-w", "nowhere").code == 2
