"""Whole runs from YAML to page and tables, beside the nearest peer's (書類の出力)."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import large

_PROGRAM = "from stdmig.cli.main import main; main()"
_PAPERS = "html,tasks"


class Peer(NamedTuple):
    """CPU seconds, wall seconds and size of the page of TaskJuggler 3.7.1."""

    cpu: float
    wall: float
    page: float


PEER: dict[int, Peer] = {
    20: Peer(4.12, 4.23, 1.23e6),
    100: Peer(21.6, 22.1, 6.1e6),
    400: Peer(113.0, 126.7, 24.5e6),
}
"""One HTML Gantt and one CSV of as many systems of 17 items, one run each, measured
before on a machine of two cores; with 1,000 systems it was not run, since it would
have taken more than five minutes."""


class Run(NamedTuple):
    """What one process took, and what it wrote."""

    wall: float
    cpu: float
    page: int


def run(workspace: Path, folder: Path, bytecode: str) -> Run:
    """Write page and table of a workspace in a process of its own."""
    command = [sys.executable, "-c", _PROGRAM, "export", "all", str(folder)]
    options = ["--only", _PAPERS, "-w", str(workspace), "--as-of", "2021-10-01"]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    done = subprocess.run(
        [*command, *options, "--force"], env=environment, capture_output=True
    )
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        raise SystemExit(done.stderr.decode(errors="replace"))
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, cpu, (folder / "plan.html").stat().st_size)


def main() -> None:
    """Measure each size and print the best run beside the peer's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--systems", type=int, nargs="*", default=[20, 100, 400, 1000])
    given = parser.parse_args()
    print("systems   wall s    CPU s   page kB   peer's CPU s  times  peer's page kB")
    with tempfile.TemporaryDirectory() as scratch:
        for systems in given.systems:
            workspace = Path(scratch, f"w{systems}")
            large.write(workspace, systems)
            target = Path(scratch, f"o{systems}")
            runs = [run(workspace, target, scratch) for _ in range(given.runs + 1)]
            best = min(runs[1:])  # The first run compiles.
            peer = PEER.get(systems)
            told = (
                f"{peer.cpu:14.2f} {peer.cpu / best.cpu:6.0f} {peer.page / 1000:15.0f}"
                if peer
                else f"{'-':>14} {'-':>6} {'-':>15}"
            )
            page = best.page / 1000
            print(f"{systems:7} {best.wall:8.2f} {best.cpu:8.2f} {page:9.0f} {told}")


if __name__ == "__main__":
    main()
