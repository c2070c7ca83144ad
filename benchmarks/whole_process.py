"""What a command costs with all processes that it begins (処理時間と主記憶)."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_PAUSE = 0.02
_PROC = Path("/proc")


class Cost(NamedTuple):
    """
    What one run took.

    Attributes
    ----------
    wall, cpu
        Seconds; of the processor user and system time of all processes.
    memory
        MB of all processes together at their peak, what they share counted once
        (PSS), looked at every 20 ms; None where the system does not tell.
    code
        The exit code.
    """

    wall: float
    cpu: float
    memory: float | None
    code: int


def run(command: Sequence[str], environment: dict[str, str]) -> Cost:
    """Run a command with its output thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_kilobytes, _tree(process.pid))))
        time.sleep(_PAUSE)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, peak / 1024 if peak else None, process.returncode)


def environment(bytecode: str) -> dict[str, str]:
    """Return the environment, with compiled modules kept in a folder."""
    found = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found


def _tree(pid: int) -> Iterator[int]:
    """Yield a process and all below it."""
    yield pid
    try:
        children = (_PROC / f"{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return
    for child in children.split():
        yield from _tree(int(child))


def _kilobytes(pid: int) -> int:
    try:
        told = (_PROC / f"{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    found = [line.split()[1] for line in told.splitlines() if line.startswith("Pss:")]
    return int(found[0]) if found else 0
