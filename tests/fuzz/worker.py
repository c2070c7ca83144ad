"""One process of the run: it tries inputs one after the other (作業プロセス)."""

from __future__ import annotations

import os
import shutil
import sys
import time
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from stdmig.cli.collector import spare_collector
from tests.fuzz import files as folder
from tests.fuzz.invariants import broken_invariants
from tests.fuzz.make_input import Input, make_input
from tests.fuzz.outcome import outcome

_AGAIN = 37
"""Of as many inputs one is run twice, to see that it gives the same."""
_INVARIANTS = 4
"""Of as many inputs one has its plan looked into."""


class Limits(NamedTuple):
    """
    What one input may take.

    Attributes
    ----------
    seconds
        Of processor time, after which the system ends the process.
    memory
        Bytes of the whole process.
    patience
        Seconds on the clock, after which the run ends the process: one that sleeps
        takes no processor time.
    """

    seconds: int = 20
    memory: int = 3 * 1024**3
    patience: int = 300


class Tried(NamedTuple):
    """
    What became of an input.

    Attributes
    ----------
    code
        With which the last command ended.
    seconds
        Processor time.
    wrong
        What must not be; nothing where all is well.
    """

    number: int
    seed: str
    faults: tuple[str, ...]
    commands: tuple[str, ...]
    code: int
    seconds: float
    wrong: tuple[str, ...] = ()


def work(pipe: Connection, seed: int, place: Path, limits: Limits) -> None:
    """Say that all is ready, try the inputs whose numbers come, and answer each."""
    os.chdir(place)
    spare_collector()
    # An input must not tell anybody at the terminal that the run was started from.
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115
    # Whoever ends the run hears no more, and asks for no more.
    with suppress(BrokenPipeError, EOFError, KeyboardInterrupt):
        pipe.send(None)
        while (number := pipe.recv()) is not None:
            _bound(limits)
            pipe.send(_tried(seed, number))


def _tried(seed: int, number: int) -> Tried:
    try:
        return try_input(make_input(seed, number), number)
    except Exception:
        # A fault of the run itself: to be mended there, and told until then.
        told = (traceback.format_exc(),)
        return Tried(number, "?", (), ("?",), -1, 0.0, told)


def try_input(made: Input, number: int) -> Tried:
    """Write an input into the current folder, run its commands and judge them."""
    _clear()
    folder.write(made.files, Path("w"))
    if any("u" in line.words for line in made.lines):
        folder.write(made.seed.files, Path("u"))
    began, wrong, code = time.process_time(), [], 0
    for line in made.lines:
        try:
            ended = outcome(line, again=number % _AGAIN == 0)
        except Exception:
            wrong.append(f"{' '.join(line.words)}: {traceback.format_exc()}")
            continue
        code = ended.result.code
        wrong += ended.wrong
    if number % _INVARIANTS == 0 and made.seed.kind == "workspace":
        try:
            wrong += broken_invariants()
        except Exception:
            wrong.append(f"invariants: {traceback.format_exc()}")
    return Tried(
        number,
        made.seed.name,
        made.faults,
        tuple(" ".join(line.words) for line in made.lines),
        code,
        time.process_time() - began,
        tuple(wrong),
    )


def _clear() -> None:
    for path in Path().iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _bound(limits: Limits) -> None:
    """Let the system end this process where an input takes too much."""
    with suppress(ImportError):
        import resource

        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + 1 + limits.seconds, hard))
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
