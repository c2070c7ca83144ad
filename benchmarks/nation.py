"""
All municipalities in one run of ``stdmig portfolio``, cold and warm (全国一括).

Beside it the naive way, and the nearest peer's figures; the totals are held against
the government's tables.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import generate
import totals
from both_sides import compare_dates, measure
from figures import Figures, read
from real_town import AS_OF
from whole_process import Cost, environment, run

_PROGRAM = "from stdmig.cli.main import main; main()"
_SIZES = (10, 100, generate.MUNICIPALITIES, 10 * generate.MUNICIPALITIES)


class Peer(NamedTuple):
    """What TaskJuggler 3.7.1 took for so many systems, and what that comes to."""

    systems: int
    cpu: float
    memory: float


PEER = (Peer(20, 0.65, 31), Peer(100, 2.14, 51), Peer(400, 10.9, 122))
"""
Scheduling alone (``--no-reports``), 17 items and a cutover per system: user seconds
and MB, one run each, measured before on a machine of two cores. With 1,000 systems in
one file it took 49.5 s; a nation in one file was not tried.
"""


def portfolio(folder: Path, given: argparse.Namespace, bytecode: str) -> list[Cost]:
    """Run the command without and with what the run before it kept."""
    options = ["--as-of", AS_OF.isoformat(), "--format", "json", "--force"]
    files = ["-o", str(folder / "rolled_up.json"), "--cache", str(folder / "cache")]
    command = [sys.executable, "-c", _PROGRAM, "portfolio", str(folder / "towns")]
    jobs = [] if given.jobs is None else ["--jobs", str(given.jobs)]
    return [
        run([*command, *options, *files, *jobs], environment(bytecode))
        for _ in ("cold", "warm")
    ]


def _measured(
    folder: Path, size: int, towns: tuple[Figures, ...], given: argparse.Namespace
) -> None:
    """Print the costs of one size, and hold the nation's figures to the tables."""
    generate.write(folder / "towns", size, given.seed, towns)
    cold, warm = portfolio(folder, given, str(given.bytecode))
    for name, cost in (("cold", cold), ("warm", warm)):
        memory = "?" if cost.memory is None else f"{cost.memory:.0f}"
        print(
            f"{size:6} workspaces, {name}: wall {cost.wall:.2f} s, CPU {cost.cpu:.2f} s"
            f" ({1000 * cost.cpu / size:.2f} ms each), {memory} MB"
        )
    if cold.code or warm.code:
        raise SystemExit(f"stdmig portfolio ended with {cold.code} and {warm.code}")
    if size == len(towns):
        rolled_up = json.loads((folder / "rolled_up.json").read_bytes())
        wrong = totals.differences(totals.straight(given.national), rolled_up)
        print("\n".join(wrong) or "the totals are those of the tables")
        if wrong:
            raise SystemExit(1)


def _peer() -> None:
    """Print the peer's figures as they were measured, and for the nation's towns."""
    for systems, cpu, memory in PEER:
        print(
            f"TaskJuggler 3.7.1, {systems} systems: CPU {cpu} s, {memory} MB;"
            f" {generate.MUNICIPALITIES * cpu * 20 / systems / 60:.0f} min for as many"
            f" systems as the nation has, {systems} in each file"
        )


def main() -> None:
    """Compare dates, then measure the command, then both sides."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--national", type=Path, help="folder of the two tables")
    parser.add_argument("--sizes", type=int, nargs="*", default=_SIZES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, help="processes; else one for each core")
    parser.add_argument("--compare", type=int, default=100, help="towns to compare")
    parser.add_argument("--runs", type=int, default=1, help="pairs with the naive way")
    parser.add_argument(
        "--naive", type=int, default=200, help="workspaces that both sides plan"
    )
    given = parser.parse_args()
    towns = read(given.national).towns if given.national else ()
    with tempfile.TemporaryDirectory() as name:
        given.bytecode = Path(name, "bytecode")
        if given.compare:
            generate.write(Path(name, "compared"), given.compare, given.seed, towns)
            tasks = compare_dates(Path(name, "compared"))
            print(f"{tasks} tasks of {given.compare} workspaces: same dates, same gaps")
        if given.sizes:
            # Compiles, and fills the cache of files.
            generate.write(Path(name, "first", "towns"), 2, given.seed, towns)
            portfolio(Path(name, "first"), given, str(given.bytecode))
        for size in given.sizes:
            with tempfile.TemporaryDirectory() as folder:
                _measured(Path(folder), size, towns, given)
        if given.runs:
            generate.write(Path(name, "both"), given.naive, given.seed, towns)
            measure(Path(name, "both"), given.naive, given.runs)
    _peer()


if __name__ == "__main__":
    main()
