"""Whatever happens to the files, the cache gives what is there now (控え)."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from itertools import count
from pathlib import Path
from random import Random

import pytest

from stdmig.workspace.portfolio import gather, list_places
from tests.many_towns import write_town, write_towns

if sys.platform == "win32":
    pytest.skip("links need rights there", allow_module_level=True)

DAYS = (date(2024, 6, 1), date(2024, 6, 1), date(2026, 1, 31))
NEW = count(1)
PROGRESS = (
    "schema: stdmig.progress/1\nlive:\n  - {{system: juki, since: 2024-0{}-09}}\n"
)


def _folders(root: Path, chance: Random) -> tuple[Path, Path]:
    one, other = chance.sample(sorted(root.iterdir()), 2)
    return one, other


def edit(root: Path, chance: Random) -> None:
    """Save another town in a folder."""
    place, _ = _folders(root, chance)
    if place.is_dir():
        write_town(place, next(NEW))


def same_size(root: Path, chance: Random) -> None:
    """Change a figure, and put the time back."""
    for file in _folders(root, chance)[0].glob("systems.yaml"):
        told = file.stat()
        data = file.read_bytes()
        figure = chance.choice(b"123456789")
        at = data.find(b"notice_months: ") + len(b"notice_months: ")
        file.write_bytes(data[:at] + bytes([figure]) + data[at + 1 :])
        os.utime(file, ns=(told.st_atime_ns, told.st_mtime_ns))


def touch(root: Path, chance: Random) -> None:
    """Change a time alone: long ago, or in the future."""
    for file in _folders(root, chance)[0].glob("*.yaml"):
        when = chance.choice([0, 10**9, 4 * 10**9])
        os.utime(file, (when, when))


def swap(root: Path, chance: Random) -> None:
    """Let two folders change their names."""
    one, other = _folders(root, chance)
    one.rename(root.parent / "aside")
    other.rename(one)
    (root.parent / "aside").rename(other)


def swap_files(root: Path, chance: Random) -> None:
    """Let two files change their folders, each with its time."""
    one, other = (each / "systems.yaml" for each in _folders(root, chance))
    apart = one.is_file() and other.is_file() and not one.samefile(other)
    if apart:
        one.rename(root.parent / "aside")
        other.rename(one)
        (root.parent / "aside").rename(other)


def link(root: Path, chance: Random) -> None:
    """Put a link to another folder in the place of one."""
    one, other = _folders(root, chance)
    if other.is_symlink():
        return
    if one.is_symlink():
        one.unlink()
    else:
        shutil.rmtree(one)
    one.symlink_to(other, target_is_directory=True)


def copy(root: Path, chance: Random) -> None:
    """Put a copy with all its times in the place of a folder."""
    one, other = _folders(root, chance)
    if not one.is_symlink() and other.is_dir() and not other.is_symlink():
        shutil.rmtree(one)
        shutil.copytree(other, one)


def progress(root: Path, chance: Random) -> None:
    """Add a file, or take it away."""
    place, _ = _folders(root, chance)
    file = place / "progress.yaml"
    if file.is_file():
        file.unlink()
    elif place.is_dir():
        file.write_text(PROGRESS.format(chance.randint(1, 5)), encoding="utf-8")


def damage(root: Path, chance: Random) -> None:
    """Cut a file in two, or take it away."""
    for file in _folders(root, chance)[0].glob("systems.yaml"):
        if chance.random() < 0.5:
            file.unlink()
        else:
            file.write_bytes(file.read_bytes()[: chance.randint(0, 400)])


CHANGES = (
    edit,
    edit,
    same_size,
    same_size,
    touch,
    swap,
    swap_files,
    link,
    copy,
    progress,
    damage,
)


def told(places: tuple[Path, ...], day: date, **how: object) -> tuple[object, ...]:
    """Return an answer with its faults as words."""
    found = gather(places, day, **how)  # type: ignore[arg-type]
    broken = [
        (each.place, each.name, [repr(fault) for fault in each.faults])
        for each in found.broken
    ]
    return found.towns, broken, found.uncached


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("age", [0, 10**10], ids=["just saved", "settled"])
def test_cache_never_changes_an_answer(
    tmp_path: Path, seed: int, age: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After any change, with any day and number of processes, it is as without."""
    module = import_module("stdmig.workspace.portfolio.cache")
    now = module.time_of_disk
    monkeypatch.setattr(module, "time_of_disk", lambda folder: now(folder) + age)
    chance, root = Random(seed), tmp_path / "県"
    write_towns(root, 9)
    for number in range(STEPS):
        change: Callable[[Path, Random], None] = chance.choice(CHANGES)
        change(root, chance)
        day, jobs = chance.choice(DAYS), chance.choice((1, 1, 2))
        items = chance.choice(((), (), ("12",)))
        places = list_places([root]).places
        kept = told(places, day, jobs=jobs, items=items, cache=tmp_path / "控え")
        assert kept == told(places, day, jobs=1, items=items), (number, change)


STEPS = int(os.environ.get("STDMIG_STEPS", "12"))
