"""Some hundreds of spoiled workspaces, and the run that tries more (ファズ試験)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import pytest

from tests.command import call, environment
from tests.fuzz import files as folder
from tests.fuzz.commands import commands
from tests.fuzz.make_input import make_input
from tests.fuzz.run import run
from tests.fuzz.seeds import any_seed, portfolio, tables
from tests.fuzz.small_towns import TOWNS, small_town
from tests.fuzz.worker import Limits, Tried, try_input
from tests.helpers import ROOT

SEED = 20260331
"""Of the inputs that CI tries, the same in every run."""

UNIX = pytest.mark.skipif(os.name == "nt", reason="processes of Unix")


@pytest.mark.parametrize("block", range(8))
def test_spoiled_workspaces_break_nothing(
    block: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every one of 400 ends with a documented code, a place and a whole output."""
    monkeypatch.chdir(tmp_path)
    numbers = range(50 * block, 50 * block + 50)
    tried = [try_input(make_input(SEED, number), number) for number in numbers]
    assert [each for each in tried if each.wrong] == []
    assert {each.code for each in tried} <= {0, 1, 2}


@pytest.mark.parametrize("number", range(TOWNS))
def test_small_towns_are_sound(number: int, tmp_path: Path) -> None:
    """Before they are spoiled, the towns plan; findings are all that is told."""
    folder.write(small_town(number), tmp_path)
    result = call("check", "-w", tmp_path, "--lang", "en")
    assert result.code == 1
    assert "error[STD0" not in result.out


def test_other_seeds_are_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So are the towns that are looked at together, and the lists beside a town."""
    monkeypatch.chdir(tmp_path)
    for number, seed in enumerate((portfolio(1), tables(0))):
        folder.write(seed.files, Path("w"))
        for line in commands(Random(1), number, seed):
            assert call(*line.words).code == 0, line


def test_an_input_is_made_again_by_its_number() -> None:
    """A number gives the same files and commands whenever it is asked for."""
    made = [make_input(3, number) for number in range(40)]
    assert made == [make_input(3, number) for number in range(40)]
    assert make_input(4, 7) != made[7]
    changed = [each for each in made if each.files != each.seed.files]
    assert len(changed) > 30


def test_one_input_is_written_for_inspection(tmp_path: Path) -> None:
    """``--only`` writes the folder of an input and runs its commands there."""
    target = tmp_path / "made"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.fuzz", "--seed", "3", "--only", "7"),
            *("--folder", str(target)),
        ],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    told = done.stdout.decode()
    made = make_input(3, 7)
    assert f"seed: {made.seed.name}" in told
    assert made.faults[0] in told
    spoiled = made.faults[0].rpartition(" in ")[2]
    assert (target / "w" / spoiled).read_bytes() == made.files[spoiled]


def _odd_work(pipe: Connection, seed: int, place: Path, limits: Limits) -> None:
    """Hang over input 1, die over input 2, and answer the others."""
    pipe.send(None)
    while (number := pipe.recv()) is not None:
        if number == 1:
            time.sleep(600)
        if number == 2:
            os._exit(9)
        pipe.send(Tried(number, "town", (), ("check",), 0, 0.0))


@UNIX
def test_what_hangs_or_dies_is_told_and_the_run_goes_on(tmp_path: Path) -> None:
    """Both are failures of their inputs; all other inputs are tried."""
    limits = Limits(patience=5)
    tried = sorted(
        run(range(6), seed=3, jobs=2, place=tmp_path, limits=limits, task=_odd_work)
    )
    assert [each.number for each in tried] == list(range(6))
    told = {each.number: each.wrong for each in tried if each.wrong}
    assert told == {
        1: ("the process hung or died: no answer in time",),
        2: ("the process hung or died: ended by 9",),
    }


def test_all_kinds_of_seeds_come_to_their_turn() -> None:
    """In some hundreds of inputs are towns, portfolios, lists and the sample."""
    names = {any_seed(Random(number)).name.partition(" ")[0] for number in range(600)}
    assert names >= {"small", "portfolio", "tables", "bad", "sample", "town"}


@pytest.mark.parametrize("words", [("--inputs", "0"), ("--only", "3", "--folder", ".")])
def test_run_that_cannot_be_made_ends_in_a_sentence(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    """No inputs, or a folder that is there already: no traceback, no file."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", *words],
        cwd=tmp_path,
        env=environment() | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.returncode == 2
    last = {
        "--inputs": "argument --inputs: 0 is less than 1",
        "--only": ". exists already; name another folder with --folder",
    }
    assert told.stderr.splitlines()[-1].endswith(last[words[0]])
    assert list(tmp_path.iterdir()) == []
