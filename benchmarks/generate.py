"""
Seeded workspaces with 20 systems each, as bytes or as folders (生成データ).

With the government's figures of all municipalities (``--national``), names, codes,
steps and designated systems are theirs; vendors, packages, contracts, sections, days
and tasks are invented for both kinds.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from figures import Figures, read
from real_town import RealTown, portfolio
from records import progress
from town import Town, template

MUNICIPALITIES = 1741
"""Municipalities and special wards of Japan, each of which has one workspace."""


class Workspace(NamedTuple):
    """A folder of a municipality: its name, and its files by name."""

    name: str
    files: dict[str, bytes]


def workspaces(
    count: int, seed: int = 1, towns: Sequence[Figures] = ()
) -> Iterator[Workspace]:
    """
    Yield `count` workspaces; the same arguments give the same bytes.

    Parameters
    ----------
    towns
        Published figures. Fewer workspaces than towns are spread evenly over them;
        where there are more, the towns come again, with other choices of their own.

    Notes
    -----
    Each has a ``systems.yaml`` and, with figures, a ``progress.yaml``; four in ten
    have a ``schedule_template.yaml`` of their own, no two of which are the same. All
    of them plan with the packaged ``procedures.yaml``.
    """
    width = max(4, len(str(count)))
    for number in range(1, count + 1):
        rng = Random(f"{seed}/{number}")
        files = {}
        if towns:
            town = RealTown(rng, _figures(towns, number - 1, count))
            files["systems.yaml"] = town.systems()
            files["progress.yaml"] = progress(town)
        else:
            files["systems.yaml"] = Town(rng, number).systems()
        if rng.random() < 0.4:
            files["schedule_template.yaml"] = template(rng, number)
        yield Workspace(
            f"{number:0{width}}", {name: _bytes(files[name]) for name in files}
        )


def _figures(towns: Sequence[Figures], place: int, count: int) -> Figures:
    if count < len(towns):
        return towns[place * len(towns) // count]
    return towns[place % len(towns)]


def write(
    folder: Path, count: int, seed: int = 1, towns: Sequence[Figures] = ()
) -> None:
    """
    Write the workspaces as folders below `folder`.

    Beside them stands a ``portfolio.yaml`` that names them, where there are figures.
    """
    for workspace in workspaces(count, seed, towns):
        place = folder / workspace.name
        place.mkdir(parents=True, exist_ok=True)
        for name, data in workspace.files.items():
            (place / name).write_bytes(data)
    if towns:
        (folder / "portfolio.yaml").write_bytes(_bytes(portfolio()))


def _bytes(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def main() -> None:
    """Write workspaces into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, help="how many; else all municipalities")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--national",
        type=Path,
        help="folder of step_rates_*.csv and designated_*.csv",
    )
    given = parser.parse_args()
    if given.national is None:
        write(given.folder, given.count or MUNICIPALITIES, given.seed)
        return
    nation = read(given.national)
    towns = nation.towns
    write(given.folder, given.count or len(towns), given.seed, towns)
    coded = sum(town.code is not None for town in towns)
    other = ", ".join(f"{name} {number}" for name, number in nation.other.items())
    print(
        f"{len(towns)} municipalities, {coded} with a code, the others without;"
        f" left out: {nation.beyond} prefectures, none of the 20 systems: {other}"
    )


if __name__ == "__main__":
    main()
