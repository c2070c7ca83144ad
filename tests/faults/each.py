"""A command with one failing call to the disk, and which calls fail (故障の選択)."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.command import Result, call
from tests.faults.disk import Disk
from tests.faults.jobs import Job, furnish, jobs
from tests.faults.snapshot import Content, changed, content

JOBS = tuple(jobs())


def chosen(job: Job, calls: int, some: int) -> list[int]:
    """Return which calls of a command fail: some drawn, or all if that is wanted."""
    everything = range(1, calls + 1)
    if os.environ.get("STDMIG_FAULTS") == "all":
        return list(everything)
    return sorted(random.Random(str(job)).sample(everything, min(some, calls)))


class Ran(NamedTuple):
    """
    A command that met a fault.

    Attributes
    ----------
    disk
        What was called.
    result
        How it ended.
    after
        What lies in its folder.
    """

    disk: Disk
    result: Result
    after: Content


class Trial:
    """
    A command, run in a furnished folder of its own as often as wanted.

    Attributes
    ----------
    before, whole
        What lay there, and what lies there where nothing fails.
    calls
        How many calls there are where nothing fails.
    """

    def __init__(
        self,
        job: Job,
        kinds: frozenset[str],
        folder: Path,
        patch: pytest.MonkeyPatch,
    ) -> None:
        patch.setenv("COLUMNS", "400")
        self._job, self._kinds, self._folder, self._patch = job, kinds, folder, patch
        self.before = content(self._furnished("before"))
        done = self.run(0, OSError)
        assert done.result.code == job.code, done.result.err
        self.whole, self.calls = done.after, len(done.disk.calls)
        assert changed(self.before, self.whole)

    def run(
        self, at: int, fault: Callable[[], BaseException], *, after: bool = False
    ) -> Ran:
        """Run it with a fault at a call; see `Disk`."""
        folder = self._furnished(f"n{at}")
        self._patch.chdir(folder)
        disk = Disk(folder, self._kinds, at, fault, after=after)
        with disk.in_place():
            result = call(*self._job.line)
        return Ran(disk, result, content(folder))

    def _furnished(self, name: str) -> Path:
        folder = self._folder / name
        folder.mkdir()
        furnish(folder)
        return folder


def assert_honest(new: set[str], told: str) -> None:
    """Hold that every file that was written before the failure was told."""
    lines = [
        line
        for line in told.splitlines()
        if "written: " in line or "written to " in line or "taken: " in line
    ]
    for name in new:
        folder = name.partition("/")[0]
        assert any(name in line or folder in line for line in lines), f"{name}: {told}"
