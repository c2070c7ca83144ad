"""
Each call to the disk fails once, in each command that writes (書込みの失敗).

``STDMIG_FAULTS=all`` takes every call of every command; without it some of each.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.command import Result, call
from tests.faults.disk import FAULTS, WRITING, Disk, refused
from tests.faults.jobs import Job, furnish, jobs
from tests.faults.snapshot import changed, content

JOBS = tuple(jobs())
SOME = 2
"""Calls of each command; the commands together come by every kind of call."""

HARMLESS = frozenset({"unlink", "rmdir", "link", "chmod"})
"""Calls whose failure may cost nothing: there is another way, or nothing is lost."""


def _numbers(job: Job, calls: int) -> list[int]:
    """Return which calls fail."""
    if os.environ.get("STDMIG_FAULTS") == "all":
        return list(range(1, calls + 1))
    turn = JOBS.index(job)
    step = max(1, calls // SOME)
    return sorted({1 + (turn + part * step) % calls for part in range(SOME)})


@pytest.mark.skipif(os.name == "nt", reason="the calls are those of Unix")
@pytest.mark.parametrize("job", JOBS, ids=str)
def test_refusal_is_told_and_files_are_whole(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code 2, the file and the reason in a sentence; each file is old or new."""
    monkeypatch.setenv("COLUMNS", "400")

    def run(name: str, number: int) -> tuple[Disk, Result, Path]:
        folder = tmp_path / name
        folder.mkdir()
        furnish(folder)
        monkeypatch.chdir(folder)
        disk = Disk(folder, WRITING, number, refused(FAULTS[number % len(FAULTS)]))
        with disk.in_place():
            return disk, call(*job.line), folder

    disk, result, folder = run("whole", 0)
    assert result.code == job.code, result.err
    assert disk.outside == []
    whole = content(folder)
    before = _before(tmp_path)
    assert changed(before, whole)
    for number in _numbers(job, len(disk.calls)):
        failing, result, folder = run(f"n{number}", number)
        assert failing.failed is not None
        kind, file = failing.failed
        told = f"{job}: {kind} {file}: {result.code} {result.out}{result.err}"
        after = content(folder)
        left = {name for name in changed(before, after) if name.endswith(file)}
        for name in changed(before, after) - left:
            assert after.get(name, 0) == whole.get(name, 0), f"{name}: {told}"
        assert "Traceback" not in result.err, told
        assert ".stdmig-" not in result.out + result.err, told
        if result.code == job.code:
            _assert_harmless(kind, file, result, told)
            assert changed(after, whole) <= left, told
        else:
            assert result.code == 2, told
            assert " cannot be written: " in result.out + result.err, told
            assert left == set(), told
            _assert_honest(changed(before, after), result, told)


def _before(tmp_path: Path) -> dict[str, bytes | None]:
    folder = tmp_path / "before"
    folder.mkdir()
    furnish(folder)
    return content(folder)


def _assert_harmless(kind: str, file: str, result: Result, told: str) -> None:
    """Hold that a success is one: nothing failed but what may fail."""
    uncached = "nothing is kept for the next run: " in result.err
    assert kind in HARMLESS or uncached or file in ("kept", "."), told


def _assert_honest(new: set[str], result: Result, told: str) -> None:
    """Hold that every file that was written before the failure was told."""
    lines = (result.out + result.err).splitlines()
    for name in new:
        folder = name.partition("/")[0]
        assert any(
            name in line or (folder in line and "written" in line) for line in lines
        ), f"{name}: {told}"
