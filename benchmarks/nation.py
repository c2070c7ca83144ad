"""All municipalities in one process, as a ratio to the naive way (全国一括)."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import generate

_PACKAGED = Path(__file__).resolve().parent.parent / "data"
_AS_OF = date(2021, 10, 1)


class Cost(NamedTuple):
    """CPU seconds and peak memory (MB) of a whole process."""

    cpu: float
    memory: float


def run_side(side: str, folder: Path) -> Cost:
    """Plan every workspace below `folder`, keeping every plan, in this process."""
    plan = import_module(side).plan
    kept = [plan(place, _PACKAGED, _AS_OF) for place in sorted(folder.iterdir())]
    assert kept
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Cost(time.process_time(), peak / unit)


def compare(folder: Path, workspaces: int) -> int:
    """
    Assert that both sides find the same dates and contract gaps.

    Returns
    -------
    The number of tasks that were compared.
    """
    naive, product = import_module("naive"), import_module("product")
    tasks = 0
    for place in sorted(folder.iterdir())[:workspaces]:
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


def _child(side: str, folder: Path, *more: str) -> Any:
    """Run this file again, so that each side has a process of its own."""
    command = [sys.executable, __file__, "--side", side, "--folder", str(folder), *more]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def _pairs(folder: Path, runs: int) -> Iterator[tuple[Cost, Cost]]:
    for number in range(1, runs + 1):
        naive, product = (Cost(*_child(side, folder)) for side in ("naive", "product"))
        print(
            f"pair {number}: CPU {naive.cpu:.2f} s / {product.cpu:.2f} s ="
            f" {naive.cpu / product.cpu:.2f}, memory {naive.memory:.0f} MB /"
            f" {product.memory:.0f} MB = {naive.memory / product.memory:.2f}"
        )
        yield naive, product


def main() -> None:
    """Generate, compare, then measure both sides in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=generate.MUNICIPALITIES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=3, help="pairs of runs")
    parser.add_argument(
        "--compare", type=int, default=100, help="workspaces to compare"
    )
    parser.add_argument("--side", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.side == "compare":
        print(json.dumps(compare(given.folder, given.compare)))
    elif given.side:
        print(json.dumps(run_side(given.side, given.folder)))
    else:
        with tempfile.TemporaryDirectory() as name:
            _measure(Path(name), given)


def _measure(folder: Path, given: argparse.Namespace) -> None:
    generate.write(folder, given.count, given.seed)
    tasks = _child("compare", folder, f"--compare={given.compare}")
    print(f"{tasks} tasks of {given.compare} workspaces: same dates, same gaps")
    pairs = list(_pairs(folder, given.runs))
    faster = median(naive.cpu / product.cpu for naive, product in pairs)
    smaller = median(naive.memory / product.memory for naive, product in pairs)
    print(f"median: {faster:.2f} times faster, {smaller:.2f} times less memory")


if __name__ == "__main__":
    main()
