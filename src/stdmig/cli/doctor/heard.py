"""What another program tells, and no more than is wanted (他のプログラムの応答)."""

from __future__ import annotations

import os
import signal
import subprocess
from threading import Thread
from typing import IO

from stdmig.render.cells import width
from stdmig.render.one_line import one_line

PATIENCE = 2.0
"""Seconds that a program may take."""

_BLOCK = 4096
_CELLS = 160
"""Two lines of a screen."""


def heard(*command: str, most: int = _BLOCK) -> str:
    """
    Return what a program writes, at most so many bytes of it; then it is ended.

    Raises
    ------
    OSError
        If it cannot be started.
    subprocess.SubprocessError
        If it takes too long without writing so much, or ends with a code other than 0.
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        start_new_session=True,
    )
    told = bytearray()
    # Windows can wait for a pipe in no other way.
    listener = Thread(target=_listen, args=(process.stdout, told, most), daemon=True)
    listener.start()
    try:
        listener.join(PATIENCE)
        if len(told) < most:
            if listener.is_alive():
                raise subprocess.TimeoutExpired(command, PATIENCE)
            if code := process.wait(PATIENCE):
                raise subprocess.CalledProcessError(code, command)
    finally:
        if process.poll() is None or listener.is_alive():
            _end(process)
    return told[:most].decode("utf-8", "replace")


def brief(words: str) -> str:
    """Return words of another program on one line, cut where they are long."""
    told = one_line(words[: _CELLS * 2])
    if width(told) <= _CELLS and len(words) <= _CELLS * 2:
        return told
    while width(told) > _CELLS - 2:
        told = told[:-1]
    return f"{told.rstrip()}.."


def _listen(stream: IO[bytes], told: bytearray, most: int) -> None:
    with stream:
        while len(told) < most and (more := stream.read(_BLOCK)):
            told.extend(more)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program, with those that it started where the system can tell."""
    try:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        # It is gone.
        return
    process.wait(PATIENCE)
