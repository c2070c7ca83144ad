"""
Each look at the disk fails once, in each command that writes (読込みの失敗).

``STDMIG_FAULTS=all`` takes every call of every command; without it some of each.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path, PurePath

import pytest

from tests.faults.disk import READING, refused
from tests.faults.each import JOBS, Ran, Trial, assert_honest, chosen
from tests.faults.jobs import Job
from tests.faults.snapshot import changed

SOME = 3
"""Calls of each command."""

FAULTS = (errno.EIO, errno.EACCES, errno.ENOENT, errno.ESTALE)
"""How a disk refuses to be read, one after the other."""


@pytest.mark.skipif(os.name == "nt", reason="the calls are those of Unix")
@pytest.mark.parametrize("job", JOBS, ids=str)
def test_what_cannot_be_read_is_told(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code 2 and the file in a sentence, or the very result; nothing half written."""
    trial = Trial(job, READING, tmp_path, monkeypatch)
    for number in chosen(job, trial.calls, SOME):
        fault = FAULTS[number % len(FAULTS)]
        ran = trial.run(number, refused(fault))
        said = ran.result.out + ran.result.err
        assert ran.disk.failed is not None
        told = f"{job}: {ran.disk.failed} {fault}: {ran.result.code} {said}"
        assert "Traceback" not in said, told
        assert ".stdmig-" not in said, told
        new = changed(trial.before, ran.after)
        assert not any(PurePath(name).name.startswith(".stdmig-") for name in new), told
        if ran.result.code == job.code:
            # A file that is not there may be one that nobody needs.
            assert fault == errno.ENOENT or ran.after == trial.whole, told
            continue
        assert ran.result.code == 2, told
        # Without a file that others refer to, it is those that are told.
        assert fault == errno.ENOENT or _names(ran, said), told
        assert_honest(new - _folders(ran), said)
        for name in new - _REPORTS:
            assert ran.after.get(name, 0) == trial.whole.get(name, 0), f"{name} {told}"


_REPORTS = {"out", "old"}
"""What tells of faults where a command was to tell of findings."""


def _folders(ran: Ran) -> set[str]:
    return {name for name, data in ran.after.items() if data is None}


def _names(ran: Ran, said: str) -> bool:
    """Return whether the file that failed, or what it belongs to, is named."""
    assert ran.disk.failed is not None
    _, file = ran.disk.failed
    reports = b"".join(ran.after.get(name) or b"" for name in _REPORTS).decode()
    # A draft is named after the file that it is for, a folder after what it holds.
    return file in said + reports or " cannot be " in said
