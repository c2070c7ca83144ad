"""A process that plans what it is given (作業プロセス)."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Sequence
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Literal, NamedTuple

from stdmig.workspace.portfolio.entry import Entry, entry_from, entry_of, line_of
from stdmig.workspace.portfolio.town_of import Job

# What goes through the pipes is JSON: no process runs what it is sent.


class Worker(NamedTuple):
    """
    A process and the way to it.

    Attributes
    ----------
    pipe
        Takes names of folders, and gives what became of them in the same order.
    """

    process: BaseProcess
    pipe: Connection

    def give(self, places: Sequence[Path]) -> None:
        """
        Give it workspaces to plan.

        Raises
        ------
        OSError
            If it has ended.
        """
        names = [os.fspath(each) for each in places]
        self.pipe.send_bytes(json.dumps(names).encode("ascii"))

    def take(self) -> list[Entry | None]:
        """
        Return what became of the workspaces; None for one that is broken.

        Raises
        ------
        EOFError, OSError
            If it has ended before it could tell.
        """
        told = self.pipe.recv_bytes().split(b"\n")
        return [entry_from(line) if line else None for line in told]

    def end(self) -> None:
        """End it, whatever it is at."""
        self.pipe.close()
        self.process.terminate()
        self.process.join()
        self.process.close()


def usable_cores() -> int:
    """Return on how many cores this process may run."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        # Not every system tells.
        return os.cpu_count() or 1


def start_method() -> Literal["fork", "spawn"]:
    """
    Return how processes begin.

    A fork is there at once and has everything imported. With threads about it could
    wait for ever for what one of them held, and on macOS the system's own libraries
    have threads.
    """
    alone = threading.active_count() == 1
    return "fork" if sys.platform == "linux" and alone else "spawn"


def start_worker(others: Sequence[Worker], job: Job) -> Worker:
    """
    Start a process.

    Parameters
    ----------
    others
        Those that run already.
    job
        What it does with every workspace.

    Raises
    ------
    OSError
        If there can be no more processes.
    """
    method = start_method()
    context: Any = multiprocessing.get_context(method)
    own, theirs = multiprocessing.Pipe()
    # A fork holds all that was open; a pipe that is held twice would never end.
    held = [own, *(each.pipe for each in others)] if method == "fork" else []
    given = theirs, held, job.as_of.toordinal(), job.items
    process = context.Process(target=_plan_until_closed, args=given, daemon=True)
    process.start()
    theirs.close()
    return Worker(process, own)


def _plan_until_closed(
    pipe: Connection, held: Sequence[Connection], as_of: int, items: tuple[str, ...]
) -> None:
    """Plan what comes until nothing can come any more; what a process runs."""
    # Ctrl-C reaches everybody at the terminal; the one who gives the work ends us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for each in held:
        each.close()
    job = Job(date.fromordinal(as_of), items)
    try:
        while True:
            names = json.loads(pipe.recv_bytes())
            entries = [_entry(name, job) for name in names]
            pipe.send_bytes(
                b"\n".join(line_of(each) if each else b"" for each in entries)
            )
    except (EOFError, OSError):
        return


def _entry(name: str, job: Job) -> Entry | None:
    try:
        return entry_of(Path(name), job)
    except Exception:
        # A fault of ours shows where the workspace is looked at again for its faults.
        return None
