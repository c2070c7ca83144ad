"""Real signals to real processes: the right code, whole files, no words (シグナル)."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.command import environment
from tests.faults.jobs import Job, furnish, jobs
from tests.faults.snapshot import changed, content

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the signals of Unix")

WANTED = ("schema all town --force", "progress set 1 done -w town", "check -w town")
JOBS = tuple(job for job in jobs() if str(job).startswith(WANTED))
MOMENTS = 4
"""Signals to each command; the more, the more moments are tried."""

CODES = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


def _signalled(job: Job, folder: Path, number: int, after: float) -> tuple[int, str]:
    """Return how a command ends that gets a signal; and what it says of it."""
    # The parent of a test may ignore what a person's shell does not.
    program = subprocess.Popen(
        [sys.executable, "-c", _PATIENT, *job.line],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == b"begun\n"
    time.sleep(after)
    program.send_signal(number)
    out, err = program.communicate(timeout=60)
    return program.returncode, (out + err).decode("utf-8", "replace")


_PATIENT = """\
import sys
from stdmig.__main__ import start
print("begun", flush=True)
start()
"""
"""The program as its entry point begins it, once Python itself has begun."""


@pytest.mark.parametrize("job", JOBS, ids=str)
def test_ctrl_c_at_any_moment(job: Job, tmp_path: Path) -> None:
    """Code 130, or the usual one where it came too late; never a traceback."""
    furnish(tmp_path)
    before = content(tmp_path)
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "stdmig", *job.line],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    lasts = time.monotonic() - begun
    assert done.returncode == job.code
    whole = content(tmp_path)
    drawn = random.Random(str(job))
    for turn in range(MOMENTS):
        folder = tmp_path / f"turn{turn}"
        folder.mkdir()
        furnish(folder)
        moment = drawn.uniform(0, lasts)
        code, told = _signalled(job, folder, signal.SIGINT, moment)
        assert code in (130, job.code), (moment, told)
        assert "Traceback" not in told, (moment, told)
        assert "KeyboardInterrupt" not in told, (moment, told)
        after = content(folder)
        for name in changed(before, after):
            assert after.get(name, 0) == whole.get(name, 0), (moment, name)


@pytest.mark.parametrize("number", CODES, ids=lambda number: number.name)
def test_ended_from_outside_while_it_writes(
    number: signal.Signals, tmp_path: Path
) -> None:
    """Whoever ends it at its draft finds the old file, and no draft."""
    furnish(tmp_path)
    before = content(tmp_path)
    program = subprocess.Popen(
        [sys.executable, "-c", _SLOW],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == b"drafted\n"
    drafts = [each for each in tmp_path.iterdir() if each.name.startswith(".stdmig-")]
    assert len(drafts) == 1
    program.send_signal(number)
    out, err = program.communicate(timeout=60)
    assert (program.returncode, out, err) == (CODES[number], b"", b"")
    assert changed(before, content(tmp_path)) == set()


_SLOW = """\
import os, sys, time
from stdmig.cli.main import main

def slow(handle):
    print("drafted", flush=True)
    time.sleep(60)

os.fsync = slow
sys.argv = ["stdmig", "explain", "STD201", "-o", "old", "--force"]
main()
"""


def test_what_nohup_ignores_stays_ignored(tmp_path: Path) -> None:
    """A hang-up ends no command that was started with ``nohup``."""
    furnish(tmp_path)
    told = subprocess.run(
        [sys.executable, "-c", _HUNG_UP],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, b"written: out\n")


_HUNG_UP = """\
import os, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
from stdmig.cli.main import main

sync = os.fsync

def hung_up(handle):
    os.kill(os.getpid(), signal.SIGHUP)
    sync(handle)

os.fsync = hung_up
sys.argv = ["stdmig", "explain", "STD201", "-o", "out"]
main()
"""


def test_interruption_that_a_library_reworded_is_one(tmp_path: Path) -> None:
    """Pydantic makes an error of its own of a Ctrl-C that meets it; code 130 still."""
    furnish(tmp_path)
    for place in ("stdmig.cli.explain.plan_or_end", "stdmig.cli.program._leaf"):
        told = subprocess.run(
            [sys.executable, "-c", _REWORDED, place],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (told.returncode, told.stdout, told.stderr) == (130, b"", b""), place


_REWORDED = """\
import os, pkgutil, signal, sys
from stdmig.__main__ import start

# The parent of a test may ignore what a person's shell does not.
signal.signal(signal.SIGINT, signal.default_int_handler)
module, _, name = sys.argv[1].rpartition(".")

def reworded(*args, **kwargs):
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt:
        pass
    raise ValueError("Error building a serializer: KeyboardInterrupt")

setattr(pkgutil.resolve_name(module), name, reworded)
sys.argv = ["stdmig", "explain", "kojin", "-w", "town"]
start()
"""
