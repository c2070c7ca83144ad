"""A person at a terminal, who is asked and answers (端末での対話)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from select import select

import pytest

from stdmig.words import Language
from tests.command import environment

END = "\x04"
"""What Ctrl-D sends: the end of the input."""

STOP = "\x03"
"""What Ctrl-C sends."""

_PROMPT = b"> "
_PATIENCE = 30.0


def converse(
    *args: str | Path,
    answers: Sequence[str | bytes],
    cwd: Path,
    lang: Language = "en",
    encoding: str = "utf-8",
    errors: str = "",
    columns: int = 80,
) -> tuple[int, str]:
    """
    Return how a command ends and all that a terminal shows.

    Each answer is typed when a prompt waits for it, with a line end unless it is one
    of the keys above. Where fewer are asked for, the rest is not typed.
    """
    pty = pytest.importorskip("pty", reason="pseudo-terminals are of Unix")
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    env = environment(
        lang, {"TERM": "xterm", "PYTHONIOENCODING": f"{encoding}:{errors}"}
    )
    env.pop("COLUMNS", None)
    program = subprocess.Popen(
        [sys.executable, "-m", "stdmig", *map(str, args)],
        cwd=cwd,
        env=env,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        # Ctrl-C reaches whom the terminal belongs to.
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )
    os.close(theirs)
    shown = b""
    for answer in answers:
        shown += _read(ours, until_prompt=True)
        if not shown.endswith(_PROMPT):
            break
        typed = answer if isinstance(answer, bytes) else answer.encode(encoding)
        os.write(ours, typed if answer in (END, STOP) else typed + b"\n")
    shown += _read(ours, until_prompt=False)
    os.close(ours)
    told = shown.decode(encoding, "replace").replace("\r\n", "\n")
    return program.wait(60), told


def _read(terminal: int, *, until_prompt: bool) -> bytes:
    """Return what is shown until a prompt waits, or until the end."""
    shown = b""
    last = time.monotonic() + _PATIENCE
    while time.monotonic() < last:
        if until_prompt and shown.endswith(_PROMPT):
            break
        ready, _, _ = select([terminal], [], [], 0.2)
        if not ready:
            continue
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    return shown
