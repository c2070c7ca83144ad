"""The same plans by `product.py` and by `naive.py`: dates and costs (比較)."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

_PACKAGED = Path(__file__).resolve().parent.parent / "data"
_AS_OF = date(2021, 10, 1)


class Side(NamedTuple):
    """CPU seconds and peak memory (MB) of a whole process."""

    cpu: float
    memory: float


def compare_dates(folder: Path) -> int:
    """
    Assert that both sides find the same dates and contract gaps.

    Returns
    -------
    The number of tasks that were compared.
    """
    return int(_child("compare", folder))


def measure(folder: Path, workspaces: int, runs: int) -> None:
    """Print what each side takes, in turn, for the workspaces of a folder."""
    pairs = list(_pairs(folder, workspaces, runs))
    faster = median(naive.cpu / product.cpu for naive, product in pairs)
    smaller = median(naive.memory / product.memory for naive, product in pairs)
    print(f"median: {faster:.2f} times faster, {smaller:.2f} times less memory")


def _pairs(folder: Path, workspaces: int, runs: int) -> Iterator[tuple[Side, Side]]:
    for number in range(1, runs + 1):
        naive, product = (Side(*_child(side, folder)) for side in ("naive", "product"))
        print(
            f"pair {number}, {workspaces} plans kept by the naive way / by stdmig:"
            f" CPU {naive.cpu:.2f} s / {product.cpu:.2f} s ="
            f" {naive.cpu / product.cpu:.2f}, memory {naive.memory:.0f} MB /"
            f" {product.memory:.0f} MB = {naive.memory / product.memory:.2f}"
        )
        yield naive, product


def _child(side: str, folder: Path) -> Any:
    """Run this file, so that each side has a process of its own."""
    command = [sys.executable, __file__, side, str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def _places(folder: Path) -> list[Path]:
    return sorted(place for place in folder.iterdir() if place.is_dir())


def _run(side: str, folder: Path) -> Side:
    """Plan every workspace below `folder`, keeping every plan, in this process."""
    plan = import_module(side).plan
    kept = [plan(place, _PACKAGED, _AS_OF) for place in _places(folder)]
    assert kept
    return Side(time.process_time(), _peak())


def _peak() -> float:
    """Return the most memory that this process had, in MB."""
    status = Path("/proc/self/status")
    if status.is_file():
        # What the system counts for a child begins with what its parent had.
        told = status.read_text(encoding="utf-8").partition("VmHWM:")[2]
        return int(told.split()[0]) / 2**10
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _compare(folder: Path) -> int:
    naive, product = import_module("naive"), import_module("product")
    tasks = 0
    for place in _places(folder):
        graph, gaps = naive.plan(place, _PACKAGED, _AS_OF)[-2:]
        outcome = product.plan(place, _PACKAGED, _AS_OF)
        expected = {
            node: (dates["late_start"], dates["last_chance_start"])
            for node, dates in graph.nodes.items()
            if "day" not in dates
        }
        dates = map(outcome.plan.dates, range(len(outcome.plan.tasks)))
        found = {
            task.id: (each.late_start, each.last_chance_start)
            for task, each in zip(outcome.plan.tasks, dates, strict=True)
        }
        assert found == expected, place
        assert gaps == {
            coverage.agreement.id: coverage.gap.days
            for coverage in outcome.coverages
            if coverage.gap
        }, place
        tasks += len(found)
    return tasks


def main() -> None:
    """Run one side, or compare both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("side", choices=("naive", "product", "compare"))
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    if given.side == "compare":
        print(json.dumps(_compare(given.folder)))
    else:
        print(json.dumps(_run(given.side, given.folder)))


if __name__ == "__main__":
    main()
