"""Streams that are closed, full or without a reader: no traceback (標準入出力)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import environment
from tests.faults.jobs import furnish

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the streams of Unix")
FULL = Path("/dev/full")

COMMANDS: dict[tuple[str, ...], int] = {
    ("--version",): 0,
    ("--help",): 0,
    ("nonsense",): 2,
    ("plan", "--sample"): 0,
    ("plan", "--sample", "--format", "json"): 0,
    ("check", "--sample"): 1,
    ("export", "xlsx", "--sample"): 0,
    ("doctor",): 0,
}


def _run(words: str, command: tuple[str, ...], cwd: Path) -> tuple[int, str]:
    """Run a command in a shell that redirects; return its code and its words."""
    line = f'"$@" {words}'
    told = subprocess.run(
        ["sh", "-c", line, "sh", sys.executable, "-m", "stdmig", *command],
        cwd=cwd,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    words = (told.stdout + told.stderr).decode("utf-8", "replace")
    return told.returncode, words


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is full")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_full_stdout(command: tuple[str, ...], tmp_path: Path) -> None:
    """What could not be shown is no success, whatever was to be shown."""
    code, told = _run("> /dev/full", command, tmp_path)
    assert code == 2
    assert "Traceback" not in told
    if command != ("nonsense",):
        assert "error: stdout cannot be written: the disk is full\n" in told


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is full")
def test_full_stdout_and_stderr(tmp_path: Path) -> None:
    """Where nothing can be said at all, the code still says it."""
    both = "> /dev/full 2> /dev/full"
    assert _run(both, ("plan", "--sample"), tmp_path) == (2, "")


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is full")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_full_stderr(command: tuple[str, ...], tmp_path: Path) -> None:
    """What is said beside the result may be lost; the result is not."""
    code, told = _run("2> /dev/full", command, tmp_path)
    assert code == COMMANDS[command]
    assert (told == "") is (command == ("nonsense",))


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_closed_streams(closed: str, command: tuple[str, ...], tmp_path: Path) -> None:
    """A stream that the caller closed is not missed."""
    code, told = _run(closed, command, tmp_path)
    assert code == COMMANDS[command]
    assert "Traceback" not in told


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_not_run_into_a_file(closed: str, tmp_path: Path) -> None:
    """A file that is written never has the number of a closed stream."""
    furnish(tmp_path)
    command = ("plan", "-w", "town", "--as-of", "2026-10-01", "-o")
    assert _run("", (*command, "open"), tmp_path)[0] == 0
    assert _run(closed, (*command, "closed"), tmp_path)[0] == 0
    assert (tmp_path / "closed").read_bytes() == (tmp_path / "open").read_bytes()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_reader_that_goes_away(command: tuple[str, ...], tmp_path: Path) -> None:
    """``stdmig … | true`` ends as it would have, without a word about the pipe."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "stdmig", *command],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=writer,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert done.returncode == COMMANDS[command]
    assert b"Traceback" not in done.stderr
    assert b"Broken" not in done.stderr
