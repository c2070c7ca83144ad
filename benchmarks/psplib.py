"""The searches of `stdmig level` on PSPLIB's project scheduling problems (RCPSP)."""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from stdmig.levelling.problem import Activity, Arc, Problem, Resource
from stdmig.levelling.solved import Limits


class Known(NamedTuple):
    """The best makespan known, and the best lower bound."""

    best: int
    bound: int


INSTANCES: dict[str, dict[str, Known]] = {
    "j30": {
        "j301_1": Known(43, 43),
        "j302_1": Known(38, 38),
        "j303_1": Known(72, 72),
        "j304_1": Known(49, 49),
        "j3013_1": Known(58, 58),
        "j3014_1": Known(50, 50),
        "j3015_1": Known(46, 46),
        "j3016_1": Known(51, 51),
        "j3021_1": Known(84, 84),
        "j3022_1": Known(42, 42),
        "j3023_1": Known(63, 63),
        "j3024_1": Known(53, 53),
        "j3041_1": Known(86, 86),
        "j3042_1": Known(58, 58),
        "j3043_1": Known(55, 55),
        "j3044_1": Known(50, 50),
    },
    "j60": {
        "j601_1": Known(77, 77),
        "j602_1": Known(65, 65),
        "j603_1": Known(60, 60),
        "j604_1": Known(84, 84),
        "j6013_1": Known(112, 104),
        "j6014_1": Known(61, 61),
        "j6015_1": Known(84, 84),
        "j6016_1": Known(64, 64),
        "j6021_1": Known(103, 103),
        "j6022_1": Known(64, 64),
        "j6023_1": Known(75, 75),
        "j6024_1": Known(65, 65),
        "j6041_1": Known(122, 122),
        "j6042_1": Known(83, 83),
        "j6043_1": Known(108, 108),
        "j6044_1": Known(84, 84),
    },
    "j120": {
        "j1201_1": Known(105, 104),
        "j1202_1": Known(87, 87),
        "j1203_1": Known(80, 80),
        "j1204_1": Known(74, 74),
        "j1205_1": Known(92, 92),
        "j12026_1": Known(168, 96),
        "j12027_1": Known(108, 77),
        "j12028_1": Known(108, 98),
        "j12029_1": Known(104, 104),
        "j12030_1": Known(102, 102),
        "j12056_1": Known(236, 95),
        "j12057_1": Known(185, 114),
        "j12058_1": Known(141, 121),
        "j12059_1": Known(114, 102),
        "j12060_1": Known(101, 101),
    },
    "scarce": {
        "j305_2": Known(82, 82),
        "j309_1": Known(83, 83),
        "j3014_3": Known(58, 58),
        "j3017_4": Known(49, 49),
        "j3025_1": Known(93, 93),
        "j3029_1": Known(85, 85),
        "j3030_2": Known(68, 68),
        "j3037_1": Known(79, 79),
        "j3041_5": Known(99, 99),
        "j3045_2": Known(125, 125),
        "j605_2": Known(106, 106),
        "j609_1": Known(87, 82),
        "j6025_2": Known(98, 98),
        "j6029_1": Known(103, 96),
        "j6030_1": Known(70, 70),
        "j1202_3": Known(92, 92),
        "j1206_1": Known(143, 132),
        "j12016_1": Known(195, 179),
    },
}
"""
The instances, fixed by a rule: the first of groups 1-4, 13-16, 21-24 and 41-44 of J30
and J60 (each strength of resources four times), and of groups 1-5, 26-30 and 56-60 of
J120 (each three times). ``scarce`` are others, whose resources are mostly as scarce as
they come (RS 0.1 or 0.2). Best known values: the table of optima of kobe-scheduling
(J30, J60, bounds) and PSPLIB's j120hrs.sm; a bound that no source states is the length
of the critical path.
"""


class Task(NamedTuple):
    """A job of a project: its duration, demands, and places of those that follow."""

    duration: int
    demands: tuple[int, ...]
    followers: tuple[int, ...]


class Project(NamedTuple):
    """A project, its first and last task being its begin and its end."""

    tasks: tuple[Task, ...]
    capacities: tuple[int, ...]


class Outcome(NamedTuple):
    """Starts of all tasks, and what was proven of the last."""

    starts: list[int]
    bound: int


def family(instance: str) -> str:
    """Return the folder of an instance: what stands before its group."""
    return next(each for each in ("j120", "j60", "j30") if instance.startswith(each))


def read(path: Path) -> Project:
    """Read a single-mode project of PSPLIB (``.sm``)."""
    lines = path.read_text(encoding="ascii").splitlines()

    def after(title: str, skip: int) -> list[list[int]]:
        begin = next(n for n, line in enumerate(lines) if line.startswith(title))
        found = []
        for line in lines[begin + skip :]:
            if line.startswith("*"):
                break
            found.append([int(word) for word in line.split()])
        return found

    jobs = after("REQUESTS/DURATIONS", 3)
    followers = after("PRECEDENCE RELATIONS", 2)
    tasks = tuple(
        Task(job[2], tuple(job[3:]), tuple(number - 1 for number in line[3:]))
        for job, line in zip(jobs, followers, strict=True)
    )
    return Project(tasks, tuple(after("RESOURCEAVAILABILITIES", 2)[0]))


def problem(project: Project) -> Problem:
    """Return the project as levelling sees it; only the end is in a hurry."""
    tasks = project.tasks
    periods = sum(task.duration for task in tasks)
    options = [periods - task.duration + 1 for task in tasks]
    return Problem(
        periods,
        tuple(
            Activity(
                str(place + 1),
                tuple(range(options[place])),
                tuple(start + task.duration for start in range(options[place])),
                int(place == len(tasks) - 1),
            )
            for place, task in enumerate(tasks)
        ),
        tuple(
            Arc(
                place,
                after,
                tuple(
                    min(start + task.duration, options[after])
                    for start in range(options[place])
                ),
            )
            for place, task in enumerate(tasks)
            for after in task.followers
        ),
        tuple(
            Resource(
                f"R{number + 1}",
                tuple(
                    (place, task.demands[number])
                    for place, task in enumerate(tasks)
                    if task.demands[number]
                ),
                (capacity,) * periods,
            )
            for number, capacity in enumerate(project.capacities)
        ),
    )


def verify(project: Project, starts: list[int]) -> int:
    """Return the makespan of a schedule that is one; shares nothing with a search."""
    tasks = project.tasks
    assert len(starts) == len(tasks)
    assert min(starts) >= 0
    for task, start in zip(tasks, starts, strict=True):
        assert all(starts[after] >= start + task.duration for after in task.followers)
    for period in range(max(starts)):
        running = [
            task.demands
            for task, start in zip(tasks, starts, strict=True)
            if start <= period < start + task.duration
        ]
        for number, capacity in enumerate(project.capacities):
            assert sum(demands[number] for demands in running) <= capacity
    return starts[-1]


def heuristic(project: Project, seconds: float) -> Outcome:
    """Search with the heuristic alone, for so many seconds of the processor."""
    from stdmig.levelling.heuristic import spread

    until = time.process_time() + seconds
    limits = Limits(lambda: until - time.process_time(), rounds=10**9)
    return Outcome(list(spread(problem(project), ("early",), limits)), 0)


def solver(project: Project, seconds: float) -> Outcome:
    """Search with heuristic and solver, for so many seconds on the wall."""
    from stdmig.levelling.heuristic import spread
    from stdmig.levelling.solver import search

    until = time.perf_counter() + seconds
    limits = Limits(lambda: until - time.perf_counter(), workers=2)
    bare = problem(project)
    first = spread(bare, ("early",), limits)
    found = search(bare, first, ("early",), limits, lambda _: None)
    return Outcome(list(found.choice), found.reached[-1].bound)


def pyjobshop(project: Project, seconds: float) -> Outcome:
    """Search with PyJobShop, for so many seconds on the wall."""
    # PyJobShop imports a library that is called like this file.
    here = Path(__file__).resolve().parent
    sys.path[:] = [each for each in sys.path if Path(each).resolve() != here]
    from pyjobshop import Model

    model = Model()
    resources = [model.add_renewable(capacity) for capacity in project.capacities]
    tasks = [model.add_task() for _ in project.tasks]
    for task, made in zip(project.tasks, tasks, strict=True):
        model.add_mode(made, resources, task.duration, list(task.demands))
        for after in task.followers:
            model.add_end_before_start(made, tasks[after])
    found = model.solve(time_limit=seconds, display=False, num_workers=2)
    return Outcome([each.start for each in found.best.tasks], int(found.lower_bound))


SEARCHES: dict[str, tuple[Callable[[Project, float], Outcome], float]] = {
    "heuristic": (heuristic, 0.3),
    "solver": (solver, 10.0),
    "pyjobshop": (pyjobshop, 10.0),
}


def measure(name: str, folder: Path, sets: list[str], seconds: float | None) -> None:
    """Run one search over the instances and print what came of it."""
    search, usual = SEARCHES[name]
    limit = seconds or usual
    print(f"{name}, {limit:g} s per instance")
    print("instance    best  found     gap  proven  seconds")
    for each in sets:
        gaps, proven, took = [], 0, []
        for instance, known in INSTANCES[each].items():
            project = read(folder / family(instance) / f"{instance}.sm")
            began = time.process_time(), time.perf_counter()
            outcome = search(project, limit)
            clock = time.process_time if name == "heuristic" else time.perf_counter
            took.append(clock() - began[name != "heuristic"])
            makespan = verify(project, outcome.starts)
            assert makespan >= known.bound, f"{instance}: better than can be"
            gaps.append(100 * (makespan - known.best) / known.best)
            sure = outcome.bound >= makespan
            proven += sure
            print(
                f"{instance:<10} {known.best:5} {makespan:6} {gaps[-1]:6.2f}%"
                f"  {'yes' if sure else '':6}  {took[-1]:7.2f}"
            )
        print(
            f"{each}: {len(gaps)} instances, mean gap {statistics.mean(gaps):.2f} %,"
            f" worst {max(gaps):.2f} %, at best {sum(gap <= 0 for gap in gaps)},"
            f" proven {proven}, mean {statistics.mean(took):.2f} s"
        )


def main() -> None:
    """Run the searches that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="holds j30/, j60/, j120/")
    for name in SEARCHES:
        parser.add_argument(f"--{name}", action="store_true")
    parser.add_argument("--sets", nargs="+", choices=list(INSTANCES))
    parser.add_argument("--seconds", type=float, help="per instance")
    given = parser.parse_args()
    wanted = [name for name in SEARCHES if getattr(given, name)] or ["heuristic"]
    for name in wanted:
        measure(name, given.folder, given.sets or list(INSTANCES), given.seconds)


if __name__ == "__main__":
    main()
