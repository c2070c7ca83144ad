"""Workspaces worked on by several processes at once (並列処理)."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from multiprocessing.connection import wait
from pathlib import Path
from typing import NamedTuple

from stdmig.workspace.portfolio.worker import (
    Work,
    Worker,
    start_method,
    start_worker,
)

_LONGEST_CHUNK = 16
_CHUNKS_EACH = 8
_LEAST_EACH = {"fork": 4, "spawn": 32}
"""How many workspaces are worth the start of a process, which a spawn pays dearly."""

MOST = 60
"""Windows cannot wait for more than 63 things, and each takes open files."""


class Done(NamedTuple):
    """
    What became of one workspace.

    Attributes
    ----------
    number
        Its place among those that were given.
    line
        What was found, see `Work`; None where it is broken.
    lost
        Whether the process that worked on it ended before it could tell.
    """

    number: int
    line: bytes | None
    lost: bool = False


def work_all(
    places: Sequence[Path], work: Work, jobs: int
) -> Generator[Done, None, None]:
    """
    Yield what becomes of every workspace, in no order.

    Where a process is ended from outside, what it had in hand is done again, one
    by one in a process of its own, so that no single workspace takes the others along.

    Parameters
    ----------
    places
        Their folders.
    work
        What is done with each.
    jobs
        How many processes there are at most.
    """
    jobs = worth(len(places), jobs)
    if jobs < 2:
        yield from _here(places, work, range(len(places)))
        return
    lost: list[int] = []
    for found in _spread(places, work, _chunks(len(places), jobs), jobs):
        if found.lost:
            lost.append(found.number)
        else:
            yield found
    yield from _one_by_one(places, work, lost)


def _here(places: Sequence[Path], work: Work, numbers: Sequence[int]) -> Iterator[Done]:
    """Work on some in this process."""
    for number in numbers:
        yield Done(number, work(places[number]))


def worth(number: int, jobs: int) -> int:
    """Return how many processes are worth their start."""
    return min(jobs, number // _LEAST_EACH[start_method()], MOST)


def _one_by_one(
    places: Sequence[Path], work: Work, numbers: Sequence[int]
) -> Iterator[Done]:
    """Work on some again, each alone in the hands of a process."""
    left = deque(numbers)
    while left:
        for found in _spread(places, work, [[each] for each in left], 1):
            left.remove(found.number)
            yield found
            if found.lost:
                # The others were lost with it, and have a process of their own next.
                break


def _chunks(number: int, jobs: int) -> list[list[int]]:
    size = max(1, min(_LONGEST_CHUNK, number // (jobs * _CHUNKS_EACH)))
    return [list(range(at, min(at + size, number))) for at in range(0, number, size)]


def _spread(
    places: Sequence[Path], work: Work, chunks: Sequence[list[int]], jobs: int
) -> Iterator[Done]:
    """Let processes work chunk by chunk; none of them outlives this."""
    waiting = deque(chunks)
    in_hand: dict[Worker, list[int]] = {}
    workers: list[Worker] = []
    try:
        for _ in range(min(jobs, len(chunks))):
            try:
                workers.append(start_worker(workers, work))
            except OSError:
                # As many as the system allows.
                break
            _give(workers[-1], places, waiting, in_hand)
        if not workers:
            for numbers in chunks:
                yield from _here(places, work, numbers)
            return
        while in_hand:
            ready = set(wait([each.pipe for each in in_hand]))
            for worker in [each for each in in_hand if each.pipe in ready]:
                numbers = in_hand.pop(worker)
                try:
                    lines = worker.take()
                except (EOFError, OSError):
                    yield from (Done(each, None, lost=True) for each in numbers)
                    continue
                _give(worker, places, waiting, in_hand)
                yield from map(Done, numbers, lines)
        # Where all processes are gone, somebody must still do the rest.
        for numbers in waiting:
            yield from (Done(each, None, lost=True) for each in numbers)
    finally:
        for worker in workers:
            worker.end()


def _give(
    worker: Worker,
    places: Sequence[Path],
    waiting: deque[list[int]],
    in_hand: dict[Worker, list[int]],
) -> None:
    """Give a process its next chunk, if there is one and it still listens."""
    if not waiting:
        return
    try:
        worker.give([places[each] for each in waiting[0]])
    except OSError:
        return
    in_hand[worker] = waiting.popleft()
