"""Levelling one town, ten towns that share their vendors, and an impossible one."""

from __future__ import annotations

import argparse
import copy
import resource
import tempfile
import time
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import yaml

from stdmig.inventory import Inventory
from stdmig.levelling.level import level
from stdmig.levelling.levelled import Levelled
from stdmig.levelling.solved import Limits, Reached
from stdmig.schedule import Plan
from stdmig.workspace.data_root import data_root
from stdmig.workspace.open import Request, open_workspace
from stdmig.workspace.plan import plan_workspace

_CITY = Path(__file__).with_name("level_city.yaml")
_TODAY = date(2025, 4, 1)
_VENDORS = ("甲社", "乙社", "丙社")


def city() -> dict[str, Any]:
    """Return the files of the town, by name; the loads are laid over the procedure."""
    given = yaml.safe_load(_CITY.read_text(encoding="utf-8"))
    files: dict[str, Any] = given["files"]
    packaged = (data_root() / "procedures.yaml").read_bytes()
    procedures = yaml.safe_load(packaged)
    for item in procedures["items"]:
        ref = item.get("ref", str(item["number"]))
        if ref in given["loads"]:
            item["load"] = given["loads"][ref]
    return {**files, "procedures.yaml": procedures}


def variant(files: dict[str, Any], number: int, seed: int) -> dict[str, Any]:
    """
    Return a town like the first, with other vendors and cutovers.

    Every system draws one of the vendors, and cuts over up to four months later: the
    first town leaves little room before. What a vendor can do at one time grows to
    eight times as much, for all ten towns together; with five times, no plan exists.
    """
    random = Random(f"{seed}/{number}")
    made = copy.deepcopy(files)
    made["systems.yaml"]["municipality"]["name"] = f"平準{number + 1}市"
    for system in made["systems.yaml"]["systems"]:
        system["units"][0]["vendor"] = random.choice(_VENDORS)
        year, month = map(int, system["cutover"].split("-")[:2])
        months = min(year * 12 + month - 1 + random.randint(0, 4), 2031 * 12 + 1)
        system["cutover"] = f"{months // 12}-{months % 12 + 1:02}-01"
        if system["cutover"][5:] == "01-01":
            system["cutover"] = f"{months // 12}-01-04"
    for vendor in made["capacity.yaml"]["vendors"]:
        vendor["capacity"] *= 8
    return made


def impossible(files: dict[str, Any]) -> dict[str, Any]:
    """Return the town with a tax section of two people."""
    made = copy.deepcopy(files)
    for section in made["capacity.yaml"]["sections"]:
        if section["section"] == "税務課":
            section["capacity"] = 2
            section.pop("busy", None)
    return made


def read(files: dict[str, Any], folder: Path) -> Inventory:
    """Write the files into a folder, and read them as the product does."""
    folder.mkdir()
    for name, content in files.items():
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (folder / name).write_text(text, encoding="utf-8")
    inventory, faults = open_workspace(Request(folder))
    if inventory is None:
        raise SystemExit("\n".join(str(each) for each in faults))
    return inventory


def run(
    plans: list[Plan], seconds: float, workers: int, seed: int, *, exact: bool
) -> tuple[Levelled, list[tuple[float, Reached]]]:
    """Level the plans, and note when what was reached."""
    began = time.perf_counter()
    told: list[tuple[float, Reached]] = []
    limits = Limits(
        lambda: began + seconds - time.perf_counter(), workers, seed, seconds=seconds
    )
    levelled, _ = level(
        plans,
        limits=limits,
        exact=exact,
        told=lambda reached: told.append((time.perf_counter() - began, reached)),
    )
    return levelled, told


def peak(levelled: Levelled, *, before: bool) -> int:
    """Return the sum of the peaks of the lead sections."""
    return sum(
        int(max(each.before if before else each.after, default=0))
        for town in levelled.towns
        for each in town.series
        if each.worker.kind == "lead"
    )


def measure(plans: list[Plan], seconds: float, workers: int, seed: int) -> None:
    """Print what heuristic and solver reach, and what is proven."""
    began = time.perf_counter()
    levelled, _ = run(plans, seconds, workers, seed, exact=False)
    print(f"naive (late plan)  peak {peak(levelled, before=True)}")
    took = time.perf_counter() - began
    print(f"heuristic          peak {peak(levelled, before=False)}  {took:.1f} s")
    for each in levelled.reached:
        print(f"    {each.objective:8} {each.value:8}  bound {each.bound}")
    began, cpu = time.perf_counter(), _cpu()
    levelled, told = run(plans, seconds, workers, seed, exact=True)
    took = time.perf_counter() - began
    print(
        f"{levelled.method:18} peak {peak(levelled, before=False)}  {took:.1f} s,"
        f" {_cpu() - cpu:.1f} s of the processors"
    )
    for each in levelled.reached:
        gap = "-"
        if each.bound:
            gap = f"{100 * (each.value - each.bound) / each.bound:.1f} %"
        last = max(
            (at for at, one in told if one.objective == each.objective), default=0.0
        )
        print(
            f"    {each.objective:8} {each.value:8}  bound {each.bound:8}"
            f"  gap {gap}  last news after {last:.1f} s"
        )
    if levelled.excess:
        print(f"    capacities are exceeded in {len(levelled.excess)} months")


def explain(plans: list[Plan], workers: int, seed: int) -> None:
    """Print why no plan can exist, and how long it took to say so."""
    began = time.perf_counter()
    levelled, _ = run(plans, 60.0, workers, seed, exact=True)
    took = time.perf_counter() - began
    print(f"impossible         {len(levelled.clashes)} reasons  {took:.2f} s")
    for each in levelled.clashes:
        print(
            f"    {each.worker.name}: {each.first} to {each.last},"
            f" {each.needed} needed, {each.available} to be had,"
            f" {len(each.tasks)} tasks"
        )


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--towns", type=int, default=1)
    parser.add_argument("--impossible", action="store_true")
    parser.add_argument("--seconds", type=float, help="30, with several towns 60")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--as-of", type=date.fromisoformat, help="else the file's")
    given = parser.parse_args()
    files = city()
    towns = [files]
    if given.impossible:
        towns = [impossible(files)]
    elif given.towns > 1:
        towns = [variant(files, number, given.seed) for number in range(given.towns)]
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        read_towns = [
            read(each, Path(folder) / str(number)) for number, each in enumerate(towns)
        ]
    plans = [plan_workspace(each, given.as_of, _TODAY).plan for each in read_towns]
    tasks = sum(len(each.network.tasks) for each in plans)
    took = time.perf_counter() - began
    print(f"{len(plans)} towns, {tasks} tasks, read and planned in {took:.1f} s")
    if given.impossible:
        explain(plans, given.workers, given.seed)
        return
    seconds = given.seconds or (30.0 if len(plans) == 1 else 60.0)
    measure(plans, seconds, given.workers, given.seed)


if __name__ == "__main__":
    main()
