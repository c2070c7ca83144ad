"""One function over many workspaces, in several processes (並列処理)."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeVar

from stdmig.workspace.portfolio.workers import MOST

Job = TypeVar("Job")
Result = TypeVar("Result")

_WORTH_A_PROCESS = 16
_CHUNK = 8


def spread(
    work: Callable[[Path, Job], Result],
    places: Sequence[Path],
    job: Job,
    jobs: int | None,
) -> Iterator[Result]:
    """
    Yield what a function returns for each workspace, in their order.

    Where a process is ended from outside, the rest is done in this one.

    Parameters
    ----------
    work
        A function of a module, so that another process finds it.
    places
        The workspaces.
    job
        What it is given besides.
    jobs
        How many processes there are at most; None takes one for each core. Few
        workspaces are worth one alone.
    """
    done = 0
    number = min(jobs or _cores(), len(places) // _WORTH_A_PROCESS, MOST)
    if number > 1:
        try:
            for result in _by_processes(work, places, job, number):
                yield result
                done += 1
        except BrokenProcessPool:
            pass
    for place in places[done:]:
        yield work(place, job)


def _by_processes(
    work: Callable[[Path, Job], Result], places: Sequence[Path], job: Job, number: int
) -> Iterator[Result]:
    # With threads about, a fork could wait for ever for what one of them held.
    alone = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if alone else "spawn")
    pool = ProcessPoolExecutor(number, context, initializer=_unheard)
    try:
        yield from pool.map(work, places, [job] * len(places), chunksize=_CHUNK)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _cores() -> int:
    """Return on how many cores this process may run."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        # Not every system has it.
        return os.cpu_count() or 1


def _unheard() -> None:
    # Ctrl-C reaches everybody at the terminal; the one who gives the work ends us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End where the one who gives the work was killed; the pool waits for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
