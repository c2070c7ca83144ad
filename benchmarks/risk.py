"""100,000 samples of the sample city, as whole processes (リスクの評価の時間)."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from statistics import median
from typing import NamedTuple

_SAMPLES = 100_000

# The command line is imported as every command imports it.
_OPEN = """
import sys
from datetime import date
import stdmig.cli.main
import stdmig.cli.program
from stdmig.workspace import Request, open_workspace, plan_workspace
inventory, _ = open_workspace(Request(sample=True))
planned = plan_workspace(inventory, None, date(2021, 10, 1))
"""
_PRODUCT = (
    _OPEN
    + """
from stdmig.workspace.risk import assess_risk
risk = assess_risk(planned, samples=int(sys.argv[1]), workers=int(sys.argv[2]))
days = [risk.overall.quantile(share) for share in (0.1, 0.5, 0.8, 0.95)]
drawn, tasks = len(risk.swings), len(planned.plan.tasks)
print(tasks, drawn, risk.all_kept, *days)
"""
)
# The same network and calendar, one sample after the other: whole months between the
# shortest and the longest, the product's own forward pass over plain integers.
_PLAIN = (
    _OPEN
    + """
import time
from dataclasses import replace
from random import Random
from stdmig.schedule.passes import forward
from stdmig.schedule.timing import timing
plan, random = planned.plan, Random(1)
floors = [each.day for each in plan.floors]
began = time.process_time()
days = []
for _ in range(int(sys.argv[1])):
    months = [round(random.triangular(each.min, each.max)) for each in plan.durations]
    rules = timing(plan.network, months, ordinary_only=True)
    rules = replace(rules, cutovers=plan.safe.cutovers, order=plan.safe.order)
    days.append(max(forward(plan.ahead, rules, floors, plan.as_of.toordinal()).cutover))
print(time.process_time() - began)
"""
)


class Run(NamedTuple):
    """Seconds of a whole process, and what it printed."""

    wall: float
    user: float
    said: str


def run(program: str, bytecode: str, *given: str) -> Run:
    """Return what a whole process takes, its compiled modules kept in a folder."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program, *given],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    wall = time.perf_counter() - began
    if done.returncode:
        raise SystemExit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    return Run(wall, after - before, done.stdout.strip())


def main() -> None:
    """Measure in turn: the product, a bare import of numpy, the plain passes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10, help="runs of each side")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--plain", type=int, default=200, help="samples in plain Python"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as bytecode:
        arguments = str(_SAMPLES), str(given.workers)
        run(_PRODUCT, bytecode, "1000", "1")
        pairs = [
            (
                run(_PRODUCT, bytecode, *arguments),
                run(_OPEN, bytecode),
                run("import numpy", bytecode),
            )
            for _ in range(given.runs)
        ]
        plain = run(_PLAIN, bytecode, str(given.plain))
    product, opened, bare = zip(*pairs, strict=True)
    tasks, drawn, *rest = product[0].said.split()
    print(f"{tasks} tasks, {drawn} drawn, {_SAMPLES} samples: {' '.join(rest)}")
    for name, side in (
        ("stdmig, whole process", product),
        ("its start-up and plan alone", opened),
        ("bare import of numpy", bare),
    ):
        wall, user = median(r.wall for r in side), median(r.user for r in side)
        least = min(r.wall for r in side)
        print(f"{name}: wall {wall:.2f} s (least {least:.2f}), user CPU {user:.2f} s")
    own = median(r.user for r in product) - median(r.user for r in opened)
    whole = float(plain.said) * _SAMPLES / given.plain
    print(
        f"in plain Python {whole:.0f} s (from {given.plain} samples, forward alone):"
        f" {whole / own:.0f} times the CPU of sampling, {own:.2f} s"
    )
    ratio = median(own.wall / bare.wall for own, _, bare in pairs)
    print(f"median ratio of wall times to the bare import: {ratio:.1f}")


if __name__ == "__main__":
    main()
