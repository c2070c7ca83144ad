"""A process that works on the workspaces it is given (作業プロセス)."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Literal, NamedTuple

# What goes through the pipes is JSON: no process runs what it is sent.

Work = Callable[[Path], bytes | None]
"""
What is done with a workspace: what is found is one line of JSON, without its end.

None is for a workspace that cannot be read. It is a function of a module, perhaps with
some arguments bound to it, so that a process that is spawned finds it.
"""


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
        Give it workspaces to work on.

        Raises
        ------
        OSError
            If it has ended.
        """
        names = [os.fspath(each) for each in places]
        self.pipe.send_bytes(json.dumps(names).encode("ascii"))

    def take(self) -> list[bytes | None]:
        """
        Return what was found in each workspace; None for one that is broken.

        Raises
        ------
        EOFError, OSError
            If it has ended before it could tell.
        """
        return [line or None for line in self.pipe.recv_bytes().split(b"\n")]

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


def start_worker(others: Sequence[Worker], work: Work) -> Worker:
    """
    Start a process.

    Parameters
    ----------
    others
        Those that run already.
    work
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
    given = theirs, held, work
    process = context.Process(target=_work_until_closed, args=given, daemon=True)
    process.start()
    theirs.close()
    return Worker(process, own)


def _work_until_closed(
    pipe: Connection, held: Sequence[Connection], work: Work
) -> None:
    """Do what comes until nothing can come any more; what a process runs."""
    # Ctrl-C reaches everybody at the terminal; the one who gives the work ends us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A fork has no files of its own to tidy: it may be ended on the spot.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for each in held:
        each.close()
    try:
        while True:
            names = json.loads(pipe.recv_bytes())
            pipe.send_bytes(b"\n".join(_line(name, work) for name in names))
    except (EOFError, OSError):
        return


def _line(name: str, work: Work) -> bytes:
    try:
        return work(Path(name)) or b""
    except Exception:
        # A fault of ours shows where the workspace is looked at again for its faults.
        return b""
