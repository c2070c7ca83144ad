"""Folders and files that are not what they seem, as root and as nobody (異常な入力)."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.command import call, environment, run
from tests.faults.jobs import furnish
from tests.faults.snapshot import content

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the files of Unix")
PLAN = ("plan", "-w", "town", "--as-of", "2026-10-01")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a furnished folder in which the commands run."""
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "400")
    return tmp_path


def _socket(path: Path) -> None:
    # Its name may be no longer than the system allows for sockets.
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(path.parents[1])


ODD: dict[str, Callable[[Path], object]] = {
    "it is a folder": Path.mkdir,
    "it is a pipe or a device, not a file": os.mkfifo,
    "its links lead round in a circle": lambda path: path.symlink_to(path.name),
    "it is a pipe or a device, not a file ": _socket,
    "it is a pipe or a device, not a file  ": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("why", ODD)
@pytest.mark.parametrize("name", ["systems.yaml", "costs.yaml", "progress.yaml"])
def test_odd_input_is_told(name: str, why: str, here: Path) -> None:
    """What is no file is never opened, and is named with its reason."""
    (here / "town" / name).unlink(missing_ok=True)
    ODD[why](here / "town" / name)
    result = call(*PLAN)
    assert result.code == 2
    assert f"town/{name}:1:1: error[STD001] cannot be read: {why.strip()}" in result.err


def test_socket_is_no_output(here: Path) -> None:
    """Nobody listens at it: that is told, and it stays."""
    (here / "deep").mkdir()
    _socket(here / "deep" / "out")
    result = call(*PLAN, "-o", "deep/out", "--force")
    assert result.code == 2
    assert "deep/out cannot be written: nobody is there to take it" in result.err


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="only root can become somebody else (setpriv)",
)
@pytest.mark.parametrize(
    ("words", "closed", "told"),
    [
        (PLAN, "town/systems.yaml", "town/systems.yaml:1:1: error[STD001] cannot be"),
        (PLAN, "town", "'town' cannot be read"),
        ((*PLAN, "-o", "shut/out"), "shut", "error: shut/out cannot be written: per"),
        (("schema", "all", "shut/new"), "shut", "error: shut/new cannot be written: "),
        (("init", "shut", "--name", "町", "--yes"), "shut", "permission is denied"),
        (("progress", "set", "1", "done", "-w", "town"), "town", "cannot be read"),
        (
            ("import", "inventory", "list.csv", "-w", "town", "--yes"),
            "list.csv",
            "cannot be read",
        ),
    ],
)
def test_nobody_is_told_what_is_closed(
    words: tuple[str, ...], closed: str, told: str, here: Path
) -> None:
    """Who has no rights reads which file it is, without a traceback."""
    (here / "shut").mkdir()
    for each in (here, *here.rglob("*"), *here.parents[:2]):
        each.chmod(each.stat().st_mode | 0o755)
    (here / closed).chmod(0)
    becomes = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
    done = subprocess.run(
        [*becomes, sys.executable, "-c", "import stdmig"],
        env=environment(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("nobody may not read the program itself")
    done = subprocess.run(
        [*becomes, sys.executable, "-m", "stdmig", *words],
        cwd=here,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    said = done.stderr.decode()
    assert done.returncode == 2, said
    assert told in said
    assert "Traceback" not in said


def test_pipe_in_the_place_of_the_cache(here: Path) -> None:
    """What is kept for the next run is no pipe: nobody waits for a reader."""
    line = ("portfolio", "town", "--as-of", "2026-10-01", "--cache", "kept")
    assert call(*line).code == 0
    (cache,) = (here / "kept").iterdir()
    cache.unlink()
    os.mkfifo(cache)
    result = run(*line, cwd=here)
    assert result.code == 0
    assert "nothing is kept for the next run: it is a pipe or a device" in result.err


@pytest.mark.parametrize("words", [("made",), (".",)])
def test_workspace_that_cannot_be_read_gets_no_second_one(
    words: tuple[str, ...], here: Path
) -> None:
    """A form may be that of a workspace that cannot be read, which is named."""
    folder = here / words[0]
    (folder / "odd").mkdir(parents=True)
    os.mkfifo(folder / "odd" / "systems.yaml")
    before = content(here / "back"), sorted(os.listdir(folder))
    result = call("forms", "collect", "back/form.xlsx", *words)
    assert result.code == 2
    assert "odd/systems.yaml:1:1: error[STD001] cannot be read: it is a" in result.out
    assert (content(here / "back"), sorted(os.listdir(folder))) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 64 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    line = ("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place)
    if (
        shutil.which("mount") is None
        or subprocess.run(line, capture_output=True, check=False).returncode
    ):
        pytest.skip("a small disk can be mounted by root alone")
    yield place
    subprocess.run(("umount", place), check=True)


def test_disk_that_is_really_full(small_disk: Path) -> None:
    """What has no room is told; the old file and the folder stay as they were."""
    old = small_disk / "plan.html"
    old.write_bytes(b"mine")
    result = call("export", "html", "--sample", "-o", old, "--force")
    assert result.code == 2
    assert "plan.html cannot be written: the disk is full" in result.err
    result = call("export", "all", small_disk / "all", "--sample", "--only", "html")
    assert result.code == 2
    assert "all cannot be written: the disk is full" in result.err
    assert [each.name for each in small_disk.iterdir()] == ["plan.html"]
    assert old.read_bytes() == b"mine"
