"""No command opens a socket, or starts a program but those that are known (通信)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.every_command import leaves, variants
from tests.cli.odd_console import outcomes
from tests.command import environment
from tests.helpers import ROOT
from tests.intake.ugly_list import ugly_csv
from tests.workspace.test_revision import git

if sys.platform == "win32":
    pytest.skip("the watch knows the sockets of Unix", allow_module_level=True)

KNOWN = {"program git", "program fc-list"}
"""Git reads what it keeps, fc-list tells which fonts are here; see SECURITY.md."""


def _watched(ledger: Path) -> dict[str, str]:
    """Return the variables by which a program and its children are watched."""
    paths = [ROOT / "tests" / "cli" / "watched", ROOT / "src", ROOT]
    return {
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "STDMIG_TESTS_LEDGER": str(ledger),
    }


def _lines(ledger: Path) -> set[str]:
    return {*ledger.read_text("utf-8").splitlines()} if ledger.exists() else set()


def test_watch_tells_of_a_network_and_of_programs(tmp_path: Path) -> None:
    """What the other test relies on: a name that is asked for stands in the ledger."""
    deeds = (
        "import multiprocessing, socket, subprocess, sys\n"
        "multiprocessing.Pipe()\n"
        "subprocess.run([sys.executable, '-c', '''import socket\n"
        "try: socket.getaddrinfo('stdmig.invalid', 80)\n"
        "except OSError: pass'''])\n"
        "socket.socket().close()\n"
    )
    ledger = tmp_path / "ledger"
    subprocess.run(
        [sys.executable, "-c", deeds],
        env=environment("en", _watched(ledger)),
        check=True,
    )
    told = sorted(line.split(" ")[0] for line in _lines(ledger))
    assert told == ["program", "socket.__new__", "socket.getaddrinfo"]


def test_no_command_opens_a_socket(tmp_path: Path) -> None:
    """Every command, a portfolio by several processes, and an old revision."""
    folder, ledger = tmp_path / "town", tmp_path / "ledger"
    shutil.copytree(ROOT / "data", folder)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")
    (folder / "list.csv").write_bytes(ugly_csv())
    towns = str(ROOT / "tests" / "data" / "portfolio")
    more: list[tuple[str, ...]] = [
        ("portfolio", towns, "--jobs", "2", "--no-cache"),
        ("compare", "--rev", "HEAD"),
        ("compare", "--rev", "https://stdmig.invalid/x"),
    ]
    samples = [next(variants(leaf)) for leaf in leaves()]
    results = outcomes([*samples, *more], "utf-8", "en", folder, _watched(ledger))
    # They have done what they do, and have not been stopped by the watch.
    assert [result.code for result in results[-3:]] == [0, 0, 2]
    assert sum(result.code == 0 for result in results) > len(samples) * 3 // 4
    assert _lines(ledger) <= KNOWN
    assert "program git" in _lines(ledger)
