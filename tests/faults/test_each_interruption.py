"""
Ctrl-C at each call to the disk, in each command that writes (中断).

``STDMIG_FAULTS=all`` takes every call of every command; without it some of each.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.disk import READING, WRITING
from tests.faults.each import JOBS, Trial, chosen
from tests.faults.jobs import Job
from tests.faults.snapshot import changed

SOME = 3
"""Calls of each command."""


# A stream that is interrupted while it is opened is closed when nobody has it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.skipif(os.name == "nt", reason="the calls are those of Unix")
@pytest.mark.parametrize("job", JOBS, ids=str)
def test_interrupted_at_a_call(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code 130 and no words; each file is the old or the new one, none is a draft."""
    trial = Trial(job, READING | WRITING, tmp_path, monkeypatch)
    for number in chosen(job, trial.calls, SOME):
        ran = trial.run(number, KeyboardInterrupt, after=True)
        said = ran.result.out + ran.result.err
        told = f"{job}: {ran.disk.failed}: {ran.result.code} {said}"
        assert ran.result.code == 130, told
        assert "Traceback" not in said, told
        for name in changed(trial.before, ran.after):
            assert ran.after.get(name, 0) == trial.whole.get(name, 0), f"{name} {told}"
