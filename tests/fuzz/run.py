"""The run: inputs to processes, and what became of each (実行)."""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TypeAlias

from tests.fuzz.make_input import make_input
from tests.fuzz.worker import Limits, Tried, work

Work: TypeAlias = Callable[[Connection, int, Path, Limits], None]
"""What a process does: see `work`."""


class _Hand:
    """A process with what it is at."""

    def __init__(self, task: Work, seed: int, place: Path, limits: Limits) -> None:
        # A fresh process holds nothing of this one, on every system alike.
        context = multiprocessing.get_context("spawn")
        self.pipe: Connection
        self.pipe, other = context.Pipe()
        place.mkdir(parents=True, exist_ok=True)
        arguments = (other, seed, place, limits)
        self.process = context.Process(target=task, args=arguments, daemon=True)
        self.process.start()
        other.close()
        self.number: int | None = None
        self.until = 0.0

    def await_readiness(self) -> None:
        """Wait until all is imported, which is none of an input's time."""
        self.pipe.recv()

    def give(self, number: int, limits: Limits) -> None:
        self.number = number
        self.until = time.monotonic() + limits.patience
        self.pipe.send(number)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def run(
    numbers: Iterable[int],
    *,
    seed: int,
    jobs: int,
    place: Path,
    limits: Limits,
    task: Work = work,
) -> Iterator[Tried]:
    """
    Try inputs and yield what became of each, in the order in which they end.

    A process that takes too long, or dies, is ended and told as a failure of its
    input; another takes its place.

    Parameters
    ----------
    jobs
        How many processes try inputs at the same time.
    place
        Folder below which each of them has one of its own.
    task
        What they do.
    """
    waiting = deque(numbers)
    places = [place / str(job) for job in range(min(jobs, len(waiting)))]
    hands = [_Hand(task, seed, each, limits) for each in places]
    for hand in hands:
        hand.await_readiness()
        hand.give(waiting.popleft(), limits)
    try:
        while any(hand.number is not None for hand in hands):
            ready = wait([each.pipe for each in hands if each.number is not None], 1)
            for at, hand in enumerate(hands):
                if hand.number is None:
                    continue
                late = time.monotonic() > hand.until
                if hand.pipe not in ready and not late:
                    continue
                tried = _answer(hand, seed, late=hand.pipe not in ready)
                yield tried
                if tried.code < 0:
                    hand.end()
                    hand = hands[at] = _Hand(task, seed, places[at], limits)
                    hand.await_readiness()
                hand.number = None
                if waiting:
                    hand.give(waiting.popleft(), limits)
    finally:
        for hand in hands:
            hand.end()


def _answer(hand: _Hand, seed: int, *, late: bool) -> Tried:
    """Return what a process says of its input, or that it says nothing more."""
    assert hand.number is not None
    if not late:
        try:
            tried: Tried = hand.pipe.recv()
            return tried
        except (EOFError, ConnectionResetError):
            hand.process.join(5)
    why = "no answer in time" if late else f"ended by {hand.process.exitcode}"
    made = make_input(seed, hand.number)
    lines = tuple(" ".join(line.words) for line in made.lines)
    wrong = (f"the process hung or died: {why}",)
    return Tried(hand.number, made.seed.name, made.faults, lines, -1, 0.0, wrong)
